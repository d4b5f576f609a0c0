import CityText
import Testing

@Suite("Literals")
struct LiteralScannerTests {
  /// `kind canonical` of each literal.
  private func scan(_ text: String) -> [String] {
    LiteralScanner.scan(Array(text.utf8)).map { "\($0.kind.rawValue) \($0.canonical)" }
  }

  @Test(
    "A text gives its literals in canonical form",
    arguments: [
      // Durations
      ("三个工作日", "duration 3 workday"), ("3个工作日", "duration 3 workday"),
      ("3 working days", "duration 3 workday"), ("3 business days", "duration 3 workday"),
      ("three working days", "duration 3 workday"),
      ("within Three (3) working days", "duration 3 workday"),
      ("3 (three) workdays", "duration 3 workday"), ("20（二十）个工作日内", "duration 20 workday"),
      ("三個工作日", "duration 3 workday"), ("３個工作天", "duration 3 workday"),
      ("5日内", "duration 5 day"), ("10天", "duration 10 day"),
      ("15 calendar days", "duration 15 day"),
      ("30-day", "duration 30 day"), ("两周", "duration 2 week"), ("3个星期", "duration 3 week"),
      ("8个月", "duration 8 month"), ("eight months", "duration 8 month"),
      ("12 个月", "duration 12 month"),
      ("两年内", "duration 2 year"), ("2年", "duration 2 year"), ("五年以上", "duration 5 year"),
      ("二十周年", "duration 20 year"), ("年满16周岁", "duration 16 year"), ("十六岁", "duration 16 year"),
      ("aged 16 years", "duration 16 year"), ("3小时", "duration 3 hour"),
      ("两个小时", "duration 2 hour"), ("24小时", "duration 24 hour"), ("2.0 hours", "duration 2 hour"),
      ("半小时", "duration 30 minute"), ("半个小时", "duration 30 minute"),
      ("30分钟", "duration 30 minute"), ("half an hour", "duration 30 minute"),
      ("0.5小时", "duration 30 minute"), ("一个半小时", "duration 90 minute"),
      ("十分钟", "duration 10 minute"), ("半年", "duration 6 month"),
      ("half a year", "duration 6 month"),
      ("一年半", "duration 18 month"), ("半天", "duration 0.5 day"), ("30秒", "duration 30 second"),
      ("20余天", "duration 20 day"),
      // Money
      ("20元", "money CNY 20"), ("20块", "money CNY 20"), ("二十元", "money CNY 20"),
      ("RMB 20", "money CNY 20"), ("CNY 20", "money CNY 20"), ("RMB20", "money CNY 20"),
      ("20 yuan", "money CNY 20"), ("人民币20元", "money CNY 20"), ("RMB 20 yuan", "money CNY 20"),
      ("¥3,600", "money CNY 3600"), ("￥3,600.00", "money CNY 3600"), ("１２,０００元", "money CNY 12000"),
      ("1.2万元", "money CNY 12000"), ("12,000元", "money CNY 12000"), ("1.2 万元", "money CNY 12000"),
      ("5514.5亿元", "money CNY 551450000000"), ("1亿2000万元", "money CNY 120000000"),
      ("两万三千元", "money CNY 23000"), ("叁佰元", "money CNY 300"), ("三元", "money CNY 3"),
      ("RMB 1.2 million", "money CNY 1200000"), ("100多万元", "money CNY 1000000"),
      ("HK$540", "money HKD 540"), ("540港币", "money HKD 540"), ("540 Hong Kong", "number 540"),
      ("US$20", "money USD 20"), ("3万亿美元", "money USD 3000000000000"), ("0.20元", "money CNY 0.2"),
      // Percent
      ("5.5%", "percent 5.5"), ("99.23％", "percent 99.23"), ("百分之五", "percent 5"),
      ("百分之五点五", "percent 5.5"), ("百分之九十九点二三", "percent 99.23"),
      ("5 per cent", "percent 5"), ("five percent", "percent 5"), ("千分之三", "percent 0.3"),
      ("0.5个百分点", "percent 0.5 point"), ("0.5 percentage points", "percent 0.5 point"),
      ("增长 -3.5%", "percent -3.5"), ("下降3.5％", "percent 3.5"),
      // Dates
      ("2025年5月10日", "date 2025-05-10"), ("2025 年 5 月 10 日", "date 2025-05-10"),
      ("二〇二五年五月十日", "date 2025-05-10"), ("2025年5月10号", "date 2025-05-10"),
      ("2025-05-10", "date 2025-05-10"), ("2025/5/10", "date 2025-05-10"),
      ("2025.5.10", "date 2025-05-10"), ("May 10, 2025", "date 2025-05-10"),
      ("10 May 2025", "date 2025-05-10"), ("10th of May, 2025", "date 2025-05-10"),
      ("Sept. 3rd, 2024", "date 2024-09-03"), ("二〇二三年", "date 2023"), ("二零二三年", "date 2023"),
      ("2023年度", "date 2023"), ("2023年11月", "date 2023-11"), ("2023-11", "date 2023-11"),
      ("November 2023", "date 2023-11"), ("May 10", "date --05-10"), ("5月10日", "date --05-10"),
      ("五月十日", "date --05-10"), ("十二月三十一日", "date --12-31"), ("5月", "date --05"),
      ("in May", "date --05"), ("by September", "date --09"), ("8月31日前", "date --08-31"),
      // Clocks
      ("9:00", "clock 09:00"), ("09：00", "clock 09:00"), ("上午9点半", "clock 09:30"),
      ("上午九点三十分", "clock 09:30"), ("下午2点", "clock 14:00"), ("下午两点半", "clock 14:30"),
      ("下午2:30", "clock 14:30"), ("2:30 p.m.", "clock 14:30"), ("9 am", "clock 09:00"),
      ("12 a.m.", "clock 00:00"), ("12:00 pm", "clock 12:00"), ("晚上8时", "clock 20:00"),
      ("中午12点", "clock 12:00"), ("18时30分", "clock 18:30"), ("九点一刻", "clock 09:15"),
      // Phones
      ("0755-12345", "phone 0755-12345"), ("0755－12345", "phone 0755-12345"),
      ("0755 - 12345", "phone 0755-12345"), ("(0755)85135136", "phone 0755-85135136"),
      ("0755-85135136", "phone 0755-85135136"), ("82918333-2069", "phone 82918333-2069"),
      ("+86-755-12345", "phone 0755-12345"), ("+86 13800138000", "phone 13800138000"),
      ("12345", "phone 12345"), ("拨打12345热线", "phone 12345"), ("12333", "phone 12333"),
      ("13800138000", "phone 13800138000"), ("电话：82918333", "phone 82918333"),
      ("call 82918333", "phone 82918333"), ("客服热线95598", "phone 95598"),
      ("400-830-2512", "phone 400-830-2512"), ("拨打120", "phone 120"),
      // Identifiers
      ("10-30-24", "identifier 10-30-24"), ("深民规〔2019〕2号", "identifier 深民规〔2019〕2号"),
      ("根据深民规〔2019〕2号", "identifier 深民规〔2019〕2号"),
      ("国办发[2018]81号", "identifier 国办发〔2018〕81号"), ("深民規〔2019〕2號", "identifier 深民规〔2019〕2号"),
      ("《办法》（深府规（2021）3号）", "identifier 深府规〔2021〕3号"),
      ("第33条", "identifier 第33条"), ("第三十三条", "identifier 第33条"), ("Article 33", "identifier 第33条"),
      ("11440300MB2D1234", "identifier 11440300MB2D1234"),
      ("44030019900101123x", "identifier 44030019900101123X"),
      // Addresses
      ("https://www.sz.gov.cn/a?b=1。", "url https://www.sz.gov.cn/a?b=1"),
      ("见www.sz.gov.cn，", "url www.sz.gov.cn"),
      ("(http://GDZWFW.gov.cn).", "url http://gdzwfw.gov.cn"),
      ("gov.cn/zhengce", "url gov.cn/zhengce"), ("12345.sz.gov.cn", "url 12345.sz.gov.cn"),
      ("mail a.b@sz.gov.cn", "url a.b@sz.gov.cn"),
      // Numbers
      ("1990", "number 1990"), ("20.0", "number 20"), ("0.20", "number 0.2"), ("007", "number 7"),
      ("1.2万", "number 12000"), ("30万", "number 300000"), ("1.2万人", "number 12000"),
      ("两万三千", "number 23000"), ("3千", "number 3000"), ("12345份", "number 12345"),
      ("12000", "number 12000"), ("1,234,567.80", "number 1234567.8"), ("三个人", "number 3"),
      ("一百零五", "number 105"), ("两寸照片2张", "number 2|number 2"), ("三分之二", "number 2/3"),
      ("A4", "identifier A4"), ("零点五", "number 0.5"), ("5千米", "number 5"),
      ("三点五亿", "number 350000000"),
      ("每月15日", "date ---15"), ("3年级", "number 3"), ("No. 5", "number 5"), ("二十大", "number 20"),
      ("12345678901234567890.50万", "number 123456789012345678905000"),
      // Spans and lists
      ("3-4月", "date --03|date --04"), ("3至5个工作日", "duration 3 workday|duration 5 workday"),
      ("three to five working days", "duration 3 workday|duration 5 workday"),
      ("3-5 working days", "duration 3 workday|duration 5 workday"),
      ("10-20万元", "money CNY 100000|money CNY 200000"), ("5%-10%", "percent 5|percent 10"),
      ("5—10％", "percent 5|percent 10"), ("第17-20条", "identifier 第17条|identifier 第20条"),
      ("Articles 13-20", "identifier 第13条|identifier 第20条"),
      ("¥20-50", "money CNY 20|money CNY 50"),
      ("2023-2024年", "date 2023|date 2024"), ("8月1日至31日", "date --08-01|date --08-31"),
      ("8月1-31日", "date --08-01|date --08-31"), ("2025年3-4月", "date 2025-03|date 2025-04"),
      ("9:00-12:00，下午2:00-6:00", "clock 09:00|clock 12:00|clock 14:00|clock 18:00"),
      ("上午9-12点", "clock 09:00|clock 12:00"), ("9时至17时", "clock 09:00|clock 17:00"),
      ("电话：82918333、82918334", "phone 82918333|phone 82918334"),
      ("2024-03-07 16:26", "date 2024-03-07|clock 16:26"),
      ("300元/月，最长36个月", "money CNY 300|duration 36 month"),
    ])
  func aTextGivesItsLiterals(_ text: String, _ expected: String) {
    #expect(scan(text).joined(separator: "|") == expected, "\(text)")
  }

