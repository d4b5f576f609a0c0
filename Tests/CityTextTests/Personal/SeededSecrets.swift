/// Made-up secrets of every kind, each valid by its own rule.
struct SeededSecrets {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in "\(number(0...9))" }.joined()
  }

  mutating func pick<T>(_ all: [T]) -> T { all[number(0...all.count - 1)] }

  mutating func secret() -> String {
    switch number(0...9) {
    case 0: return mobile()
    case 1: return wide(mobile())
    case 2: return identity()
    case 3: return card()
    case 4: return pick(["粤", "京", "湘", "粵"]) + pick(["A", "B", "Z"]) + plateDigits()
    case 5: return "user\(number(1...999))@mail\(number(1...9)).example.com"
    case 6: return pick(["E", "G"]) + digits(8)
    case 7: return pick(["C", "H", "M"]) + digits(8)
    case 8: return hongKong()
    default: return pick(["0755-", "(0755)", "0755 ", "0755"]) + "\(number(2...8))" + digits(7)
    }
  }

  private mutating func mobile() -> String {
    let all = "1\(number(3...9))" + digits(9)
    let parts = [all.prefix(3), all.dropFirst(3).prefix(4), all.suffix(4)].map(String.init)
    let joined = parts.joined(separator: pick(["", "", " ", "-", "·", "　"]))
    return pick(["", "", "+86", "+86 ", "86", "0086-"]) + joined
  }

  private mutating func plateDigits() -> String {
    pick([digits(5), "D" + digits(5), digits(5) + "F", pick(["A", "K"]) + digits(4)])
  }

  private mutating func identity() -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let head =
      pick(["440304", "110105", "362330"]) + "\(number(1940...2015))" + two(number(1...12))
      + two(number(1...28)) + digits(3)
    // The weights of GB 11643 are powers of two modulo 11: written out here from the standard's formula.
    var sum = 0
    for (i, digit) in head.utf8.enumerated() {
      var weight = 1
      for _ in 0..<(17 - i) { weight = weight * 2 % 11 }
      sum += Int(digit - 48) * weight
    }
    let check = (12 - sum % 11) % 11
    let all = head + (check == 10 ? pick(["X", "x"]) : "\(check)")
    return number(0...3) == 0 ? wide(all) : all
  }

  private mutating func card() -> String {
    let head = "62" + digits(number(13...16))
    // The digit that makes the sum a multiple of ten, by trying all.
    for last in 0...9 {
      let all = Array((head + "\(last)").utf8).map { Int($0 - 48) }
      var sum = 0
      for (i, digit) in all.reversed().enumerated() {
        sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10
      }
      if sum % 10 == 0 { return head + "\(last)" }
    }
    return head
  }

  private mutating func hongKong() -> String {
    let letter = number(0...25)
    let body = digits(6)
    var sum = 36 * 9 + (letter + 10) * 8
    for (i, digit) in body.utf8.enumerated() { sum += Int(digit - 48) * (7 - i) }
    let check = (11 - sum % 11) % 11
    let name = String(UnicodeScalar(UInt8(65 + letter)))
    let sign = check == 10 ? "A" : "\(check)"
    return name + body + pick(["(\(sign))", "（\(sign)）"])
  }

  func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x30...0x39).contains(scalar.value) ? UnicodeScalar(scalar.value + 0xFEE0)! : scalar
        }))
  }

  /// Words round a secret: no digits, and no letter that could be part of it.
  mutating func surroundings() -> String {
    let words = [
      "昨天晚上", "你好", "物业说", "请打", "我家楼下", "，", "。", " ", "：", "the road", "please help ", "車位被佔",
      "“", "（", "是", "\n",
      "😀", "é", "和", "路", "号码", "房", "先生", "本人", "@ ", "在１号楼旁", "3栋", "在2018年",
    ]
    return (0..<number(0...5)).map { _ in pick(words) }.joined()
  }
}
