extension HelpTable {
  static let brief = CommandDescription(
    path: "brief", operands: "", operandCount: 0...0,
    chinese: "写一份地区经济简报：总体、分项、亮点、问题、预测与目标、建议，每个数字有出处。",
    english:
      "Write the economic brief of a region: overall, by indicator, strong, weak, outlook, suggestions; every figure cited.",
    options: [
      .init(
        name: "period", value: "PERIOD", chinese: "哪一期，如 2016Q1、2025、2026-07",
        english: "which period, as 2016Q1, 2025, 2026-07"),
      .init(
        name: "region", value: "NAME", chinese: "哪个地区，如 福田区（默认见 skills/economy）",
        english: "which region, as 福田区 (default: skills/economy)"),
      .init(
        name: "output", letter: "o", value: "FILE", chinese: "写到 .md 或 .html 文件；图在旁边或页内",
        english: "a .md or .html file; charts go beside it or inside"),
      .init(name: "html", chinese: "写成一个 HTML 页面", english: "as one HTML page"),
      .lang, .asOf,
    ] + places,
    chineseNotes: ["某节没有公布的数据时，该节照实说明。"],
    englishNotes: ["A section for which nothing is published says so."])
}
