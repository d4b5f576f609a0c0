extension HelpTable {
  static let indicatorCommands: [CommandDescription] = [
    CommandDescription(
      path: "indicators import", operands: "FILE", operandCount: 1...Int.max,
      chinese: "把统计部门公布的表（宽表或长表、GB18030、表头带单位、1-2月、脚注）变成观测文件。",
      english:
        "Turn tables as bureaus publish them (wide or long, GB18030, units in headers, 1-2月, footnotes) into observations.",
      options: [
        .init(
          name: "output", letter: "o", value: "OUT.csv", chinese: "输出文件；省略或 - 为标准输出",
          english: "where the rows go; - or nothing is standard output"),
        .init(
          name: "region", value: "NAME", chinese: "表里没有写明地区时是哪个地区",
          english: "the region of tables that name none"),
        .init(
          name: "vintage", value: "LABEL", chinese: "这批数据的版本，如 2026-10-20 发布",
          english: "the release, as 2026-10-20 发布"),
        .init(name: "source", value: "TEXT", chinese: "来源", english: "the source"),
      ] + places,
      chineseNotes: ["放不进去的单元格逐个写到标准错误（文件、行、原因），其余照常写出，退出码为 1。"],
      englishNotes: [
        "Cells that fit nowhere are told on standard error (file, line, why); the rest is written and the exit code is 1."
      ]),
    CommandDescription(
      path: "indicators check", operands: "[DIR]", operandCount: 0...1,
      chinese: "检查指标目录和观测文件：能否使用、加总是否相符、有没有缺口。",
      english: "Check catalog and observations: usable, adding up, without gaps.",
      options: places,
      chineseNotes: ["有不能用的行时退出码为 1。"],
      englishNotes: ["The exit code is 1 where a row cannot be used."]),
    CommandDescription(
      path: "indicators forecast", operands: "SERIES.jsonl", operandCount: 1...1,
      chinese: "预测文件里每一行的序列，附 80% 和 95% 区间。",
      english: "Forecast the series of every line, with 80 and 95 % bands.",
      options: [
        .init(
          name: "output", letter: "o", value: "OUT.jsonl", chinese: "输出文件；省略或 - 为标准输出",
          english: "where the forecasts go; - or nothing is standard output"),
        .init(
          name: "horizon", value: "N", chinese: "向前预测几期（优先于各行的 h）",
          english: "steps ahead (goes before a line's own h)"),
        .init(
          name: "kind", value: "level|rate", chinese: "没有写明 kind 的行是水平值还是增速（默认 level）",
          english: "what lines without a kind are: amounts or rates (default: level)"),
        .init(
          name: "method", value: "NAME",
          chinese: "只用一种方法、不附区间，供比较：theta、dynamic-theta、damped、holt-winters 等",
          english:
            "one method alone, without bands, to compare: theta, dynamic-theta, damped, holt-winters …"
        ),
        .init(
          name: "backtest", value: "N", chinese: "并在序列自身最近 N 个时点上回测",
          english: "also forecast from the last N ends of the series itself and say the errors"),
      ],
      chineseNotes: [
        "每行：{\"id\",\"period\":12,\"h\":18,\"train\":[…]}；train 也可写作 values，freq Y、Q、M 可代替 period，可加 kind。",
        "输出：{\"id\",\"line\",\"forecast\",\"low\",\"high\",\"low80\",\"high80\"}；坏行写成 {\"line\",\"error\":{\"code\",\"message\"}}，其余照做，退出码为 1。",
      ],
      englishNotes: [
        "A line is {\"id\",\"period\":12,\"h\":18,\"train\":[…]}; train may be called values, freq Y, Q or M may stand for period, kind may be added.",
        "Out: {\"id\",\"line\",\"forecast\",\"low\",\"high\",\"low80\",\"high80\"}; a bad line becomes {\"line\",\"error\":{\"code\",\"message\"}}, the rest goes on, and the exit code is 1.",
      ]),
  ]
}
