import CityText
import Foundation
import Testing

@testable import CityChart

@Suite struct ChartPictureTests {
  private static let hostile = [
    "</text><script>alert(1)</script>", "a & b < c > d \" e ' f", "]]>", "\u{0}\u{1B}[31m红\u{7}",
    "\u{202E}倒\u{2066}写", "一\n二\t三", "\u{FFFF}", "", String(repeating: "长", count: 500),
    String(repeating: "9", count: 300), "👨‍👩‍👧‍👦é", "&amp;&#0;",
  ]

  @Test(arguments: ChartKind.allCases)
  func everyKindIsWellFormedAndNamesItself(_ kind: ChartKind) throws {
    let table = ChartSamples.usual(kind)
    let picture = SVGReading(Chart.svg(table, kind, language: .chinese, highlight: 1))
    #expect(picture.isWellFormed)
    let root = try #require(picture.elements.first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["viewBox"] == "0 0 720 420")
    let ids = picture.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let labels = (root.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    #expect(labels.count == 2 && labels.allSatisfy(ids.contains))
    #expect(picture.named("title").first?.text == table.title)
    #expect(
      picture.named("desc").first?.text
        == Chart.description(table, kind, language: .chinese, highlight: 1))
  }

  @Test(arguments: ChartKind.allCases)
  func hostileLabelsStayText(_ kind: ChartKind) {
    let allowed: Set = ["svg", "title", "desc", "rect", "path", "text", "g", "defs", "pattern"]
    for text in Self.hostile {
      var table = ChartSamples.usual(kind)
      table.title = text
      table.unit = text
      table.secondUnit = text
      table.columns = table.columns.map { _ in text }
      for row in table.rows.indices { table.rows[row].label = text }
      table.source = text
      table.note = text
      let picture = SVGReading(Chart.svg(table, kind))
      #expect(picture.isWellFormed, "\(kind) with \(text.debugDescription)")
      #expect(picture.elements.allSatisfy { allowed.contains($0.name) })
      let seen = picture.elements.map(\.text).joined()
      #expect(!seen.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B })
    }
  }

  @Test func aLabelKeepsItsCharactersThroughEscaping() {
    var table = ChartSamples.usual(.ranking)
    table.rows[0].label = "<A&B>\"'"
    let picture = SVGReading(Chart.svg(table, .ranking))
    #expect(picture.texts.contains { $0.text == "<A&B>\"'" })
  }

  @Test(arguments: ChartKind.allCases)
  func theSameTableGivesTheSameBytes(_ kind: ChartKind) {
    let table = ChartSamples.usual(kind)
    #expect(Chart.svg(table, kind) == Chart.svg(table, kind))
    var other = table
    other.rows[0].values[0] = 77
    #expect(Chart.svg(table, kind) != Chart.svg(other, kind))
  }

  @Test(arguments: ChartKind.allCases)
  func oddTablesAreDrawn(_ kind: ChartKind) {
    let width = ChartSamples.columns(kind).count
    func rows(_ count: Int, _ value: Double?) -> [(label: String, values: [Double?])] {
      (0..<count).map { ("行\($0)", Array(repeating: value, count: width)) }
    }
    let values: [Double?] = [
      nil, 0, 5, -5, 1e-9, 1e18, -1e308, .greatestFiniteMagnitude, .nan, .infinity,
      .leastNonzeroMagnitude,
    ]
    for value in values {
      for count in [0, 1, 2, 40, 300] {
        let table = ChartSamples.table(kind, rows: rows(count, value))
        let svg = Chart.svg(table, kind, highlight: 5)
        #expect(SVGReading(svg).isWellFormed)
        #expect(!svg.contains("nan") && !svg.contains("inf"))
        #expect(!Chart.text(table, kind, width: 60, highlight: -1).isEmpty)
      }
    }
    var ragged = ChartSamples.usual(kind)
    ragged.rows[0].values = []
    ragged.rows[1].values += [1, 2, 3]
    #expect(SVGReading(Chart.svg(ragged, kind)).isWellFormed)
    ragged.columns = []
    #expect(SVGReading(Chart.svg(ragged, kind)).isWellFormed)
    #expect(!Chart.text(ragged, kind, width: 60).isEmpty)
  }

  @Test func aTableWithoutValuesSaysSo() {
    for kind in ChartKind.allCases {
      let table = ChartSamples.table(kind, rows: [("甲", [nil, nil]), ("乙", [nil, nil])])
      #expect(SVGReading(Chart.svg(table, kind)).texts.contains { $0.text == "无数据" })
    }
  }

  @Test func everyColourStandsAgainstWhite() {
    for colour in ChartInk.series + [
      ChartInk.text, ChartInk.soft, ChartInk.main, ChartInk.accent, ChartInk.deep,
    ] {
      #expect(contrast(colour) >= 4.5, "\(colour)")
    }
  }

  @Test func partsOfFortyDifferInColourOrHatch() {
    let looks = (0..<40).map { ChartInk.colour($0) + ChartInk.hatch($0) }
    #expect(Set(looks).count == 40)
  }

  /// Contrast against white as WCAG 2.1 defines it.
  private func contrast(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0xFFFFFF
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05)
  }
}
