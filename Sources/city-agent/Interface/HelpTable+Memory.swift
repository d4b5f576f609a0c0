/// The memory of confirmed questions.
extension HelpTable {
  static let memoryCommands: [CommandDescription] = [
    CommandDescription(
      path: "memory list", operands: "", operandCount: 0...0,
      chinese: "列出已确认的问题和条款（seeds/memory.jsonl，可直接编辑）。",
      english:
        "List confirmed questions and their clauses (seeds/memory.jsonl, which may be edited).",
      options: places),
    CommandDescription(
      path: "memory add", operands: "[\"QUESTION\" DOCUMENT[#CLAUSE]]", operandCount: 0...2,
      chinese: "记下一对已确认的问题和条款；下次 index update 时生效。",
      english: "Add a confirmed question and its clause; the next index update takes it in.",
      options: [
        .init(
          name: "file", value: "PAIRS.jsonl",
          chinese: "逐行读取 {\"question\",\"document\"[,\"clause\",\"source\",\"day\"]}",
          english: "read {\"question\",\"document\"[,\"clause\",\"source\",\"day\"]} a line"),
        .init(
          name: "answers", value: "OUT.jsonl",
          chinese: "batch 的输出里核对后留下的答案都算确认；--file 为 batch 当时读的文件",
          english:
            "confirm the answers left in a batch's output; --file then is what the batch read"),
        .asOf,
      ] + places,
      chineseNotes: ["问题中的个人信息存入前会遮盖。"],
      englishNotes: ["Personal data in questions is masked before it is stored."]),
    CommandDescription(
      path: "memory remove", operands: "N", operandCount: 1...1,
      chinese: "删除第 N 行。", english: "Delete line N.", options: places),
    CommandDescription(
      path: "memory check", operands: "", operandCount: 0...0,
      chinese: "检查文档或条款已不存在、重复或读不出的行。",
      english: "Find lines whose document or clause is gone, that repeat others or cannot be read.",
      options: places),
  ]

  static let evalMemory = CommandDescription(
    path: "eval memory", operands: "DIR", operandCount: 1...1,
    chinese: "交叉验证：用其余问题的答案作记忆，与没有记忆相比（nDCG@10、R@10）。",
    english:
      "Cross-validate: a memory of the other questions' answers against none (nDCG@10, R@10).",
    options: [
      .index,
      .init(name: "folds", value: "N", chinese: "分成几份（默认 5）", english: "parts (5)"),
      .init(
        name: "by-answer", chinese: "答案有共同文档的问题分在同一份",
        english: "questions that share a document stay in one part"),
      .init(name: "seed", value: "N", chinese: "分法的种子（默认 7）", english: "seed of the dealing (7)"),
      .rerank, .weights, .jobs,
    ] + places)
}
