/// Made-up personal data of every kind, in Chinese and English sentences, and numbers that are nobody's.
struct SecretMaker {
  struct Secret {
    var text: String
    /// The words before it, which tell what it is.
    var cue: String
    var after = ""
  }

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &generator)!
  }

  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(number(0...9)) }.joined()
  }

  /// Digits as they are, full-width, or in groups of four.
  private mutating func spelled(_ digits: String) -> String {
    switch number(0...3) {
    case 0:
      return String(
        String.UnicodeScalarView(
          digits.unicodeScalars.map {
            (0x30...0x39).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0)! : $0
          }))
    case 1 where digits.utf8.count == 11:
      return "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(4)) \(digits.suffix(4))"
    default: return digits
    }
  }

  mutating func secret() -> Secret {
    switch number(0...10) {
    case 0, 1:
      return Secret(
        text: spelled("1\(number(3...9))" + digits(9)),
        cue: pick(["我的电话是", "手机：", "call me at ", "联系方式 "]))
    case 2:
      return Secret(text: spelled(identity()), cue: pick(["身份证号", "证件号码：", "ID number "]))
    case 3: return Secret(text: card(), cue: pick(["银行卡号", "卡号：", "card "]))
    case 4:
      return Secret(
        text: pick(["粤", "京", "湘"]) + pick(["A", "B", "S"]) + digits(5), cue: pick(["车牌", "车辆"]))
    case 5:
      return Secret(
        text: "u\(digits(5))@mail\(number(1...9)).example.com", cue: pick(["邮箱", "e-mail: "]))
    case 6: return Secret(text: pick(["E", "G"]) + digits(8), cue: pick(["护照", "passport "]))
    case 7: return Secret(text: pick(["H", "M", "C"]) + digits(8), cue: pick(["通行证", "permit "]))
    case 8:
      return Secret(
        text: pick(["红荔路", "莲花二村", "景田北街"]) + "\(number(1...999))号\(number(1...30))栋\(digits(3))房",
        cue: pick(["我住", "家住", "地址："]))
    case 9:
      return Secret(
        text: pick(["王", "李", "张", "陈"]) + pick(["小明", "建国", "丽华", "志强"]),
        cue: pick(["我叫", "联系人：", "姓名："]))
    default:
      return Secret(
        text: pick(["0755-", "(0755)"]) + "\(number(2...8))" + digits(7), cue: pick(["座机", "电话"]))
    }
  }

  mutating func sentence(_ secret: Secret) -> String {
    pick(["请问，", "您好。", "Hello, ", ""]) + secret.cue + secret.text
      + pick(["，谢谢。", "。", ", thanks.", "；请尽快。"])
  }

  /// A sentence with numbers that are no one's: dates, sums, hotlines, numbers of documents.
  mutating func clean() -> String {
    let year = number(1990...2030)
    let month = number(1...12)
    let day = number(1...28)
    switch number(0...9) {
    case 0: return "有效期至\(year)年\(month)月\(day)日"
    case 1: return "费用\(number(1...99_999_999))元"
    case 2: return "咨询" + pick(["12345", "110", "10086", "95588", "400-830-1234"])
    case 3: return "深府规〔\(year)〕\(number(1...99))号"
    case 4: return "增长\(number(0...99)).\(number(0...9))%"
    case 5: return "共\(number(2...999))项，第\(number(1...99))条"
    case 6:
      return
        "on \(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day), \(number(1...500)) permits"
    case 7: return "办理时限\(number(1...60))个工作日"
    case 8: return "面积\(number(10...90_000)).\(number(0...99))平方米"
    default: return "人口\(number(1...2000))万人，\(number(1...24)):\(number(10...59))截止"
    }
  }

  private mutating func identity() -> String {
    let head =
      pick(["440304", "110105"]) + "\(number(1940...2015))0\(number(1...9))1\(number(0...9))"
      + digits(3)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(head.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return head + String(Array("10X98765432")[sum % 11])
  }

  private mutating func card() -> String {
    let head = "62" + digits(16)
    let sum = head.utf8.reversed().enumerated().reduce(0) { sum, item in
      let digit = Int(item.1 - 0x30)
      return sum + (item.0 % 2 == 0 ? digit / 5 + digit * 2 % 10 : digit)
    }
    return head + "\((10 - sum % 10) % 10)"
  }
}
