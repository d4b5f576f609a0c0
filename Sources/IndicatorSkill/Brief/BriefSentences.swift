import CityAgent

/// Headings and notes of the brief.
extension Framing.Key {
  static let briefTitle = Framing.Key(
    "briefTitle", kinds: [.place, .day], chinese: "{0}{1}经济运行简报",
    english: "Economic brief: {0}, {1}")
  static let briefOverall = Framing.Key(
    "briefOverall", kinds: [], chinese: "一、总体", english: "1. Overall")
  static let briefParts = Framing.Key(
    "briefParts", kinds: [], chinese: "二、分项", english: "2. By indicator")
  static let briefStrong = Framing.Key(
    "briefStrong", kinds: [], chinese: "三、亮点", english: "3. Strong points")
  static let briefWeak = Framing.Key(
    "briefWeak", kinds: [], chinese: "四、问题", english: "4. Weak points")
  static let briefOutlook = Framing.Key(
    "briefOutlook", kinds: [], chinese: "五、预测与目标差距", english: "5. Outlook and targets")
  static let briefAdvice = Framing.Key(
    "briefAdvice", kinds: [], chinese: "六、建议（草稿，须经人工审定）",
    english: "6. Suggestions (draft, to be approved by a person)")
  static let briefNoData = Framing.Key(
    "briefNoData", kinds: [.place, .day], chinese: "{0} {1} 没有公布可用于本节的数据。",
    english: "Nothing published for {0} in {1} serves this section.")
  static let briefNothing = Framing.Key(
    "briefNothing", kinds: [], chinese: "按规则没有需要列出的项目。",
    english: "The rules find nothing to list here.")
  static let adviceFalling = Framing.Key(
    "adviceFalling", kinds: [.options], chinese: "核实{0}下降的原因，区分基数、价格和企业个体因素，再定应对。",
    english: "Find out why {0} fell – base, prices, single firms – before deciding what to do.")
  static let adviceTarget = Framing.Key(
    "adviceTarget", kinds: [.options], chinese: "{0}的完成进度落后于时间进度，逐项排查后续可落地的量。",
    english: "{0} lags behind the calendar: list what can still be delivered this year.")
  static let adviceSlowing = Framing.Key(
    "adviceSlowing", kinds: [.options], chinese: "跟踪{0}增速回落是否持续，下月数据公布后复核。",
    english: "Watch whether {0} keeps slowing; check again with the next release.")
  static let adviceSingle = Framing.Key(
    "adviceSingle", kinds: [.item], chinese: "增长主要依靠{0}，评估单一行业波动的影响。",
    english: "Growth rests mainly on {0}: weigh what a swing of one industry would do.")
  static let briefForecastNote = Framing.Key(
    "briefForecastNote", kinds: [], chinese: "预测为惯性外推，不含政策和事件判断；区间按历史误差校准。",
    english:
      "The forecast extrapolates; it knows no policies or events. Its band is calibrated on past errors."
  )

  static let briefSentences: [Framing.Key] = [
    .briefTitle, .briefOverall, .briefParts, .briefStrong, .briefWeak, .briefOutlook, .briefAdvice,
    .briefNoData, .briefNothing, .adviceFalling, .adviceTarget, .adviceSlowing, .adviceSingle,
    .briefForecastNote,
  ]
}
