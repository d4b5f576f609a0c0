extension PersonalReader {
  /// An address round the unit (号, 栋, 室 …) at `place`: a road with its house, a building with its room.
  mutating func address(at place: Int) -> Int? {
    let number = numberStart(before: place)
    guard number < place, let unitEnd = end(ofAny: PersonalWords.units, at: place) else {
      return nil
    }
    let isHouse = unitEnd - place == 3 && isHouseMark(place)
    let anchor = number > 0 && start(ofAny: PersonalWords.anchors, before: number) != nil
    var end = unitEnd
    var hasRoom = isRoom(place, number)
    var isAddress = hasRoom
    if isHouse {
      if self.end(ofAny: PersonalWords.afterOtherNumber, at: unitEnd) != nil { return nil }
      isAddress = anchor
    }
    // On to the right: 3栋2单元502房; a number without a unit ends it.
    for _ in 0..<6 {
      guard let (next, isNextRoom) = nextUnit(at: end) else { break }
      hasRoom = hasRoom || isNextRoom
      end = next
    }
    guard isAddress || hasRoom else { return nil }
    add(.address, nameStart(before: number)..<end)
    // What looks like a room may be the beginning of a phone: it is looked at again.
    return unitEnd
  }

  /// 号 and 號 count houses, as well as other things.
  private func isHouseMark(_ place: Int) -> Bool {
    end(of: "号", at: place) != nil || end(of: "號", at: place) != nil
  }

  /// A room's number has three digits or stands behind a building; 三室 and 两房 are sizes.
  private func isRoom(_ place: Int, _ number: Int) -> Bool {
    guard end(ofAny: PersonalWords.roomUnits, at: place) != nil else { return false }
    var count = 0
    var at = number
    while at < place {
      let (byte, end) = Self.ascii(text, at)
      if byte &- 0x30 < 10 { count += 1 }
      at = end
    }
    return count >= 3
  }

  /// The start of the house or room number that ends before `place`.
  private func numberStart(before place: Int) -> Int {
    var start = place
    for _ in 0..<12 {
      let (byte, before) = Self.ascii(text, before: start)
      let isPart =
        isLetter(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "#")
      guard isPart || isChineseNumeral(before, until: start) else { break }
      start = before
    }
    return start
  }

  private func isChineseNumeral(_ start: Int, until end: Int) -> Bool {
    end - start == 3
      && (Self.chineseDigit(text, start) != nil || Self.isTen(text, start)
        || self.end(of: "百", at: start) != nil)
  }

  /// The next number with its unit, behind at most eight characters of a name; nil where none follows.
  private func nextUnit(at place: Int) -> (end: Int, isRoom: Bool)? {
    var at = afterSpaces(place)
    for _ in 0..<9 {
      let numberEnd = numberEnd(from: at)
      if numberEnd > at, numberEnd - at <= 15 {
        if let unitEnd = end(ofAny: PersonalWords.units, at: numberEnd) {
          return (unitEnd, isRoom(numberEnd, at) || end(of: "单元", at: numberEnd) != nil)
        }
        // 3栋502
        let length = numberEnd - at
        if at == afterSpaces(place), length >= 3, length <= 5, text[at] < 0x80 {
          return (numberEnd, true)
        }
      }
      guard isHan(at), end(ofAny: PersonalWords.addressStops, at: at) == nil else { return nil }
      at += 3
    }
    return nil
  }

  private func numberEnd(from place: Int) -> Int {
    var at = place
    while case (let byte, let end) = Self.ascii(text, at),
      byte &- 0x30 < 10 || isLetter(byte) || byte == UInt8(ascii: "-") && at > place
    {
      at = end
    }
    if at == place {
      while isChineseNumeral(at, until: at + 3) { at += 3 }
    }
    return at
  }

  /// Where the road or estate before a number begins: at most eight characters, not past a word like 在.
  private func nameStart(before number: Int) -> Int {
    var start = number
    for _ in 0..<8 {
      guard start > floor else { break }
      let before = Self.scalarStart(text, before: start)
      guard isHan(before), before >= floor,
        end(ofAny: PersonalWords.addressStops, at: before) == nil
      else { break }
      start = before
    }
    return start
  }

  /// “Room 502”, “1001 Hongli Road”.
  mutating func englishAddress(at place: Int) {
    var numberEnd = place
    while case (let byte, let end) = Self.ascii(text, numberEnd),
      byte &- 0x30 < 10 || isLetter(byte)
    {
      numberEnd = end
      if numberEnd - place > 8 { return }
    }
    var at = place
    while at > 0, [0x20, 0x2E, 0x23].contains(text[at - 1]) { at -= 1 }
    if at > 0, isLetter(text[at - 1]) {
      var begin = at
      while begin > 0, isLetter(text[begin - 1]), at - begin < 10 { begin -= 1 }
      if PersonalWords.englishRooms.contains(word(at: begin).text) {
        return add(.address, begin..<numberEnd)
      }
    }
    at = numberEnd
    for _ in 0..<3 {
      guard at < text.count, text[at] == 0x20 else { return }
      let (word, end) = word(at: at + 1)
      guard !word.isEmpty else { return }
      if PersonalWords.englishRoads.contains(word) { return add(.address, place..<end) }
      at = end
    }
  }
}
