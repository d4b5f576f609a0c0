import CityText

/// The few words of a chart that its table does not bring.
struct ChartWords: Sendable {
  let isEnglish: Bool

  init(_ language: WrittenLanguage) { isEnglish = language == .english }

  private func word(_ chinese: String, _ english: String) -> String {
    isEnglish ? english : chinese
  }

  var unit: String { word("单位：", "Unit: ") }
  var source: String { word("数据来源：", "Source: ") }
  var note: String { word("注：", "Note: ") }
  var period: String { word("期间：", "Period: ") }
  var data: String { word("数据：", "Data: ") }
  var noData: String { word("无数据", "no data") }
  var highlighted: String { word("突出显示：", "Highlighted: ") }
  var rest: String { word("其余见文字说明", "the rest is in the text alternative") }
  var ahead: String { word("快于时间进度", "ahead of time") }
  var behind: String { word("慢于时间进度", "behind time") }
  var inStep: String { word("与时间进度持平", "in step with time") }

  var map: String { word("街道示意图", "Sketch map of streets") }
  var darker: String {
    word("颜色越深数量越多；边界为示意", "the darker the more; borders are sketched")
  }
  var crowded: String { word("图上无处标注：", "No room on the map: ") }
  var unplaced: String { word("无坐标：", "Without coordinates: ") }

  var colon: String { word("：", ": ") }
  var comma: String { word("，", ", ") }
  var semicolon: String { word("；", "; ") }
  var stop: String { word("。", ". ") }
  var to: String { word(" 至 ", " to ") }

  func title(_ table: ChartTable) -> String {
    isEnglish ? table.englishTitle ?? table.title : table.title
  }

  /// A name with its unit in brackets.
  func named(_ name: String, unit: String) -> String {
    unit.isEmpty ? name : word("\(name)（\(unit)）", "\(name) (\(unit))")
  }

  func kind(_ kind: ChartKind) -> String {
    switch kind {
    case .levelsWithGrowth: word("柱线图", "Bars with a growth line")
    case .yearOverYearLines: word("年度对比折线图", "Lines, one a year")
    case .contributions: word("贡献柱形图", "Bars of contributions")
    case .ranking: word("排名条形图", "Ranked bars")
    case .gauge: word("目标进度图", "Progress towards targets")
    case .fan: word("预测扇形图", "Forecast fan")
    }
  }
}
