import CityText
import Testing

@testable import TriageSkill

struct AcceptanceRulesTests {
  static let rules = try! AcceptanceRules.read(
    try! Seeds.bytes("not-accepted.csv"), path: "not-accepted.csv")

  private func decide(
    _ text: String, urgency: UrgencyReading = UrgencyReading(.normal), place: PlaceReading? = nil
  ) -> AcceptanceDecision {
    let folded = FoldedText(Array(text.utf8))
    return Self.rules.decide(
      folded, urgency: urgency, place: place,
      routing: ResponsibilityTableTests.table.route(folded))
  }

  @Test func theShippedRulesReadWithoutComplaint() throws {
    var problems: [TriageError] = []
    let rules = try AcceptanceRules.read(try Seeds.bytes("not-accepted.csv"), path: "n") {
      problems.append($0)
    }
    #expect(problems.isEmpty)
    #expect(rules.rules.count == 18)
    #expect(
      rules.rules.allSatisfy {
        !$0.source.isEmpty && !$0.confidence.isEmpty && !$0.asOf.isEmpty
          && !$0.englishChannel.isEmpty
      })
  }

  @Test(
    arguments: [
      ("我已经起诉开发公司，法院已立案，请你们帮忙催一下", "NA02", "12368"),
      ("The case is before the court, please help", "NA02", "12368"),
      ("已申请仲裁，等仲裁结果", "NA03", "仲裁"), ("对罚款不服，行政复议中，复议已受理", "NA04", "复议"),
      ("我反映的事信访局已受理", "NA05", "信访"), ("举报某科长收受贿赂、以权谋私", "NA06", "12388"),
      ("部队营区里面太晚放号", "NA07", "军队"), ("昨晚家里遭入室盗窃", "NA08", "110"),
      ("My phone was stolen on the bus", "NA08", "110"), ("三楼失火，冒浓烟", "NA09", "119"),
      ("有老人晕倒在路边，需要救护车", "NA10", "120"), ("路口刚刚撞车了，有人肇事逃逸", "NA11", "122"),
      ("有人在网上发涉密文件", "NA13", "保密"),
    ])
  func whatIsNotTheDesksNamesTheRightChannel(_ text: String, _ rule: String, _ channel: String) {
    let decision = decide(text)
    guard case .notAccepted(let found, let named) = decision.acceptance.value else {
      Issue.record("\(text): \(decision.acceptance.value)")
      return
    }
    #expect(found == rule && named.contains(channel))
    #expect(decision.acceptance.origin.description == "table:\(rule)@\(Self.rules.version)")
    #expect(!decision.acceptance.evidence.isEmpty)
  }

  @Test(
    arguments: [
      "路灯坏了好几天", "井盖被偷了，很危险", "我们还没有起诉，法院立案之前想调解", "再不修我准备向法院起诉，如果法院立案就晚了",
      "有人在空地烧垃圾，冒浓烟", "这个路口经常出事故", "The street light is broken", "",
    ])
  func whatOnlyLooksLikeItIsAccepted(_ text: String) {
    #expect(decide(text).acceptance.value == .accepted)
    #expect(decide(text).acceptance.origin.name == "acceptance.default")
  }

  @Test(
    arguments: [("他欠钱不还怎么办", ["NA15"]), ("上次工单办结了，你们已经回复过，但没解决", ["NA12"])])
  func rulesThatDoNotDecideAskForAPerson(_ text: String, _ rules: [String]) {
    #expect(decide(text).acceptance.value == .needsPerson(rules))
  }

  @Test func aMatterOfTheDeskIsNotTurnedAway() {
    // Half of it is one for the police, half for the desk.
    let decision = decide("消防通道被堵死，楼道堆放杂物，上周我的电动车还被偷了")
    #expect(decision.acceptance.value == .needsPerson(["NA08"]))
    #expect(decision.rules.map(\.id) == ["NA08"])
  }

  @Test func emergenciesAreHandedOverFirstAndStillFiled() {
    let decision = decide(
      "三楼失火，冒浓烟",
      urgency: UrgencyReading(.emergency, lines: [.fire, .ambulance], reasons: ["fire"]))
    #expect(decision.handOver == [.fire, .ambulance])
    #expect(decision.acceptance.value == .needsPerson(["emergency"]))
    #expect(decide("路灯坏了", urgency: UrgencyReading(.urgent, lines: [.police])).handOver.isEmpty)
  }

  @Test func anotherPlacesMatterGoesToThatPlace() {
    let there = PlaceReading(candidates: [], words: "广州天河", elsewhere: "广州")
    guard case .notAccepted("NA01", let channel) = decide("路灯坏了", place: there).acceptance.value
    else {
      Issue.record("accepted")
      return
    }
    #expect(channel.contains("12345"))
    let both = PlaceReading(
      candidates: [.init(street: "莲花街道", name: "景田")], words: "景田", elsewhere: "广州")
    #expect(decide("路灯坏了", place: both).acceptance.value == .needsPerson(["NA01"]))
    let here = PlaceReading(candidates: [.init(street: "莲花街道", name: "景田")], words: "景田")
    #expect(decide("路灯坏了", place: here).acceptance.value == .accepted)
  }

  @Test(
    arguments: [
      (",理由,phrases,yes,词,,110", "no id"), ("A,理由,phrases,yes,词,,", "no channel"),
      ("A,理由,phrases,yes,,,110", "no phrases"), ("A,理由,always,yes,词,,110", "no condition"),
      ("Z,理由,phrases,yes,词,,110", "already"),
    ])
  func badRulesAreReportedAndLeftOut(_ row: String, _ message: String) throws {
    let text = "id,reason,when,decides,phrases,unless,channel\nZ,好,phrases,no,字,,热线\n\(row)\n"
    var problems: [TriageError] = []
    let rules = try AcceptanceRules.read(Array(text.utf8), path: "n.csv") { problems.append($0) }
    #expect(rules.rules.map(\.id) == ["Z"])
    #expect(problems.count == 1 && problems[0].line == 3 && problems[0].message.contains(message))
  }

  @Test func bytesBringTheRulesBack() throws {
    let bytes = Self.rules.bytes
    let back = try #require(AcceptanceRules(bytes: bytes))
    #expect(back.rules == Self.rules.rules && back.version == Self.rules.version)
    for cut in stride(from: 0, to: bytes.count, by: 101) {
      #expect(AcceptanceRules(bytes: Array(bytes[..<cut])) == nil)
    }
  }
}
