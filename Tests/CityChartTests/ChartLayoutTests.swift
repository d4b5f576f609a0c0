import CityText
import Testing

@testable import CityChart

@Suite struct ChartLayoutTests {
  /// The box of a text as it will be drawn, a little smaller than estimated: widths are rounded up.
  private func box(_ text: SVGReading.Element) -> LabelPlacer.Box? {
    guard let x = text.number("x"), let y = text.number("y"), let size = text.number("font-size"),
      text.attributes["transform"] == nil
    else { return nil }
    let anchor = text.attributes["text-anchor"].flatMap(SVGWriter.Anchor.init) ?? .start
    var box = LabelPlacer.box(text.text, x: x, y: y, size: size, anchor: anchor)
    box.left += 2
    box.right -= 2
    box.top += size * 0.12
    box.bottom -= size * 0.12
    return box
  }

  @Test(arguments: ChartKind.allCases, [1, 2, 5, 8, 12, 24, 40])
  func noTextLiesOverAnotherOrOutsideThePicture(_ kind: ChartKind, _ rows: Int) {
    var dice = ChartDice(seed: UInt64(rows))
    for round in 0..<12 {
      var table = ChartSamples.random(kind, rows: rows, dice: &dice)
      if round % 2 == 1 { table.note = "注记一句" }
      if round % 4 == 3 {
        table.columns = table.columns.map { $0 + "是一个名字很长很长很长很长很长的指标" }
        table.unit = "一个很长很长很长很长很长很长很长很长的单位"
      }
      let highlight = round % 3 == 0 ? nil : round
      let picture = SVGReading(
        Chart.svg(
          table, kind, language: round % 2 == 0 ? .chinese : .english, highlight: highlight))
      let texts = picture.texts.compactMap { text in box(text).map { (text.text, $0) } }
      for (i, (name, box)) in texts.enumerated() {
        #expect(
          box.left >= 0 && box.right <= 720 && box.top >= 0 && box.bottom <= 420,
          "\(name) leaves the picture: \(box)")
        for (other, otherBox) in texts[(i + 1)...] where box.meets(otherBox) {
          Issue.record("\(kind), \(rows) rows, round \(round): \(name) lies over \(other)")
        }
      }
    }
  }

  @Test func theLastLabelIsShownWhereLabelsAreThinned() {
    let labels = (0..<40).map { "第\($0)个时期" }
    guard case .thinned = CategoryAxis(labels, left: 60, right: 700).form else {
      Issue.record("forty labels of this length have no room")
      return
    }
    let table = ChartSamples.table(.yearOverYearLines, rows: labels.map { ($0, [1, 2, 3]) })
    let picture = SVGReading(Chart.svg(table, .yearOverYearLines))
    #expect(picture.texts.contains { $0.text == "第39个时期" })
  }

  @Test func aCutTextKeepsItsFullWordingAndNoHalfNumber() {
    let name = "一个名字" + String(repeating: "特别", count: 20) + "长2024年"
    let table = ChartSamples.table(.ranking, rows: [(name, [1]), ("短", [2])])
    let picture = SVGReading(Chart.svg(table, .ranking))
    #expect(picture.named("title").contains { $0.text == name })
    #expect(picture.texts.contains { $0.text.hasSuffix("…") && name.hasPrefix($0.text.dropLast()) })
    for limit in 1...40 {
      let cut = TextExtent.shortened("产值13490.5亿元的说明", to: Double(limit) * 6, size: 12)
      #expect(numerals(cut).allSatisfy { $0 == "13490.5" })
    }
  }

  @Test func theWholeRankingOfFortyIsShownAndAStrongOneFromBeyond() {
    func shown(_ count: Int) -> [String] {
      let table = ChartSamples.table(
        .ranking, rows: (0..<count).map { ("镇\($0)号", [Double(count - $0)]) })
      return SVGReading(Chart.svg(table, .ranking, highlight: count - 1)).texts.map(\.text)
    }
    let forty = shown(40)
    #expect((0..<40).allSatisfy { forty.contains("镇\($0)号") })
    #expect(!forty.contains("其余见文字说明"))
    let more = shown(60)
    #expect(more.contains("镇59号") && more.contains("其余见文字说明") && !more.contains("镇45号"))
  }
}
