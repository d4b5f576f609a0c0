import CityText
import Testing

@testable import TriageSkill

struct ReplyCheckTests {
  /// One report about one thing, and one about two.
  static let lamp = "新洲路二街的路灯坏了一个多星期，晚上很黑，老人走路不安全，请尽快修好。"
  static let two = "1、小区门口井盖松动，车一压就响。\n2、楼下烧烤店油烟很大，熏得开不了窗。"
  static let lampEnglish =
    "The street lights on Xinzhou Road have been out for a week. It is very dark at night."

  static func subject(_ report: String) -> ReplySubject {
    let text = FoldedText(Array(report.utf8))
    let bytes = Array(report.utf8)
    var matters: [Range<Int>] = []
    if let cut = bytes.firstIndex(of: 0x0A) { matters = [0..<cut, (cut + 1)..<bytes.count] }
    let table = ResponsibilityTableTests.table
    let parts = matters.isEmpty ? [0..<bytes.count] : matters
    let routings = parts.map { table.route(text, within: $0) }
    return ReplySubject(
      whole: bytes, matters: matters, objects: routings.flatMap(\.words),
      units: routings.map(\.assignment.value.lead), close: Moment("2026-12-02 18:00"))
  }

  private static func check(_ reply: String, _ report: String = lamp) -> ReplyCheck {
    ReplyCheck(Array(reply.utf8), to: subject(report), at: Moment("2026-11-27 10:00")!)
  }

  /// Each reply with what must come out other than passed, as `rule:verdict`; written for this test.
  static let replies: [(reply: String, report: String, notPassed: [String])] = [
    ("您好！新洲路二街路灯已于11月26日修复，恢复照明。感谢您的监督。福田区城市管理和综合执法局", lamp, []),
    ("经区城市管理和综合执法局核查，路灯线路老化，计划于12月1日前更换完毕。", lamp, []),
    ("您反映的路灯已修好。城市管理和综合执法局", lamp, []),
    ("莲花街道办事处已联系养护单位更换路灯3盏，现已恢复正常。", lamp, []),
    ("我局已修复该处路灯。", lamp, ["reply.unit:unclear"]),
    ("路灯已修复，谢谢。", lamp, ["reply.unit:failed"]),
    ("相关部门已将路灯修复。", lamp, ["reply.unit:failed"]),
    ("区城市管理和综合执法局将尽快修复路灯。", lamp, ["reply.result:unclear"]),
    ("区城市管理和综合执法局高度重视路灯问题。", lamp, ["reply.result:failed"]),
    ("您反映的路灯问题已收悉，已转区城市管理和综合执法局。", lamp, ["reply.result:failed"]),
    ("因该路段正在进行道路改造，路灯暂不能恢复，区城市管理和综合执法局。", lamp, []),
    ("路灯无法修复。区城市管理和综合执法局", lamp, ["reply.result:unclear"]),
    ("区城市管理和综合执法局：路灯尚未修复。", lamp, ["reply.result:failed"]),
    ("区城市管理和综合执法局计划3个工作日内更换路灯。", lamp, []),
    ("区城市管理和综合执法局预计12月20日前更换路灯。", lamp, ["reply.promise:unclear"]),
    ("区城市管理和综合执法局将于明年3月更换路灯。", lamp, []),
    ("区城市管理和综合执法局将在本周内修好路灯。", lamp, []),
    ("区住房和建设局已对该工地作出处罚，责令停工整改。", lamp, ["reply.matter:failed"]),
    ("好的。", lamp, ["reply.matter:failed", "reply.unit:failed", "reply.result:failed"]),
    ("", lamp, ["reply.matter:failed", "reply.unit:failed", "reply.result:failed"]),
    ("路灯已由区城市管理和综合执法局修复，这是您自己没看清，请不要无理取闹。", lamp, ["reply.blame:failed"]),
    ("路灯已由区城市管理和综合执法局修复，如再投诉后果自负。", lamp, ["reply.threat:failed"]),
    ("区城市管理和综合执法局已派人修复路灯，新洲路二街晚上照明已恢复。", lamp, []),
    ("據查，新洲路二街路燈已修復。區城市管理和綜合執法局", lamp, []),
    ("The street lights have been repaired by the Urban Management Bureau.", lampEnglish, []),
    ("The Urban Management Bureau will replace the street lights by 2026-12-01.", lampEnglish, []),
    (
      "The Urban Management Bureau will replace the street lights as soon as possible.",
      lampEnglish, ["reply.result:unclear"]
    ),
    (
      "Our office has been informed.", lampEnglish,
      ["reply.matter:failed", "reply.unit:unclear", "reply.result:failed"]
    ),
    (
      "The street lights were repaired. Stop complaining, this is your own fault.", lampEnglish,
      ["reply.unit:failed", "reply.blame:failed", "reply.threat:failed"]
    ),
    (
      "The street lights cannot be repaired because the road is closed. Urban Management Bureau",
      lampEnglish, []
    ),
    (
      "The Urban Management Bureau cannot repair the street lights.", lampEnglish,
      ["reply.result:unclear"]
    ),
    ("路灯已修复。区城市管理和综合执法局", lampEnglish, ["reply.matter:unclear"]),
    ("区水务局已加固松动井盖；市生态环境局福田管理局已责令烧烤店整改油烟，11月26日复查达标。", two, []),
    ("区水务局已于11月26日加固井盖。", two, ["reply.matter:failed"]),
    ("市生态环境局福田管理局已责令烧烤店清洗油烟管道。", two, ["reply.matter:failed"]),
    ("区水务局：门口井盖已更换。油烟问题将尽快处理。", two, []),
    ("两件事都已处理。街道办事处", two, ["reply.matter:failed", "reply.matter:failed", "reply.unit:failed"]),
    ("沙头街道办事处已更换井盖，油烟由市生态环境局福田管理局于12月1日前监测。", two, []),
    ("区水务局优化布局，井盖和油烟正在处理。", two, ["reply.result:unclear"]),
    ("经沙头街道办事处调解，双方达成一致，井盖由物业更换，油烟管道已改造完毕，已清洗。", two, []),
  ]

