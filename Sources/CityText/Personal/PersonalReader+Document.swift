extension PersonalReader {
  /// Passports, permits and Hong Kong identity cards: one or two letters before the run that was read.
  mutating func document(at place: Int) {
    let (last, lastStart) = Self.ascii(text, before: place)
    guard isLetter(last) else { return }
    let (before, beforeStart) = Self.ascii(text, before: lastStart)
    let count = run.groups.count > 1 ? run.groups[1] : run.count
    // A small letter inside a word is no document's: size12345678.
    let isAlone = !isLetter(before) || last < 0x60
    let end = run.ends[count - 1]
    if isAlone {
      switch last & 0xDF {
      case UInt8(ascii: "E"), UInt8(ascii: "G"), UInt8(ascii: "D"), UInt8(ascii: "S"),
        UInt8(ascii: "P"):
        if count == 8 { return add(.passport, lastStart..<end) }
      case UInt8(ascii: "H"), UInt8(ascii: "M"):
        if count == 8 || count == 10 { return add(.permit, lastStart..<end) }
      case UInt8(ascii: "C"), UInt8(ascii: "W"):
        if count == 8 { return add(.permit, lastStart..<end) }
      default: break
      }
    }
    if isLetter(before), count == 7 {
      switch before & 0xDF {
      case UInt8(ascii: "E"), UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "P"):
        return add(.passport, beforeStart..<end)
      case UInt8(ascii: "C"), UInt8(ascii: "W"): return add(.permit, beforeStart..<end)
      default: break
      }
    }
    hongKongIdentity(lastLetter: (last, lastStart), letterBefore: (before, beforeStart))
  }

  private mutating func hongKongIdentity(
    lastLetter: (byte: UInt8, start: Int), letterBefore: (byte: UInt8, start: Int)
  ) {
    guard run.count >= 6, let (check, end) = hongKongCheck() else { return }
    let digits = run.digits[0..<6]
    if NumberChecks.hongKongCheck(letters: [lastLetter.byte], digits: digits) == check {
      add(.hongKongIdentity, lastLetter.start..<end)
    } else if isLetter(letterBefore.byte),
      NumberChecks.hongKongCheck(letters: [letterBefore.byte, lastLetter.byte], digits: digits)
        == check
    {
      add(.hongKongIdentity, letterBefore.start..<end)
    }
  }

  /// The character behind six digits, in brackets or not, 10 for A; nil where another digit follows.
  private func hongKongCheck() -> (value: Int, end: Int)? {
    var at = run.ends[5]
    let open = Self.ascii(text, at)
    let isBracketed = open.byte == UInt8(ascii: "(")
    if isBracketed { at = open.end }
    let (byte, end) = Self.ascii(text, at)
    let value: Int
    if byte &- 0x30 < 10 {
      value = Int(byte - 0x30)
    } else if byte & 0xDF == UInt8(ascii: "A") {
      value = 10
    } else {
      return nil
    }
    let next = Self.ascii(text, end)
    if isBracketed { return next.byte == UInt8(ascii: ")") ? (value, next.end) : nil }
    return next.byte &- 0x30 < 10 ? nil : (value, end)
  }

  /// A plate that begins with the province at `place`: 粤B12345, 粤B·D12345, 粤Z1234港.
  mutating func plate(at place: Int) -> Int? {
    var (byte, at) = Self.ascii(text, place + 3)
    guard isLetter(byte) else { return nil }
    let separator = Self.ascii(text, at)
    if [0x20, 0x2D, 0x2E].contains(separator.byte) {
      at = separator.end
    } else if let end = end(ofAny: ["·", "•", "・"], at: at) {
      at = end
    }
    var ends: [Int] = []
    var signs: [UInt8] = []
    while ends.count < 6, case (let next, let end) = Self.ascii(text, at),
      isLetter(next) || next &- 0x30 < 10
    {
      signs.append(next)
      ends.append(end)
      at = end
    }
    func isDigit(_ i: Int) -> Bool { signs[i] &- 0x30 < 10 }
    guard signs.count >= 4 else { return nil }
    if signs.count == 4 || !isDigit(4), let end = end(ofAny: PersonalWords.plateEnds, at: ends[3]) {
      add(.plate, place..<end)
      return end
    }
    guard signs.count >= 5, (0..<5).count(where: isDigit) >= 2 else { return nil }
    // A new-energy plate has a letter first or last among its six.
    let isLong =
      signs.count == 6 && (2..<5).allSatisfy(isDigit) && (!isDigit(0) && isDigit(5) || isDigit(1))
      && (isDigit(5) || (0..<5).allSatisfy(isDigit))
    let end = ends[isLong ? 5 : 4]
    add(.plate, place..<end)
    return end
  }

  /// The address round the @ at `place`.
  mutating func email(at place: Int) -> Int? {
    let at = Self.ascii(text, place)
    var start = place
    while place - start < 64 {
      let (byte, before) = Self.ascii(text, before: start)
      guard isLocal(byte) else { break }
      start = before
    }
    var end = at.end
    var last = at.end
    var labelLetters = 0
    var hasDot = false
    while end - at.end < 253 {
      let (byte, next) = Self.ascii(text, end)
      if byte == UInt8(ascii: ".") {
        if end == at.end { break }
        hasDot = true
        labelLetters = 0
      } else if isLetter(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") {
        labelLetters += isLetter(byte) ? 1 : 0
        if hasDot, labelLetters >= 2 || last > at.end, byte != UInt8(ascii: "-") { last = next }
      } else {
        break
      }
      end = next
    }
    guard start < place, last > at.end else { return nil }
    add(.email, start..<last)
    return last
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10
      || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(byte)
  }
}
