import CityText
import Testing

@testable import CityChart

@Suite struct ChartTextTests {
  @Test(arguments: ChartKind.allCases)
  func noLineIsWiderThanTheTerminal(_ kind: ChartKind) {
    var dice = ChartDice(seed: 29)
    for round in 0..<30 {
      let table = ChartSamples.random(kind, rows: [1, 2, 9, 40][round % 4], dice: &dice)
      for width in [40, 55, 80, 132] {
        let text = Chart.text(table, kind, width: width, highlight: round % 5)
        for line in text.split(separator: "\n") {
          #expect(CleanText.columns(of: String(line)) <= width, "\(line)")
        }
      }
      #expect(Chart.text(table, kind, width: 3) == Chart.text(table, kind, width: 40))
    }
  }

  @Test func aRankingIsAlignedWithWideAndNarrowNames() {
    let table = ChartSamples.table(
      .ranking, rows: [("南山区", [10]), ("Bay", [5]), ("福田", [1.3]), ("无", [nil])])
    #expect(
      Chart.text(table, .ranking, width: 40, highlight: 1) == """
        样本镇的样本
        单位：万元
          南山区 ████████████████████████   10.0
        > Bay    ████████████                5.0
          福田   ███▏                        1.3
          无                              无数据
        数据来源：样本镇统计站

        """)
  }

  @Test func negativeBarsEndAtZero() {
    let table = ChartSamples.table(.ranking, rows: [("甲", [3]), ("乙", [-1]), ("丙", [0])])
    let lines = Chart.text(table, .ranking, width: 40).split(separator: "\n")
    #expect(lines[2] == "甲         │███████████████████████  3.0")
    #expect(lines[3] == "乙 ████████│                        -1.0")
    #expect(lines[4] == "丙         │                         0.0")
  }

  @Test(
    arguments: [(0, ""), (0.001, "▏"), (0.125, "▌"), (0.5, "██"), (0.99, "████"), (7, "████")]
      as [(Double, String)])
  func barsGrowByEighths(_ share: Double, _ bar: String) {
    #expect(BlockText.bar(share, columns: 4) == bar)
  }

  @Test func aSparklineShowsGapsAndConstants() {
    #expect(BlockText.sparkline([1, nil, 4.5, 8], range: 1...8) == "▁·▅█")
    #expect(BlockText.sparkline([3, 3], range: 3...3) == "▄▄")
    #expect(BlockText.sparkline([-1e308, 1e308], range: -1e308...1e308) == "▁█")
  }

  @Test func terminalsAreNotCommanded() {
    var table = ChartSamples.usual(.ranking)
    table.title = "\u{1B}[2J\u{9B}清屏\r\n"
    table.rows[0].label = "\u{7}\u{202E}名"
    let text = Chart.text(table, .ranking, width: 60)
    #expect(text.hasPrefix("[2J清屏\n"))
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E
      })
  }

  @Test func aCutTextFillsItsColumnsAndNoMore() {
    for columns in 1...20 {
      let fitted = BlockText.fitted("街道 Office 办事处の漢字", to: columns)
      #expect(CleanText.columns(of: fitted) == columns)
    }
    #expect(BlockText.shortened("短", to: 2) == "短")
    #expect(BlockText.shortened("比重2024年", to: 7) == "比重…")
  }
}