  @Test func thereAreFortyReplies() { #expect(Self.replies.count == 40) }

  @Test(arguments: replies)
  func repliesAreJudgedRuleByRule(_ reply: String, _ report: String, _ notPassed: [String]) {
    let check = Self.check(reply, report)
    let found = check.findings.filter { $0.verdict != .passed }
    #expect(
      found.map { "\($0.rule.rawValue):\($0.verdict.rawValue)" } == notPassed,
      "\(check.findings.map { "\($0.rule.rawValue):\($0.verdict.rawValue) \($0.text(.english))" })")
    #expect(check.hasNoFailure == !notPassed.contains { $0.hasSuffix("failed") })
    let bytes = Array(reply.utf8)
    for range in check.findings.flatMap(\.evidence) {
      #expect(range.upperBound <= bytes.count && !range.isEmpty)
      #expect(String(validating: bytes[range], as: UTF8.self) != nil, "evidence cuts a character")
    }
  }

  @Test(
    arguments: [
      ("2026-12-02 18:00", ReplyFinding.Verdict.passed), ("2026-12-02 18:01", .failed),
      (nil, .unclear),
    ] as [(String?, ReplyFinding.Verdict)])
  func theLimitIsHeldAgainstTheMomentOfTheReply(
    _ moment: String?, _ verdict: ReplyFinding.Verdict
  ) {
    let check = ReplyCheck(
      Array("好".utf8), to: Self.subject(Self.lamp), at: moment.flatMap { Moment($0) })
    #expect(check.findings.first { $0.rule == .deadline }?.verdict == verdict)
  }

  @Test func evidenceIsTheWordsThatDecided() {
    let reply = "您好，新洲路二街路灯已于11月26日修复。福田区城市管理和综合执法局"
    let check = Self.check(reply)
    func words(_ rule: ReplyFinding.Rule) -> [String] {
      check.findings.first { $0.rule == rule }!.evidence.map {
        String(decoding: Array(reply.utf8)[$0], as: UTF8.self)
      }
    }
    #expect(words(.matter) == ["路灯"])
    #expect(words(.unit) == ["区城市管理和综合执法局"])
    #expect(words(.result) == ["新洲路二街路灯已于11月26日修复"])
  }

  @Test func everyReasonHasWordsInBothLanguages() {
    for reason in ReplyReason.allCases {
      #expect(!reason.words.chinese.isEmpty && !reason.words.english.isEmpty)
    }
    let finding = Self.check("", Self.two).findings[1]
    #expect(finding.text(.chinese) == "第2件事：没有回应")
    #expect(finding.text(.english).hasPrefix("Matter 2: "))
  }

  @Test func reportsWithoutWordsLeaveTheMatterOpen() {
    let check = ReplyCheck(Array("已修复。区水务局".utf8), to: ReplySubject(whole: Array("？".utf8)))
    #expect(check.findings[0].verdict == .unclear)
    #expect(ReplyCheck([], to: ReplySubject(whole: [])).findings[0].verdict == .unclear)
  }

  @Test func aMegabyteOfReplyIsReadInOnePass() {
    let reply = Array(String(repeating: "我局将尽快处理，", count: 40_000).utf8)
    let check = ReplyCheck(reply, to: Self.subject(Self.lamp))
    #expect(check.findings.first { $0.rule == .result }?.verdict == .unclear)
  }
}
