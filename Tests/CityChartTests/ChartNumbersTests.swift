import CityText
import Testing

@testable import CityChart

@Suite struct ChartNumbersTests {
  /// Every numeral that the table itself brings: its values at its decimals, and those in its texts.
  private func allowed(_ table: ChartTable, _ kind: ChartKind) -> Set<String> {
    var found: Set<String> = []
    for row in table.rows.indices {
      for column in table.columns.indices {
        if let value = table.value(row, column) {
          found.insert(table.text(value, column: column, in: kind))
        }
      }
    }
    let texts =
      [table.title, table.englishTitle ?? "", table.unit, table.source, table.note ?? ""]
      + table.columns + table.rows.map(\.label)
    return found.union(texts.flatMap(numerals))
  }

  @Test(arguments: ChartKind.allCases)
  func everyNumberSeenStandsInTheTableOrIsATick(_ kind: ChartKind) {
    var dice = ChartDice(seed: 11)
    for round in 0..<40 {
      let table = ChartSamples.random(kind, rows: [1, 3, 8, 13, 24, 40][round % 6], dice: &dice)
      let allowed = allowed(table, kind)
      let picture = SVGReading(Chart.svg(table, kind, highlight: round % 9))
      for text in picture.texts where !text.isTick {
        for numeral in numerals(text.text) {
          #expect(allowed.contains(numeral), "\(numeral) in \(text.text)")
        }
      }
      for width in [40, 72, 120] {
        for numeral in numerals(Chart.text(table, kind, width: width, highlight: round % 9)) {
          #expect(allowed.contains(numeral), "\(numeral) at width \(width)")
        }
      }
    }
  }

  @Test(arguments: ChartKind.allCases)
  func theDescriptionHoldsEveryNumberUnitPeriodAndSource(_ kind: ChartKind) {
    var table = ChartSamples.usual(kind)
    table.note = "注记"
    table.rows[2].values[0] = nil
    let text = Chart.description(table, kind)
    let found = numerals(text)
    for row in table.rows.indices {
      #expect(text.contains(table.rows[row].label))
      for column in table.columns.indices {
        guard let value = table.value(row, column) else { continue }
        #expect(found.contains(table.text(value, column: column, in: kind)))
      }
    }
    for part in [table.title, table.unit, table.source, "注记"] { #expect(text.contains(part)) }
    #expect(text.contains("期间：") == kind.isOverTime)
    #expect(text.contains("无数据"))
    #expect(Chart.description(table, kind, language: .english).hasPrefix("A sample. "))
  }

  @Test func aGapBreaksTheLineAndHasNoNumber() {
    func lines(_ middle: Double?) -> Int {
      let table = ChartSamples.table(
        .levelsWithGrowth,
        rows: zip(["一", "二", "三", "四", "五"], [4, 5, middle, 6, 7]).map { ($0, [nil, $1]) })
      let picture = SVGReading(Chart.svg(table, .levelsWithGrowth))
      return picture.named("path").filter { $0.attributes["stroke-width"] == "2.2" }.count
    }
    // One of them is the line in the heading.
    #expect(lines(5.5) == 2)
    #expect(lines(nil) == 3)
  }

  @Test func aMissingBarIsNotDrawnAsZero() {
    func bars(_ middle: Double?) -> Int {
      let table = ChartSamples.table(
        .levelsWithGrowth, rows: [("一", [4, nil]), ("二", [middle, nil]), ("三", [6, nil])])
      return SVGReading(Chart.svg(table, .levelsWithGrowth)).named("rect").count
    }
    #expect(bars(0) == bars(5))
    #expect(bars(nil) == bars(5) - 1)
    #expect(bars(.nan) == bars(nil))
  }

  @Test func runsAreThoseOfASlowReading() {
    var dice = ChartDice(seed: 3)
    for _ in 0..<200 {
      let values: [Double?] = (0..<Int.random(in: 0..<12, using: &dice)).map { _ in
        Bool.random(using: &dice) ? 1 : nil
      }
      let runs = ChartCanvas.runs(values)
      #expect(runs.flatMap(Array.init) == values.indices.filter { values[$0] != nil })
      for (a, b) in zip(runs, runs.dropFirst()) { #expect(a.upperBound < b.lowerBound) }
    }
  }

  @Test(
    arguments: [
      (1.005, 2, "1.01"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (0, 0, "0"), (2.5, 0, "3"),
      (-2.5, 0, "-3"), (1234567.891, 1, "1234567.9"), (0.1 + 0.2, 9, "0.300000000"),
      (99.95, 1, "100.0"), (-1e300, 2, "-1e+300"), (5, -3, "5"), (1.25, 40, "1.250000000"),
    ] as [(Double, Int, String)])
  func numbersStandAtTheirDecimals(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(DecimalText.text(value, decimals: decimals) == text)
  }

  @Test func aNumberReadBackIsWithinHalfItsLastPlace() throws {
    var dice = ChartDice(seed: 5)
    for _ in 0..<2_000 {
      let value = Double.random(in: -1e6...1e6, using: &dice)
      let decimals = Int.random(in: 0...4, using: &dice)
      let text = DecimalText.text(value, decimals: decimals)
      let back = try #require(Double(text))
      let half = [0.5, 0.05, 0.005, 0.0005, 0.00005][decimals]
      #expect(abs(back - value) <= half + 1e-8)
      #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
    }
  }
}
