/// Options and commands of the second ranking step.
extension HelpTable {
  static let tune = CommandDescription(
    path: "tune", operands: "DIR...", operandCount: 1...Int.max,
    chinese: "用自己的问题（queries.jsonl 和 qrels.tsv）拟合重排的权重，写成 --weights 读的文件。",
    english:
      "Fit the weights of re-ranking to your own questions (queries.jsonl, qrels.tsv); --weights reads the result.",
    options: [
      .init(
        name: "output", letter: "o", value: "WEIGHTS", chinese: "写出权重的文件",
        english: "the file of weights to write"),
      .init(
        name: "index", value: "INDEX", chinese: "索引文件（只有一个 DIR 时）",
        english: "an index file (for one DIR alone)"),
      .weights,
      .init(
        name: "memory", chinese: "只拟合记忆的权重：每个问题以其余问题的答案为记忆",
        english:
          "fit the weights of the memory alone: each question is asked with a memory of others"),
      .init(
        name: "features", value: "OUT.tsv", chinese: "另写出每个候选的特征，供别的训练程序用",
        english: "also write every candidate's features, for other trainers"),
      .jobs,
    ] + places,
    chineseNotes: [
      "先报告交叉验证：多个 DIR 时逐一留出，只有一个时把问题分成 5 份；再用全部问题拟合并写出。",
      "问题不足 20 个时不拟合。",
    ],
    englishNotes: [
      "First cross-validation is reported: each of several DIRs left out in turn, the questions of one in 5 parts; then all are fitted and written.",
      "Fewer than 20 questions are not fitted to.",
    ])
}

extension OptionDescription {
  static let weights = OptionDescription(
    name: "weights", value: "FILE", chinese: "重排的权重（默认为自带的一组；tune 写出的文件）",
    english: "weights of re-ranking (default: those shipped; a file that tune wrote)")
  static let rerank = OptionDescription(
    name: "rerank", value: "on|off|N", chinese: "重排前 N 个候选（默认 50），或不重排",
    english: "re-rank the best N candidates (50), or none")
}
