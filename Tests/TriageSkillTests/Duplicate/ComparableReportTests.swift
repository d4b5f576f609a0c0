import Testing

@testable import TriageSkill

@Suite struct ComparableReportTests {
  private func order(isFallback: Bool) -> WorkOrder {
    let rule = FindingOrigin(.rule, "test")
    let moment = DuplicateSamples.start
    let place = PlaceReading(
      candidates: [.init(street: "莲花街道", name: "青禾小区")], words: "青禾小区东门")
    return WorkOrder(
      id: "W1",
      report: Report(
        id: "R1", title: "电梯坏了", text: "三栋电梯又停了。", reporter: "a1", received: moment),
      category: Finding(
        Classification(label: "城乡建设", probability: 0.9, margin: 0.8), by: rule),
      extraction: Extraction(
        urgency: Finding(UrgencyReading(.normal), by: rule), place: Finding(place, by: rule),
        request: Finding(.complaint, by: rule), matters: [0..<12]),
      assignment: Finding(
        Assignment(
          matter: "M016", name: "电梯故障", lead: "街道", level: .street, limit: .init(5, .workDays),
          isFallback: isFallback), by: rule),
      acceptance: .accepted, deadlines: Deadlines(respond: moment, feedback: moment, close: moment))
  }

  @Test func anOrderBringsItsPlaceAndItsMatter() {
    let report = ComparableReport(order(isFallback: false))
    #expect(report.id == "W1" && report.title == "电梯坏了" && report.reporter == "a1")
    #expect(report.places == ["青禾小区东门", "青禾小区"] && report.matter == "M016")
  }

  @Test func theFallbackOwnerIsNoMatter() {
    #expect(ComparableReport(order(isFallback: true)).matter == "城乡建设")
  }
}
