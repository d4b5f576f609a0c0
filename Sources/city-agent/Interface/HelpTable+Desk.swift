extension HelpTable {
  static let deskCommands: [CommandDescription] = [
    CommandDescription(
      path: "triage", operands: "IN", operandCount: 1...1,
      chinese: "把市民诉求或巡查上报分派成工单：类别、紧急程度、地点、单位、时限、疑似重复。",
      english:
        "Make work orders of reports: category, urgency, place, unit, deadlines, likely duplicates.",
      options: [
        .init(
          name: "output", letter: "o", value: "ORDERS", chinese: "输出文件；省略或 - 为标准输出",
          english: "where the orders go; - or nothing is standard output"),
        .init(
          name: "format", value: "jsonl|csv|open311", chinese: "输出格式（默认 jsonl）",
          english: "the form of the output (default: jsonl)"),
        .init(
          name: "model", value: "MODEL", chinese: "训练好的分类模型；没有时按清单里的词分类",
          english: "a trained model; without one the tables' words classify"),
        .init(
          name: "unmasked", chinese: "不遮盖个人信息（只供台内使用）",
          english: "leave personal data as it is: for use inside the desk only"),
        .init(name: "resume", chinese: "接着做被中断的一批", english: "go on with an interrupted run"),
        .init(name: "force", chinese: "覆盖已有的输出", english: "overwrite an existing output"),
        .lang, .asOf,
      ] + places,
      chineseNotes: [
        "输入：每行一个 JSON 对象（id、title、text、received、reporter、address、lat、long…）、带表头的 CSV（也认 GB18030 和中文表头），或 Open311 GeoReport v2 的请求数组。",
        "没有写明时间的，按 --as-of 那天 0 时受理。坏行写成 {\"line\",\"error\":{\"code\",\"message\"}}，其余照做，退出码为 1。",
      ],
      englishNotes: [
        "In: one JSON object a line (id, title, text, received, reporter, address, lat, long …), CSV with a header (GB18030 and Chinese headings too), or an array of Open311 GeoReport v2 requests.",
        "Reports without a time count as received at 00:00 of --as-of. A bad line becomes {\"line\",\"error\":{\"code\",\"message\"}}, the rest goes on, and the exit code is 1.",
      ]),
    CommandDescription(
      path: "triage digest", operands: "IN", operandCount: 1...1,
      chinese: "民情日报：一天（或几天）的受理、类别、热点、预警、超时和退回，附图和地图。",
      english:
        "The daily digest: intake, categories, hot spots, warnings, overdue and returned orders.",
      options: [
        .init(
          name: "output", letter: "o", value: "FILE", chinese: "输出文件；.html 为网页，否则为 Markdown",
          english: "the file; .html is a page, anything else Markdown"),
        .init(name: "html", chinese: "输出网页", english: "write a page"),
        .init(
          name: "date", value: "DATE", chinese: "到哪一天（默认最后一天）",
          english: "up to which day (default: the last)"),
        .init(name: "days", value: "N", chinese: "几天（默认 1）", english: "how many days (default: 1)"),
        .init(name: "model", value: "MODEL", chinese: "训练好的分类模型", english: "a trained model"),
        .lang, .asOf,
      ] + places,
      chineseNotes: ["IN 是诉求文件，或 desk 的文件夹。每个数字都能点到它背后的工单。"],
      englishNotes: [
        "IN is a file of reports, or a desk's folder. Every count leads to its orders."
      ]),
    CommandDescription(
      path: "desk", operands: "EVENT [ID] [WORDS]", operandCount: 1...Int.max,
      chinese:
        "工单办理：list、show、assign、return、reassign、pause、resume、extend、merge、unmerge、reply、close、reopen、rate、check-reply。",
      english:
        "What happens to orders: list, show, assign, return, reassign, pause, resume, extend, merge, unmerge, reply, close, reopen, rate, check-reply.",
      options: [
        .init(name: "orders", value: "DIR", chinese: "工单文件夹", english: "the desk's folder"),
        .init(
          name: "at", value: "TIME", chinese: "发生时间，如 2026-11-25 09:30（默认现在）",
          english: "when, as 2026-11-25 09:30 (default: now)"),
        .init(name: "by", value: "NAME", chinese: "经办人或单位", english: "who did it"),
        .lang, .asOf,
      ] + places,
      chineseNotes: ["不允许的操作会说明原因，什么也不改。check-reply ID 文字（或 @文件）核对答复是否逐项回应、写明单位和结果、在时限内。"],
      englishNotes: [
        "What may not happen is refused with the reason and changes nothing. check-reply ID TEXT (or @FILE) holds a draft reply against the order."
      ]),
  ]
}
