/// What left the program, and what was kept from leaving.
extension HelpTable {
  static let auditCommands: [CommandDescription] = [
    CommandDescription(
      path: "audit verify", operands: "[FILE]", operandCount: 0...1,
      chinese: "核对外发审计文件的摘要链，指出第一处断开的行（退出码 1）。",
      english:
        "Check the chain of an egress audit file; names its first broken line (exit code 1).",
      options: [.home, .json],
      chineseNotes: auditNotes.chinese, englishNotes: auditNotes.english),
    CommandDescription(
      path: "audit show", operands: "[FILE]", operandCount: 0...1,
      chinese: "列出外发和被拒绝的请求：时间、用途、后端、主机、字节、掩码，从无内容。",
      english:
        "List what was sent and what was refused: time, purpose, backend, host, bytes, masks; never contents.",
      options: [.home, .json],
      chineseNotes: auditNotes.chinese, englishNotes: auditNotes.english),
  ]

  private static let auditNotes = (
    chinese: [
      "文件由配置的 audit 指定，默认 $XDG_STATE_HOME/city-agent/egress.jsonl 或 ~/.local/state/city-agent/egress.jsonl。",
      "末尾的行被删去时链仍完好：请另记 verify 给出的行数和末行摘要。",
    ],
    english: [
      "The file is the key audit of the configuration, else $XDG_STATE_HOME/city-agent/egress.jsonl or ~/.local/state/city-agent/egress.jsonl.",
      "A chain whose last lines were deleted is still whole: note the number of lines and the last digest elsewhere.",
    ]
  )
}
