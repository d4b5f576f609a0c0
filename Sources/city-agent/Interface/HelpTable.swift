/// The one table of commands and options: parsing, `help`, `--help`, usage errors and `docs/help.md` come from it.
enum HelpTable {
  /// In the order that the help shows them.
  static let commands: [CommandDescription] =
    [chat, ask, batch, brief] + indexCommands + indicatorCommands + deskCommands + triageCommands
    + evalCommands + [evalMemory, tune] + memoryCommands + modelCommands + auditCommands + [
      doctor, help, version,
    ]

  static func command(_ path: String) -> CommandDescription? {
    commands.first { $0.path == path }
  }

  private static let chat = CommandDescription(
    path: "chat", operands: "", operandCount: 0...0,
    chinese: "在终端里对话：边答边显示，引用作脚注；/help 看对话中的命令。",
    english:
      "A conversation in the terminal: answers as they come, citations as footnotes; /help inside.",
    options: answering + [.session, .sessions, .orders] + places,
    chineseNotes: ["在管道里没有提示符，一行一问，只输出答案。"],
    englishNotes: ["In a pipe there is no prompt: a question a line, answers only."])

  private static let ask = CommandDescription(
    path: "ask", operands: "\"QUESTION\"", operandCount: 0...Int.max,
    chinese: "问一个问题；没有问题时从标准输入读取。",
    english: "Ask one question; without one, it is read from standard input.",
    options: answering + [.session, .sessions] + places,
    chineseNotes: [
      "--json 输出一行：{\"line\":1,\"answer\":{…}}，出错时是 {\"line\":1,\"error\":{\"code\",\"message\"}}。"
    ],
    englishNotes: [
      "--json prints one line: {\"line\":1,\"answer\":{…}}, or {\"line\":1,\"error\":{\"code\",\"message\"}}."
    ])

  private static let batch = CommandDescription(
    path: "batch", operands: "IN.jsonl", operandCount: 0...1,
    chinese: "回答文件里的每一行，按输入顺序写出。",
    english: "Answer every line of a file, in input order.",
    options: [
      .init(
        name: "output", letter: "o", value: "OUT.jsonl", chinese: "输出文件；省略或 - 为标准输出",
        english: "where the answers go; - or nothing is standard output"),
      .jobs,
      .init(
        name: "resume", chinese: "接着做被中断的一批，结果与不中断时逐字节相同",
        english: "go on with an interrupted batch; the result is the same, byte for byte"),
      .init(name: "force", chinese: "覆盖已有的输出", english: "overwrite an existing output"),
      .init(
        name: "stdin", chinese: "从标准输入读取，来一行答一行",
        english: "read standard input and answer each line when it comes"),
    ] + answering + places,
    chineseNotes: [
      "每行可以是 {\"id\",\"question\"[,\"session\",\"lang\",\"skill\"]}、OpenAI Batch、promptfoo 用例、JSON 字符串，或直接是一个问题。",
      "坏行写成 {\"line\",\"error\":{\"code\",\"message\"}}，其余照做。输出旁边的 OUT.jsonl.state 供 --resume 核对输入。",
    ],
    englishNotes: [
      "A line is {\"id\",\"question\"[,\"session\",\"lang\",\"skill\"]}, OpenAI Batch, a promptfoo case, a JSON string, or a bare question.",
      "A bad line becomes {\"line\",\"error\":{\"code\",\"message\"}} and the rest goes on. OUT.jsonl.state beside the output lets --resume check the input.",
    ])

  private static let doctor = CommandDescription(
    path: "doctor", operands: "", operandCount: 0...0,
    chinese: "检查安装：有什么、能不能读、是否过期；什么也不改动。",
    english: "What is installed, readable, out of date; changes nothing.",
    options: [.asOf, .sessions] + places)

  private static let help = CommandDescription(
    path: "help", operands: "[COMMAND]", operandCount: 0...2,
    chinese: "显示帮助。", english: "Show help.",
    options: [
      .init(
        name: "markdown", chinese: "输出全部命令的 Markdown（英文，即 docs/help.md）",
        english: "all commands as Markdown, in English: docs/help.md")
    ])

  private static let version = CommandDescription(
    path: "version", operands: "", operandCount: 0...0,
    chinese: "显示版本。", english: "Show the version.", options: [.json])

  /// What every command that reads knowledge takes.
  static let places: [OptionDescription] = [.knowledge, .home, .skills, .json]

  /// What every command that answers takes.
  static let answering: [OptionDescription] = [
    .lang, .asOf, .skill, .record, .offline, .model,
  ]
}
