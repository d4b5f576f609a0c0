import CityText
import Testing

@Suite struct LiteralScannerTests {
  /// The literals of a text as `kind canonical`, joined by ` | `.
  private func read(_ text: String) -> String {
    LiteralScanner.scan(Array(text.utf8)).map { "\($0.kind.rawValue) \($0.canonical)" }
      .joined(separator: " | ")
  }

  @Test(
    "Numbers have one form however they are written",
    arguments: [
      ("划分社区综合网格1990个", "number 1990"), ("1,990个", "number 1990"), ("１，９９０个", "number 1990"),
      ("一千九百九十个", "number 1990"), ("1.2万件", "number 12000"), ("1.2 万件", "number 12000"),
      ("成功回访3.54万余件", "number 35400"), ("30万", "number 300000"), ("两万五", "number 25000"),
      ("三百五十户", "number 350"), ("一百零五", "number 105"), ("五百亿", "number 50000000000"),
      ("3万5千人", "number 35000"), ("0.2", "number 0.2"), ("1.20", "number 1.2"),
      ("007", "number 7"), ("材料两份", "number 2"), ("三張表", "number 3"), ("四個一", "number 4"),
      ("12省，31个地区", "number 12 | number 31"),
      ("“1+10+92+1990”", "number 1 | number 10 | number 92 | number 1990"),
      ("三分之二", "number 2/3"), ("2/3", "number 2/3"), ("two copies", "number 2"),
      ("twenty-four items", "number 24"), ("one hundred and five", "number 105"),
      ("20 million", "number 20000000"), ("第二次", "number 2"), ("1st floor", "number 1"),
      ("超过95462次", "number 95462"), ("12345件", "number 12345"), ("2千克", "number 2"),
      ("2023,2024", "number 2023 | number 2024"), ("党的二十大", "number 20"),
    ])
  func numbers(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "What only looks like a number is none",
    arguments: [
      "一般情况", "一起办理", "一网通办", "万一不行", "千万不要", "百县千镇万村", "十几个人", "几十个", "三五个", "二三十份", "统一个人信息",
      "三亚", "四川", "十分满意", "一定", "唯一项目", "数百家", "上百人", "登陆个人账户", "You may apply", "one of them",
      "一、总则", "（二）范围", "march on", "March forward", "零跑动", "统筹二级市场",
    ])
  func nothing(text: String) { #expect(read(text) == "") }

  @Test(
    "Percentages",
    arguments: [
      ("99.23%", "percent 99.23"), ("９９．２３％", "percent 99.23"), ("百分之五", "percent 5"),
      ("百分之五点五", "percent 5.5"), ("百分之九十九点二三", "percent 99.23"), ("百分之百", "percent 100"),
      ("5 per cent", "percent 5"), ("5.50 percent", "percent 5.5"), ("千分之三", "percent 0.3"),
      ("3‰", "percent 0.3"), ("提高0.5个百分点", "percent 0.5 pp"), ("0.5百分点", "percent 0.5 pp"),
      ("5%-10%", "percent 5 | percent 10"), ("5-10%", "percent 5 | percent 10"),
    ])
  func percentages(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "Money",
    arguments: [
      ("20元", "money CNY 20"), ("二十元", "money CNY 20"), ("20块钱", "money CNY 20"),
      ("20块", "money CNY 20"),
      ("1.2万元", "money CNY 12000"), ("12,000元", "money CNY 12000"), ("人民币1.2万元", "money CNY 12000"),
      ("RMB 20", "money CNY 20"), ("RMB20", "money CNY 20"), ("20 yuan", "money CNY 20"),
      ("¥3,600", "money CNY 3600"), ("￥3600", "money CNY 3600"), ("HK$540", "money HKD 540"),
      ("540港元", "money HKD 540"), ("港幣540元", "money HKD 540"), ("USD 100", "money USD 100"),
      ("$20 million", "money USD 20000000"), ("1.0289亿元", "money CNY 102890000"),
      ("每月200元/月", "money CNY 200"), ("200-500元", "money CNY 200 | money CNY 500"),
      ("1-3万元", "money CNY 10000 | money CNY 30000"),
      ("10万至20万元", "money CNY 100000 | money CNY 200000"),
      ("5角", "money CNY 0.5"), ("5元5角", "money CNY 5.5"), ("零元", "money CNY 0"),
      ("壹万元", "money CNY 10000"),
      ("2024元旦", "number 2024"), ("元宇宙", ""), ("RMB 200 to 500", "money CNY 200 | money CNY 500"),
    ])
  func money(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "Dates",
    arguments: [
      ("2023年", "date 2023"), ("二〇二三年", "date 2023"), ("二○二三年", "date 2023"),
      ("2023年11月", "date 2023-11"),
      ("2023年11月1日", "date 2023-11-01"), ("2023 年 11 月 1 日", "date 2023-11-01"),
      ("二〇二三年十一月一日", "date 2023-11-01"), ("5月10日", "date --05-10"), ("五月十日", "date --05-10"),
      ("5月10号", "date --05-10"), ("3月底", "date --03"), ("2025-05-10", "date 2025-05-10"),
      ("2025/5/10", "date 2025-05-10"), ("2025.5.10", "date 2025-05-10"),
      ("20250510", "date 2025-05-10"),
      ("May 10, 2025", "date 2025-05-10"), ("10 May 2025", "date 2025-05-10"),
      ("10th of May", "date --05-10"), ("May 10th", "date --05-10"), ("May 2025", "date 2025-05"),
      ("in June", "date --06"), ("3-4月", "date --03 | date --04"),
      ("三至四月", "date --03 | date --04"),
      ("2023年1-3月", "date 2023-01 | date 2023-03"), ("2023年3月至5月", "date 2023-03 | date 2023-05"),
      ("5月10日至15日", "date --05-10 | date --05-15"), ("5月10-15日", "date --05-10 | date --05-15"),
      ("每月15日前", "date ---15"), ("2023-2024年", "date 2023 | date 2024"), ("in 2023", "date 2023"),
      ("2023年12月至2024年3月", "date 2023-12 | date 2024-03"),
      ("2024-03-07 16:26", "date 2024-03-07 | clock 16:26"),
    ])
  func dates(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "Durations",
    arguments: [
      ("三个工作日", "duration 3 workday"), ("3个工作日", "duration 3 workday"),
      ("3個工作日", "duration 3 workday"),
      ("3 working days", "duration 3 workday"), ("three business days", "duration 3 workday"),
      ("半小时", "duration 30 minute"), ("30分钟", "duration 30 minute"),
      ("half an hour", "duration 30 minute"),
      ("0.5小时", "duration 30 minute"), ("30 minutes", "duration 30 minute"),
      ("60分钟", "duration 1 hour"),
      ("24小时内", "duration 24 hour"), ("两年内", "duration 2 year"), ("八个月", "duration 8 month"),
      ("年满16周岁", "duration 16 year"), ("16 years old", "duration 16 year"),
      ("两年半", "duration 30 month"),
      ("半年", "duration 6 month"), ("两个半小时", "duration 150 minute"),
      ("1小时30分钟", "duration 90 minute"),
      ("15日内", "duration 15 day"), ("十五日", "duration 15 day"), ("30-day", "duration 30 day"),
      ("3-5个工作日", "duration 3 workday | duration 5 workday"),
      ("三至五个工作日", "duration 3 workday | duration 5 workday"),
      ("1-2年", "duration 1 year | duration 2 year"),
      ("18至60周岁", "duration 18 year | duration 60 year"),
      ("3 to 5 days", "duration 3 day | duration 5 day"), ("一周", "duration 1 week"), ("一周边", ""),
      ("三年级", ""),
      ("12个月", "duration 12 month"), ("within 10 days", "duration 10 day"),
      ("半个月", "duration 0.5 month"),
      ("24h", "duration 24 hour"),
    ])
  func durations(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "Times of day",
    arguments: [
      ("9:00", "clock 09:00"), ("９：００", "clock 09:00"), ("上午9点半", "clock 09:30"),
      ("上午九时三十分", "clock 09:30"),
      ("下午3点", "clock 15:00"), ("下午2:00-5:30", "clock 14:00 | clock 17:30"),
      ("9:00-12:00，14:00-18:00", "clock 09:00 | clock 12:00 | clock 14:00 | clock 18:00"),
      ("9-12点前", "clock 09:00 | clock 12:00"), ("上午9-12点", "clock 09:00 | clock 12:00"),
      ("5:30 pm", "clock 17:30"),
      ("9 a.m.", "clock 09:00"), ("9am", "clock 09:00"), ("12:00 AM", "clock 00:00"),
      ("中午12点", "clock 12:00"),
      ("晚上8点半", "clock 20:30"), ("三点要求", ""), ("早一点", ""),
    ])
  func clocks(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "Telephone numbers",
    arguments: [
      ("0755-12345", "phone 0755-12345"), ("(0755)82918333", "phone 0755-82918333"),
      ("（0755）82918333", "phone 0755-82918333"),
      ("0755 8291 8333", "phone 0755-82918333"), ("+86-755-82918333", "phone 0755-82918333"),
      ("+86 755 12345", "phone 0755-12345"),
      ("12345热线", "phone 12345"), ("拨打12345。", "phone 12345"),
      ("82918333-2069", "phone 82918333-2069"),
      ("82918333转2069", "phone 82918333-2069"),
      ("82918333、82918334", "phone 82918333 | phone 82918334"),
      ("13800138000", "phone 13800138000"), ("138-0013-8000", "phone 13800138000"),
      ("400-830-0755", "phone 4008300755"),
      ("+852 1234 5678", "phone +852-12345678"), ("Tel: 0755-12345.", "phone 0755-12345"),
    ])
  func phones(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "Codes, articles, document numbers and addresses",
    arguments: [
      ("“10-30-24”工作要求", "identifier 10-30-24"), ("深民规〔2019〕2号", "identifier 深民规〔2019〕2号"),
      ("根据深民规[2019] 2号", "identifier 深民规〔2019〕2号"), ("（深府办规（2020）12号）", "identifier 深府办规〔2020〕12号"),
      ("第33条", "identifier 第33条"), ("第三十三条第二款", "identifier 第33条 | identifier 第2款"),
      ("Article 33", "identifier 第33条"),
      ("第17-20条", "identifier 第17条 | identifier 第20条"),
      ("11440300007542195T3442108219000", "identifier 11440300007542195t3442108219000"),
      ("A4纸", "identifier a4"), ("COVID-19", "identifier covid-19"), ("5G专网", "identifier 5g"),
      ("事项G04", "identifier g04"),
      ("GB/T 33358-2016", "identifier gb/t33358-2016"),
      ("440301199001011234", "identifier 440301199001011234"),
      ("https://www.sz.gov.cn/a?b=1。", "url https://www.sz.gov.cn/a?b=1"),
      ("登录www.gdzwfw.gov.cn办理", "url www.gdzwfw.gov.cn"),
      ("ftfzb2017@szft.gov.cn", "url ftfzb2017@szft.gov.cn"), ("版本1.2.3", "identifier 1.2.3"),
      ("1.4GHz", "number 1.4"),
    ])
  func codes(text: String, expected: String) { #expect(read(text) == expected) }

  @Test func listLabelsAreNoNumbers() {
    #expect(read("1.身份证2份\n2、户口簿\n（3）照片\n12）其他") == "number 2")
    #expect(read("1.5倍") == "number 1.5")
  }

  @Test func rangesCoverWhatStandsInTheSource() {
    let text = "自　２０２３年１１月起，收费人民币1.2万元，３個工作日。"
    let bytes = Array(text.utf8)
    let found = LiteralScanner.scan(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == ["２０２３年１１月", "人民币1.2万元", "３個工作日"])
  }
}
