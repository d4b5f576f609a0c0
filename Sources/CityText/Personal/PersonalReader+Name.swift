extension PersonalReader {
  /// A name behind 联系人, 我叫, 本人 …
  mutating func nameAfterCue(at place: Int) -> Int? {
    if let cueEnd = end(ofAny: PersonalWords.nameCues, at: place) {
      return name(at: afterJoint(cueEnd), mustEnd: false)
    }
    if let cueEnd = end(ofAny: PersonalWords.weakNameCues, at: place) {
      return name(at: afterJoint(cueEnd), mustEnd: true)
    }
    return nil
  }

  /// Goes past colons, spaces and 是 or 为.
  private func afterJoint(_ place: Int) -> Int {
    var at = afterSpaces(place)
    while let end = end(ofAny: [":", "：", "是", "为", "為", "“", "（", "("], at: at) {
      at = afterSpaces(end)
    }
    return at
  }

  private mutating func name(at start: Int, mustEnd: Bool) -> Int? {
    guard start >= floor else { return nil }
    let double = end(ofAny: Surnames.double, at: start)
    guard let given = double ?? (Surnames.isSurname(text, start) ? start + 3 : nil) else {
      return nil
    }
    if mustEnd, end(ofAny: PersonalWords.wordsLikeSurnames, at: start) != nil { return nil }
    var end = given
    var isClosed = isAfterName(end)
    while end - given < 6, isHan(end), !isClosed {
      end += 3
      isClosed = isAfterName(end)
    }
    guard end > given || double != nil, isClosed || !mustEnd else { return nil }
    add(.name, start..<end)
    // What was taken for a given name may be the 粤 of a plate.
    return given
  }

  /// Whether a name may end at `place`: no Chinese character follows, or one of the words behind names.
  private func isAfterName(_ place: Int) -> Bool {
    !isHan(place) || end(ofAny: PersonalWords.afterName, at: place) != nil
  }

  /// A name before 先生, 女士, 老师 …: 王先生, 王小明老师.
  mutating func nameBeforeTitle(at place: Int) -> Int? {
    guard let titleEnd = end(ofAny: PersonalWords.titles, at: place) else { return nil }
    var start: Int?
    // The longest name that begins with a surname, but 和王先生 is only 王.
    for length in [3, 6, 9] {
      let at = place - length
      guard at >= floor, at >= 0, isHan(at) else { break }
      if length > 3, end(ofAny: PersonalWords.wordsLikeSurnames, at: at) != nil { break }
      if Surnames.isSurname(text, at) { start = at }
    }
    guard let start else { return nil }
    add(.name, start..<place)
    return titleEnd
  }

  /// “my name is Li Lei”, “Mr Smith”, “contact: Wang Fang”.
  mutating func englishName(at place: Int) -> Int? {
    let (first, firstEnd) = word(at: place)
    var at = firstEnd
    if first == "my" || first == "contact" {
      let next = word(at: afterSpaces(at))
      let isName =
        first == "my" ? next.text == "name" : next.text == "person" || next.text == "name"
      if isName { at = next.end } else if first == "my" { return firstEnd }
      guard isName || at < text.count && text[at] == 0x3A else { return firstEnd }
    } else if first != "name", !PersonalWords.englishTitles.contains(first) {
      return firstEnd
    }
    at = afterSpaces(at)
    if at < text.count, text[at] == 0x2E || text[at] == 0x3A { at = afterSpaces(at + 1) }
    if word(at: at).text == "is" { at = afterSpaces(word(at: at).end) }
    let start = at
    var end = at
    // Capitalised words, one to three.
    for _ in 0..<3 {
      guard at < text.count, text[at] &- 0x41 < 26 else { break }
      end = word(at: at).end
      at = afterSpaces(end)
    }
    guard end > start else { return firstEnd }
    add(.name, start..<end)
    return end
  }
}