  @Test(
    "What only looks like a literal is none",
    arguments: [
      "一般情况", "一起办理", "十几个人", "几十元", "数百人", "第一次", "第十二届", "一次性告知", "千万不要",
      "百千万工程", "十四五规划", "统一项目", "万一", "周一至周五", "五险一金", "一网通办", "You may apply.",
      "half of it", "one of them", "十、", "（十一）申请", "e.g. this", "以下三点建议", "任意一个", "三四天", "",
      "to march on", "第三季度",
    ])
  func whatOnlyLooksLikeALiteralIsNone(_ text: String) {
    #expect(scan(text) == [])
  }

  @Test(
    "A literal's range covers what was read",
    arguments: [
      ("约定：自收到材料之日起三個工作日内办结", "三個工作日"), ("费用为人民币1.2万元。", "人民币1.2万元"),
      ("于上午9点半开门", "上午9点半"), ("依照深民规〔2019〕2号办理", "深民规〔2019〕2号"),
      ("見第三十三條規定", "第三十三條"), ("共３０％以上", "３０％"), ("电\u{200B}话０７５５－１２３４５。", "０７５５－１２３４５"),
    ])
  func aRangeCoversWhatWasRead(_ text: String, _ part: String) {
    let bytes = Array(text.utf8)
    let literals = LiteralScanner.scan(bytes)
    #expect(literals.count == 1)
    #expect(literals.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [part])
  }

