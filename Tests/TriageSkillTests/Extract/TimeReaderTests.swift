import Testing

@testable import TriageSkill

/// Received on Wednesday 2026-11-25 at 20:00.
struct TimeReaderTests {
  static func read(_ text: String) -> String {
    switch ShippedReports.extract(text).time?.value {
    case .span(let from, let to)?: "\(from) … \(to)"
    case .daily(let from, let to)?: "daily \(clock(from))–\(clock(to))"
    case .ongoing?: "ongoing"
    case nil: "none"
    }
  }

  private static func clock(_ seconds: Int) -> String {
    "\(seconds / 3_600):\(seconds / 600 % 6)\(seconds / 60 % 10)"
  }

  @Test(arguments: [
    ("昨天晚上10点开始停水", "2026-11-24 22:00 … 2026-11-24 23:00"),
    ("昨天停水", "2026-11-24 00:00 … 2026-11-25 00:00"),
    ("今早发现井盖丢失", "2026-11-25 06:00 … 2026-11-25 09:00"),
    ("昨晚楼上很吵", "2026-11-24 18:00 … 2026-11-25 00:00"),
    ("前天下午3点半", "2026-11-23 15:30 … 2026-11-23 16:30"),
    ("上周三下午", "2026-11-18 12:00 … 2026-11-18 18:00"),
    ("周一就报修了", "2026-11-23 00:00 … 2026-11-24 00:00"),
    ("星期五路灯坏了", "2026-11-20 00:00 … 2026-11-21 00:00"),
    ("上周开始", "2026-11-16 00:00 … 2026-11-23 00:00"),
    ("上个月停电两次", "2026-10-01 00:00 … 2026-11-01 00:00"),
    ("11月3日发生纠纷", "2026-11-03 00:00 … 2026-11-04 00:00"),
    ("12月3日发生纠纷", "2026-12-03 00:00 … 2026-12-04 00:00"),
    ("3月5日交的费", "2026-03-05 00:00 … 2026-03-06 00:00"),
    ("2025年6月1日签的合同", "2025-06-01 00:00 … 2025-06-02 00:00"),
    ("去年11月入住", "2025-11-01 00:00 … 2025-12-01 00:00"),
    ("2026-11-20 14:30 报的修", "2026-11-20 14:30 … 2026-11-20 15:30"),
    ("明天上午停水", "2026-11-26 08:00 … 2026-11-26 12:00"),
    ("三天前下单", "2026-11-22 00:00 … 2026-11-23 00:00"),
    ("两个小时前", "2026-11-25 17:30 … 2026-11-25 18:30"),
    ("每天凌晨2点到5点施工", "daily 2:00–5:00"),
    ("每天晚上10点到凌晨2点放音乐", "daily 22:00–26:00"),
    ("每晚都有人唱歌", "daily 18:00–24:00"),
    ("天天打桩", "daily 0:00–24:00"),
    ("每天早上七点半", "daily 7:30–8:30"),
    ("近一个月", "2026-10-26 20:00 … 2026-11-25 20:00"),
    ("连续三天没水", "2026-11-22 20:00 … 2026-11-25 20:00"),
    ("坏了两个月了", "2026-09-26 20:00 … 2026-11-25 20:00"),
    ("一直没人管", "ongoing"), ("长期占道", "ongoing"), ("最近很吵", "ongoing"),
    ("刚刚发生", "2026-11-25 19:00 … 2026-11-25 20:00"),
    ("早上9点打过电话", "2026-11-25 09:00 … 2026-11-25 10:00"),
    ("晚上11点打过电话", "2026-11-24 23:00 … 2026-11-25 00:00"),
    ("最近每天凌晨三点", "daily 3:00–4:00"),
    ("昨天報修，現在還沒修", "2026-11-24 00:00 … 2026-11-25 00:00"),
    ("yesterday at 10 pm the water stopped", "2026-11-24 22:00 … 2026-11-24 23:00"),
    ("last night", "2026-11-24 18:00 … 2026-11-25 00:00"),
    ("last Friday", "2026-11-20 00:00 … 2026-11-21 00:00"),
    ("every night until late", "daily 18:00–24:00"),
    ("3 days ago", "2026-11-22 00:00 … 2026-11-23 00:00"),
    ("for the past 2 weeks", "2026-11-11 20:00 … 2026-11-25 20:00"),
    ("it has been going on for months", "ongoing"),
    ("路灯坏了", "none"), ("", "none"), ("保修期三年", "none"), ("", "none"),
  ])
  func readsTimesAgainstTheMomentOfReceipt(_ text: String, _ wanted: String) {
    #expect(Self.read(text) == wanted)
  }

  @Test func aDateInTheFutureIsKeptAndNoted() {
    let report = ShippedReports.report("明天上午要停水吗")
    let extraction = ShippedReports.extractor.extract(report)
    #expect(
      ShippedReports.extractor.notices(of: extraction, report: report).contains(.timeInFuture))
  }

  @Test func aLeapDayIsFoundInTheYearThatHasIt() {
    #expect(Self.read("2月29日办的卡") == "2024-02-29 00:00 … 2024-03-01 00:00")
  }
}
