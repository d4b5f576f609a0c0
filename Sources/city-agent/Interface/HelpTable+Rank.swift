/// Options and commands of the second ranking step.
extension HelpTable {
  static let tune = CommandDescription(
    path: "tune", operands: "DIR...", operandCount: 1...Int.max,
    chinese: "用自己的问题（queries.jsonl 和 qrels.tsv）拟合重排或阅读的权重。",
    english:
      "Fit the weights of re-ranking, or of reading, to your own questions (queries.jsonl, qrels.tsv).",
    options: [
      .init(
        name: "output", letter: "o", value: "WEIGHTS", chinese: "写出权重的文件",
        english: "the file of weights to write"),
      .init(
        name: "index", value: "INDEX", chinese: "索引文件（只有一个 DIR 时）",
        english: "an index file (for one DIR alone)"),
      .init(
        name: "reading", value: nil, chinese: "拟合阅读的权重（问题要有 answer），而不是重排的",
        english: "fit the weights of reading, to queries with an answer, not those of re-ranking"),
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
      "写出的文件由 --weights 读；--reading 写出的由 eval answers 的 --reading-weights 读。",
      "--reading 只用答案逐字出现在相关文档里的问题；从零开始，固定步数；多个 DIR 时既分 5 份，也逐一留出。",
    ],
    englishNotes: [
      "First cross-validation is reported: each of several DIRs left out in turn, the questions of one in 5 parts; then all are fitted and written.",
      "Fewer than 20 questions are not fitted to.",
      "What is written is read by --weights; what --reading writes, by --reading-weights of eval answers.",
      "--reading takes the queries whose answer stands word for word in a relevant document; it begins at nothing, has a fixed number of steps, and leaves out both fifths of the questions and each of several DIRs.",
    ])
}

extension OptionDescription {
  static let weights = OptionDescription(
    name: "weights", value: "FILE", chinese: "重排的权重（默认为自带的一组；tune 写出的文件）",
    english: "weights of re-ranking (default: those shipped; a file that tune wrote)")
  static let readingWeights = OptionDescription(
    name: "reading-weights", value: "FILE", chinese: "阅读的权重（默认为自带的一组；tune --reading 写出的文件）",
    english: "weights of reading (default: those shipped; a file that tune --reading wrote)")
  static let rerank = OptionDescription(
    name: "rerank", value: "on|off|N", chinese: "重排前 N 个候选（默认 30），或不重排",
    english: "re-rank the best N candidates (30), or none")
}
