import CityAgent
import CityText
import Testing

@testable import TriageSkill

struct TriagerTests {
  /// The shipped tables.
  private static let knowledge: TriageKnowledge = {
    func file(_ name: String) -> [UInt8] { ShippedReports.file(name) }
    return TriageKnowledge(
      responsibility: try! ResponsibilityTable.read(
        file("responsibility.csv"), path: "responsibility.csv", report: { _ in }),
      acceptance: try! AcceptanceRules.read(
        file("not-accepted.csv"), path: "not-accepted.csv", report: { _ in }),
      taxonomy: try! Taxonomy.read(file("taxonomy.csv"), path: "taxonomy.csv", report: { _ in }),
      clock: DeskClock(
        calendar: try! WorkCalendar.read(
          file("calendar.csv"), path: "calendar.csv", report: { _ in })),
      places: ShippedReports.compiled.register)
  }()

  private static let received = Moment("2026-11-25T09:00:00")!

  private func orders(_ text: String) -> [WorkOrder] {
    var triager = Triager(Self.knowledge)
    return triager.orders(
      for: Report(id: "r", text: text, received: Self.received), id: "20261125-0001")
  }

  @Test func theSameReportsInTheSameOrderGiveTheSameOrders() {
    var first = Triager(Self.knowledge)
    var second = Triager(Self.knowledge)
    let form = OrderForm(format: .jsonl) { $0 }
    for sample in ShippedReports.samples {
      let a = first.orders(for: sample.report, id: sample.report.id)
      let b = second.orders(for: sample.report, id: sample.report.id)
      #expect(a.map { form.json($0) } == b.map { form.json($0) })
    }
  }

  @Test func everyFindingNamesItsOriginAndItsEvidenceStandsInTheReport() {
    var triager = Triager(Self.knowledge)
    for sample in ShippedReports.samples {
      for order in triager.orders(for: sample.report, id: sample.report.id) {
        let size = order.report.whole.utf8.count
        #expect(!order.assignment.origin.name.isEmpty)
        for range in order.extraction.urgency.evidence + order.assignment.evidence {
          #expect(range.upperBound <= size, "\(order.id)")
        }
        #expect(order.deadlines.respond <= order.deadlines.feedback)
        #expect(order.deadlines.feedback <= order.deadlines.close)
      }
    }
  }

  @Test func aLineOfNumberedMattersBecomesAParentAndChildren() {
    let made = orders("景田北街有两件事。1、路灯不亮三天了。2、井盖破损。")
    #expect(made.count == 3 && made[0].children == ["20261125-0001.1", "20261125-0001.2"])
    #expect(made[1].parent == "20261125-0001")
    // The place was said once, for all of it.
    #expect(
      made.dropFirst().allSatisfy { $0.extraction.place?.value.candidates.isEmpty == false })
  }

  @Test func theSameMatterAtTheSamePlaceIsSuggestedAsARepeat() {
    var triager = Triager(Self.knowledge)
    let text = "景田北街碧景园门口路灯坏了三盏，晚上看不见路，麻烦派人维修。"
    _ = triager.orders(for: Report(id: "1", text: text, received: Self.received), id: "A")
    let again = triager.orders(
      for: Report(id: "2", text: text + "谢谢！", received: Self.received.adding(seconds: 3_600)),
      id: "B")
    #expect(again[0].duplicates.first?.order == "A")
  }

  @Test(arguments: ["吵", "?", "\u{0}\u{FFFD}", "a", "。。。", "👍"])
  func oneWordComesToAPersonAndNothingBreaks(_ text: String) {
    let made = orders(text)
    #expect(made.count == 1)
    guard case .needsPerson(let reasons) = made[0].acceptance else {
      Issue.record("\(made[0].acceptance)")
      return
    }
    #expect(!reasons.isEmpty)
  }

  @Test func aMegabyteIsKeptWholeAndReadInPart() {
    let text = "路灯不亮。" + String(repeating: "很长的话😀", count: 60_000)
    let made = orders(text)
    #expect(made[0].report.text == text)
    #expect(made[0].notices.contains { $0.contains("64 KB") })
    #expect(!made[0].assignment.value.isFallback)
  }

  @Test func whatTheSenderChoseAndWhatAnEmergencyIsAreKept() {
    var triager = Triager(Self.knowledge)
    var report = Report(id: "r", text: "水围村着火了，快来救人", received: Self.received)
    report.category = "突发事件类"
    let order = triager.orders(for: report, id: "A")[0]
    #expect(order.category?.origin.kind == .sender && order.category?.value.label == "突发事件类")
    #expect(order.extraction.urgency.value.urgency == .emergency)
    #expect(order.deadlines.respond <= Self.received.adding(seconds: 600))
  }
}

struct TriageSentenceTests {
  @Test(arguments: Framing.Key.triageSentences)
  func everySentenceIsThereInBothLanguages(_ key: Framing.Key) {
    #expect(!key.chinese.isEmpty && !key.english.isEmpty)
    for (at, _) in key.kinds.enumerated() {
      #expect(key.chinese.contains("{\(at)") && key.english.contains("{\(at)"))
    }
  }
}

struct QuestionSignsTests {
  @Test(arguments: [
    ("如何举报哄抬物价？", true), ("市民怎样电话举报谣言", true), ("How can I complain about noise?", true),
    ("投诉电话是多少", true), ("垃圾没人管怎么办？", false), ("我要投诉楼下餐厅油烟", false),
    ("不知道怎么回事路灯都坏了，已经向物业反映过", false),
  ])
  func aQuestionOnHowIsNoReport(_ text: String, _ asks: Bool) {
    #expect(QuestionSigns.asksHow(Folding.fold(Array(text.utf8))) == asks)
  }

  @Test(arguments: [
    ("我上次投诉的事处理得怎么样了？", true), ("我上次那个工单怎么样了", true), ("What happened to my report?", true),
    ("我要投诉小区物业", false), ("事故处理结果怎么申诉", false),
  ])
  func askingWhatBecameOfAReport(_ text: String, _ asks: Bool) {
    #expect(QuestionSigns.asksStatus(Folding.fold(Array(text.utf8))) == asks)
  }
}
