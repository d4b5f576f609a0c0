extension PersonalData {
  /// What may be shown instead: `138****5678`, `4403************12`, `z***@example.com`, `王**`.
  public func mask(of utf8: [UInt8]) -> String {
    let folded = Folding.fold([UInt8](utf8[range]))
    switch kind {
    case .phone:
      let digits = Self.digits(folded)
      // An area code or a network's prefix tells nobody; the last digits tell a caller that it is theirs.
      let kept = digits.count >= 11 ? (digits.count - 8, 4) : (2, 2)
      return Self.mask(digits, first: kept.0, last: kept.1)
    case .identity: return Self.mask(Self.lettersAndDigits(folded), first: 4, last: 2)
    case .card: return Self.mask(Self.digits(folded), first: 0, last: 4)
    case .passport, .permit, .hongKongIdentity:
      return Self.mask(Self.lettersAndDigits(folded), first: 1, last: 2)
    case .plate:
      let text = String(decoding: utf8[range], as: UTF8.self)
      return String(text.unicodeScalars.prefix(2).map(Character.init)) + "****"
    case .email:
      let at = folded.firstIndex(of: UInt8(ascii: "@"))
      let domain = at.map { String(decoding: folded[$0...], as: UTF8.self) } ?? ""
      return String(decoding: folded.prefix(at == 0 ? 0 : 1), as: UTF8.self) + "***" + domain
    case .address: return Self.withoutNumbers([UInt8](utf8[range]))
    case .name:
      let text = String(decoding: utf8[range], as: UTF8.self)
      return String(text.unicodeScalars.prefix(1).map(Character.init)) + "**"
    }
  }

  private static func mask(_ text: [UInt8], first: Int, last: Int) -> String {
    let first = min(first, text.count)
    let last = min(last, text.count - first)
    let stars = [UInt8](repeating: UInt8(ascii: "*"), count: text.count - first - last)
    return String(decoding: text.prefix(first) + stars + text.suffix(last), as: UTF8.self)
  }

  /// The digits of a folded number, Chinese numerals among them.
  private static func digits(_ folded: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    var at = 0
    while at < folded.count {
      if folded[at] &- 0x30 < 10 {
        digits.append(folded[at])
        at += 1
      } else if let digit = PersonalReader.chineseDigit(folded, at) {
        digits.append(0x30 + digit)
        at += 3
      } else {
        at += 1
      }
    }
    return digits
  }

  private static func lettersAndDigits(_ folded: [UInt8]) -> [UInt8] {
    if folded.first.map({ $0 >= 0x80 }) == true { return digits(folded) }
    return folded.compactMap { byte in
      if byte &- 0x30 < 10 { return byte }
      return byte &- 0x61 < 26 ? byte & 0xDF : nil
    }
  }

  /// An address with its numbers starred: 红荔路****号.
  private static func withoutNumbers(_ text: [UInt8]) -> String {
    var out: [UInt8] = []
    var isHiding = false
    var at = 0
    while at < text.count {
      let (ascii, end) = PersonalReader.ascii(text, at)
      let isNumber =
        ascii &- 0x30 < 10 || PersonalReader.chineseDigit(text, at) != nil
        || PersonalReader.isTen(text, at)
      if isNumber {
        if !isHiding { out += [0x2A, 0x2A] }
        isHiding = true
      } else {
        isHiding = false
        out += text[at..<end]
      }
      at = end
    }
    return String(decoding: out, as: UTF8.self)
  }
}
