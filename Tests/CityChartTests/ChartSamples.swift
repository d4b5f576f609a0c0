import CityChart

/// Small tables of each kind; their numbers are made up for the tests.
enum ChartSamples {
  static func columns(_ kind: ChartKind) -> [String] {
    switch kind {
    case .levelsWithGrowth: ["营业额", "增速"]
    case .yearOverYearLines: ["前年", "去年", "今年"]
    case .contributions: ["农业", "工业", "服务业", "合计"]
    case .ranking: ["得分"]
    case .gauge: ["完成进度", "时间进度", "已完成"]
    case .fan: ["实际", "预测", "八成下限", "八成上限", "九成五下限", "九成五上限"]
    }
  }

  static func table(
    _ kind: ChartKind, rows: [(label: String, values: [Double?])], decimals: Int = 1
  ) -> ChartTable {
    ChartTable(
      title: "样本镇的样本", englishTitle: "A sample", unit: kind == .gauge ? "%" : "万元",
      secondUnit: kind == .levelsWithGrowth ? "%" : kind == .gauge ? "万元" : nil,
      columns: columns(kind), rows: rows, source: "样本镇统计站", decimals: decimals)
  }

  /// Eight rows.
  static func usual(_ kind: ChartKind) -> ChartTable {
    var dice = ChartDice(seed: 7)
    return random(kind, rows: 8, dice: &dice)
  }

  /// Values of any scale, some missing, some tables with negative ones.
  static func random(_ kind: ChartKind, rows: Int, dice: inout ChartDice) -> ChartTable {
    let scale = ([1, 30, 4_000, 250_000] as [Double]).randomElement(using: &dice) ?? 1
    let low = Bool.random(using: &dice) ? -0.6 * scale : 0.4 * scale
    let width = columns(kind).count
    let history = rows * 2 / 3
    var table: [(label: String, values: [Double?])] = []
    for row in 0..<rows {
      var values: [Double?] = (0..<width).map { _ in
        Int.random(in: 0..<7, using: &dice) == 0
          ? nil : Double.random(in: low...scale, using: &dice)
      }
      if kind == .fan {
        let middle = Double.random(in: low...scale, using: &dice)
        values =
          row < history
          ? [values[0], nil, nil, nil, nil, nil]
          : [
            nil, middle, middle - scale / 9, middle + scale / 9, middle - scale / 5,
            middle + scale / 5,
          ]
      }
      table.append((label: label(row, dice: &dice), values: values))
    }
    return self.table(kind, rows: table, decimals: Int.random(in: 0...2, using: &dice))
  }

  private static func label(_ row: Int, dice: inout ChartDice) -> String {
    let names = ["甲镇", "乙街道办事处", "丙", "Ding Town", "2024Q3", "一个名字特别长的开发区管理委员会"]
    return (names.randomElement(using: &dice) ?? "") + "第\(row)"
  }
}
