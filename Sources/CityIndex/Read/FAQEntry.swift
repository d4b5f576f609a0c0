/// One question and answer of an FAQ file.
struct FAQEntry {
  /// The line it stands on, from 1.
  var line: Int
  /// The question shown, then other ways to ask it; not empty.
  var questions: [String]
  /// Trimmed, not empty.
  var answer: [UInt8]
  /// `source`, `as-of`, `language` … by the names of ``FAQField``; others as in the file.
  var notes: [(key: String, value: String)]
}

/// What a column or key of an FAQ file means.
enum FAQField {
  case question, answer, aliases
  case note(String)

  /// - Parameter name: the column's title or the key, in English or Chinese.
  init(_ name: [UInt8]) {
    let name = name.oneLine(0..<name.count).lowercased()
    self =
      switch name {
      case "question", "q", "问题", "问", "問題": .question
      case "answer", "a", "答案", "回答", "答", "答复", "解答": .answer
      case "aliases", "alternatives", "其他问法", "同义问法", "别名": .aliases
      case "source", "来源", "出处", "依据": .note("source")
      case "as-of", "as_of", "asof", "截至", "截至日期", "更新日期": .note("as-of")
      case "language", "lang", "语言": .note("language")
      case "department", "部门", "责任部门", "发布单位": .note("department")
      case "confidence", "可信度": .note("confidence")
      default: .note(name)
      }
  }

  var isQuestion: Bool { if case .question = self { true } else { false } }
  var isAnswer: Bool { if case .answer = self { true } else { false } }
}