  @Test func aPartOfATextIsScannedAlone() {
    let bytes = Array("共3天，至2025年5月10日。".utf8)
    let date = Array("共3天，至".utf8).count..<bytes.count
    let literals = LiteralScanner.scan(bytes, in: date)
    #expect(literals.map(\.canonical) == ["2025-05-10"])
    #expect(literals.first?.range.lowerBound == date.lowerBound)
  }

  @Test func everyNumberBelowTenThousandReadsTheSameInChineseNumerals() {
    for value in 1..<10_000 {
      let literals = LiteralScanner.scan(Array((chinese(value) + "元").utf8))
      #expect(literals.map(\.canonical) == ["CNY \(value)"], "\(chinese(value))")
    }
  }

  /// The usual way to write a number below ten thousand.
  private func chinese(_ value: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    if value >= 10 && value < 20 { return "十" + (value == 10 ? "" : String(digits[value - 10])) }
    var text = ""
    var pendingZero = false
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / power % 10
      if digit == 0 {
        pendingZero = !text.isEmpty
      } else {
        text += (pendingZero ? "零" : "") + String(digits[digit]) + unit
        pendingZero = false
      }
    }
    return text
  }

  @Test func rangesAreInOrderAndNeverOverlapInRandomText() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "3", "12", "2025", "年", "月", "日", "个", "工作日", "万", "亿", "元", "-", "至", "、", "，", ".", ":",
      "一",
      "十", "二〇", "百分之", "%", "第", "条", "上午", "点", "半", " ", "May", "days", "to", "RMB", "¥", "(",
      ")", "〔",
      "〕", "号", "电话", "http://", "gov.cn", "/", "@", "hk$", "+86", "余", "多", "几", "\n", "a",
      "\u{200B}",
    ]
    for _ in 0..<4000 {
      let bytes = Array(
        (0..<12).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
          .utf8)
      var end = 0
      for literal in LiteralScanner.scan(bytes) {
        #expect(literal.range.lowerBound >= end)
        #expect(!literal.range.isEmpty && literal.range.upperBound <= bytes.count)
        #expect(!literal.canonical.isEmpty)
        end = literal.range.upperBound
      }
    }
  }
}
