/// The check digits and inner dates of personal numbers; digits are 0…9.
enum NumberChecks {
  private static let weights: [Int] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// The 18th character of an identity number, 10 for X: ISO 7064 MOD 11-2 over the first 17 (GB 11643-1999).
  static func identityCheck(_ digits: ArraySlice<UInt8>) -> Int {
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return (12 - sum % 11) % 11
  }

  /// Whether the digits begin like an identity number: a province, then after four digits a birthday.
  static func beginsLikeIdentity(_ digits: ArraySlice<UInt8>, yearDigits: Int) -> Bool {
    let at = digits.startIndex
    func number(_ from: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 * 10 + Int(digits[at + from + $1]) }
    }
    switch number(0, 2) {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: break
    default: return false
    }
    let year = yearDigits == 4 ? number(6, 4) : 1900 + number(6, 2)
    let month = number(6 + yearDigits, 2)
    let day = number(8 + yearDigits, 2)
    return (1900...2099).contains(year) && (1...12).contains(month)
      && (1...longest(month)).contains(day)
  }

  private static func longest(_ month: Int) -> Int {
    month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Whether the digits pass the Luhn check (ISO/IEC 7812-1).
  static func luhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (i, digit) in digits.reversed().enumerated() {
      let value = i % 2 == 0 ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// The check character of a Hong Kong identity card, 10 for A: weights 9 to 2 and a sum that 11 divides;
  /// a missing first letter counts as a space, 36.
  static func hongKongCheck(letters: [UInt8], digits: ArraySlice<UInt8>) -> Int {
    let values = letters.map { Int($0 & 0xDF) - 0x41 + 10 }
    var sum = letters.count == 2 ? values[0] * 9 + values[1] * 8 : 36 * 9 + values[0] * 8
    for (i, digit) in digits.enumerated() { sum += Int(digit) * (7 - i) }
    return (11 - sum % 11) % 11
  }
}
