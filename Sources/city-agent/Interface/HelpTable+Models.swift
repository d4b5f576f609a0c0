/// The optional models.
extension HelpTable {
  static let modelCommands: [CommandDescription] = [
    CommandDescription(
      path: "models list", operands: "", operandCount: 0...0,
      chinese: "配置了哪些模型后端：模型、主机、规格、任务、密钥变量（从不显示密钥）；什么也不发送。",
      english:
        "The configured backends: model, host, profile, tasks, the key's variable (never the key); sends nothing.",
      options: [.home, .json]),
    CommandDescription(
      path: "models test", operands: "[NAME]", operandCount: 0...1,
      chinese: "按配置的任务逐项试用后端：对话、流式、JSON、工具、向量、重排；有失败的，退出码为 1。",
      english:
        "Try each backend at what it is configured for: chat, stream, JSON, tools, embeddings, rerank; exits with 1 where some fail.",
      options: [.home, .json], chineseNotes: notes.chinese, englishNotes: notes.english),
    CommandDescription(
      path: "models measure", operands: "[NAME]", operandCount: 0...1,
      chinese: "测量对话模型：首字时间和每秒词元数，给出中位数、最小、最大。",
      english:
        "Measure chat models: time to the first token and tokens a second; median, least, most.",
      options: [
        .init(name: "runs", value: "N", chinese: "每个后端几次（默认 5）", english: "runs a backend (5)"),
        .home, .json,
      ], chineseNotes: notes.chinese, englishNotes: notes.english),
  ]

  private static let notes = (
    chinese: ["NAME 是配置中的后端；没有配置时是 OPENAI_BASE_URL 处的模型。发送固定的英文短句，照样经过审计。"],
    english: [
      "NAME is a backend of the configuration; where it has none, a model at OPENAI_BASE_URL. Fixed short sentences are sent, and audited like everything else."
    ]
  )
}
