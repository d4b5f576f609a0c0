extension PersonalReader {
  /// Reads the run of digits at `place`; returns where it ends.
  mutating func number(at place: Int) -> Int {
    // Most numbers of a text are short: they are left before any digit is stored.
    if !hasSixDigits(from: place) {
      englishAddress(at: place)
      return runEnd(from: place)
    }
    let end = run.read(text, at: place)
    document(at: place)
    englishAddress(at: place)
    matchGroups(cued: true)
    return end
  }

  /// Reads a run of Chinese digits, where it is long enough to be a number of a person.
  mutating func chineseNumber(at place: Int) -> Int? {
    guard Self.chineseDigit(text, place + 3) != nil else { return nil }
    let end = run.readChinese(text, at: place)
    if run.count >= 7 { matchGroups(cued: true) }
    return end
  }

  private func hasSixDigits(from place: Int) -> Bool {
    var at = place
    var count = 0
    var gap = 0
    while at < text.count {
      let (byte, end) = Self.ascii(text, at)
      if byte &- 0x30 < 10 {
        count += 1
        gap = 0
        if count == 6 { return true }
      } else {
        gap += 1
        if gap > 3 { return false }
      }
      at = end
    }
    return false
  }

  private func runEnd(from place: Int) -> Int {
    var at = place
    while case (let byte, let end) = Self.ascii(text, at), byte &- 0x30 < 10 { at = end }
    return max(at, place + 1)
  }

  /// Tries every group as the first of a number, so that a number is found whatever stands before it.
  private mutating func matchGroups(cued: Bool) {
    let groups = run.groups
    for g in groups.indices {
      let start = groups[g]
      var j = g
      var best: (kind: PersonalData.Kind, end: Int)?
      while j < groups.count {
        let end = j + 1 < groups.count ? groups[j + 1] : run.count
        if end - start > 23 { break }
        let isPlain = j - g < 4 || j - g + 1 == end - start
        if isPlain || j - g < 6, let kind = kind(of: start..<end, groupCount: j - g + 1) {
          best = (kind, end)
        }
        j += 1
      }
      guard let best else { continue }
      add(best.kind, span(from: start, to: best.end, kind: best.kind))
    }
  }

  /// The bytes of a number, with the X of an identity number and the + of a phone.
  private func span(from first: Int, to last: Int, kind: PersonalData.Kind) -> Range<Int> {
    var start = run.starts[first]
    var end = run.ends[last - 1]
    if kind == .identity, last - first == 17 { end = checkX(after: last)?.end ?? end }
    if kind == .phone {
      let (byte, before) = Self.ascii(text, before: start)
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") && hasClosing(first, last) {
        start = before
      }
    }
    return start..<end
  }

  private func hasClosing(_ first: Int, _ last: Int) -> Bool {
    (first..<last - 1).contains { Self.ascii(text, run.ends[$0]).byte == UInt8(ascii: ")") }
  }

  private func checkX(after last: Int) -> (byte: UInt8, end: Int)? {
    let next = Self.ascii(text, run.ends[last - 1])
    return next.byte | 0x20 == UInt8(ascii: "x") ? next : nil
  }

  /// What the digits of some whole groups are; nil for no personal number.
  private func kind(of range: Range<Int>, groupCount: Int) -> PersonalData.Kind? {
    let digits = run.digits[range]
    let first = digits[range.lowerBound]
    switch range.count {
    case 18 where NumberChecks.beginsLikeIdentity(digits, yearDigits: 4): return .identity
    case 17
    where checkX(after: range.upperBound) != nil
      && NumberChecks.beginsLikeIdentity(digits, yearDigits: 4):
      return .identity
    case 15 where NumberChecks.beginsLikeIdentity(digits, yearDigits: 2) && groupCount <= 4:
      return .identity
    case 16...19 where (3...9).contains(first) && NumberChecks.luhn(digits): return .card
    case 12...19 where isCued(range, by: PersonalWords.cardCues): return .card
    default: return isPhone(digits, groupCount: groupCount) || isCuedPhone(range) ? .phone : nil
    }
  }

  private func isPhone(_ digits: ArraySlice<UInt8>, groupCount: Int) -> Bool {
    let at = digits.startIndex
    let count = digits.count
    let isGrouped = groupCount <= 4 || groupCount == count
    guard isGrouped, (8...15).contains(count) else { return false }
    if isInternational(at) { return true }
    if isMobile(digits) { return true }
    if digits[at] == 0 {
      // 00 86 …, 0 138…, an area code.
      if count == 12, isMobile(digits.dropFirst()) { return true }
      if count >= 13, digits[at + 1] == 0 {
        return isMobile(digits.suffix(11)) || groupCount > 1 && digits[at + 2] != 0
      }
      return isLandline(digits.dropFirst())
    }
    if digits[at] == 8, digits[at + 1] == 6 {
      if count == 13, isMobile(digits.dropFirst(2)) { return true }
      return groupCount > 1 && isLandline(digits.dropFirst(2))
    }
    // 852 and 853 before eight digits.
    return count == 11 && groupCount > 1 && digits[at] == 8 && digits[at + 1] == 5
      && (digits[at + 2] == 2 || digits[at + 2] == 3)
  }

  private func isInternational(_ first: Int) -> Bool {
    Self.ascii(text, before: run.starts[first]).byte == UInt8(ascii: "+")
  }

  /// 1[3-9] and nine digits.
  private func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 11 && digits.first == 1 && digits[digits.startIndex + 1] >= 3
  }

  /// An area code without its 0, then seven or eight digits that begin with 2 to 9.
  private func isLandline(_ digits: ArraySlice<UInt8>) -> Bool {
    guard let first = digits.first else { return false }
    let area = first == 1 ? (digits[digits.startIndex + 1] == 0 ? 2 : 0) : first == 2 ? 2 : 3
    guard area > 0, digits.count > area, digits[digits.startIndex + area] >= 2 else { return false }
    let local = digits.count - area
    return local == 8 || area == 3 && local == 7
  }

  /// Seven to twelve digits behind 电话 or “call”; 400 and 800 numbers are public.
  private func isCuedPhone(_ range: Range<Int>) -> Bool {
    guard (7...12).contains(range.count), isCued(range, by: PersonalWords.phoneCues) else {
      return false
    }
    let head = run.value(range.lowerBound..<range.lowerBound + 3)
    return !(range.count == 10 && (head == 400 || head == 800))
  }

  /// Whether one of the words stands before the number, with a colon, 是 or spaces between.
  private func isCued(_ range: Range<Int>, by words: [String]) -> Bool {
    var at = run.starts[range.lowerBound]
    while at > 0 {
      let (byte, start) = Self.ascii(text, before: at)
      let isSpace = byte == 0x20 || byte == 0x3A || byte == 0x28 || byte == 0x2B
      guard isSpace || ["是", "为"].contains(where: { end(of: $0, at: start) == at }) else { break }
      at = start
    }
    if start(ofAny: words, before: at) != nil { return true }
    guard at > 0, isLetter(text[at - 1]) else { return false }
    var begin = at
    while begin > 0, isLetter(text[begin - 1]), at - begin < 16 { begin -= 1 }
    return words.contains(word(at: begin).text)
  }
}
