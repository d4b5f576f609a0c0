extension HelpTable {
  static let triageCommands: [CommandDescription] = [
    CommandDescription(
      path: "triage train", operands: "LABELLED.jsonl", operandCount: 1...1,
      chinese: "用标注好的诉求训练分类器，写出一个模型文件。",
      english: "Train the classifier on labelled reports and write one model file.",
      options: [
        .init(
          name: "output", letter: "o", value: "MODEL", chinese: "模型文件（必填）",
          english: "the model file (needed)"),
        wantedAccuracy,
      ],
      chineseNotes: [
        labelledLines.chinese,
        "没有标签、编号重复、不是 JSON 的行逐行写到标准错误，其余照学，退出码为 1。同样的输入得到逐字节相同的模型；模型里只有编号和散列后的特征，没有原文。",
      ],
      englishNotes: [
        labelledLines.english,
        "Lines without a label, with an id used before, or that are no JSON are told on standard error; the rest is learnt and the exit code is 1. The same input gives the same bytes; a model holds ids and hashed features, no texts.",
      ]),
    CommandDescription(
      path: "triage eval", operands: "LABELLED.jsonl", operandCount: 1...1,
      chinese: "交叉验证分类器：宏平均 F1、准确率、前二命中、覆盖 80% 时的准确率、各类与混淆表。",
      english:
        "Cross-validate the classifier: macro-F1, accuracy, top-2, accuracy at 80 % coverage, labels, confusion.",
      options: [
        .init(
          name: "folds", value: "N", chinese: "折数（默认 5）", english: "how many folds (default: 5)"),
        .init(
          name: "output", letter: "o", value: "OUT.jsonl", chinese: "每一行在折外的预测，格式同 classify",
          english: "every row's prediction from outside its fold, as classify writes it"),
        .init(
          name: "model", value: "MODEL", chinese: "不做交叉验证，只评这个模型",
          english: "judge this model instead of cross-validating"),
        wantedAccuracy, .json,
      ],
      chineseNotes: [
        "折号 = sha256(\"fold:\" + 编号) 除以折数的余数；5 字片段 Jaccard ≥ 0.8 的近似重复跟最小编号同折；阈值和概率都不看被评的那一折。"
      ],
      englishNotes: [
        "A row's fold is sha256(\"fold:\" + id) modulo the folds; near-duplicates (5-gram Jaccard ≥ 0.8) go with their smallest id; threshold and probabilities never see the fold they are judged on."
      ]),
    CommandDescription(
      path: "triage classify", operands: "IN.jsonl", operandCount: 1...1,
      chinese: "按输入顺序给每条诉求分类。", english: "Classify every report of a file, in input order.",
      options: [
        .init(
          name: "model", value: "MODEL", chinese: "模型文件（必填）", english: "the model file (needed)"),
        .init(
          name: "output", letter: "o", value: "OUT.jsonl", chinese: "输出文件；省略或 - 为标准输出",
          english: "where the classes go; - or nothing is standard output"),
        .init(
          name: "explain", chinese: "并写出起决定作用的词句和最近的先例",
          english: "also write the phrases that decided and the nearest precedents"),
      ],
      chineseNotes: [
        "输出：{\"id\",\"label\",\"second\",\"margin\",\"unsure\"}；unsure 为真的要由人来定。坏行写成 {\"line\",\"error\":{\"code\",\"message\"}}，其余照做，退出码为 1。"
      ],
      englishNotes: [
        "Out: {\"id\",\"label\",\"second\",\"margin\",\"unsure\"}; where unsure is true a person decides. A bad line becomes {\"line\",\"error\":{\"code\",\"message\"}}, the rest goes on, and the exit code is 1."
      ]),
  ]

  private static let wantedAccuracy = OptionDescription(
    name: "accuracy", value: "SHARE", chinese: "有把握的那部分应有的准确率（默认 0.97）",
    english: "how many of the sure ones shall be right (default: 0.97)")

  private static let labelledLines = (
    chinese: "每行：{\"id\",\"text\",\"label\"}；可用 msg_id、title、topic、detail；文件名以 .csv 结尾时是带表头的 CSV。",
    english:
      "A line is {\"id\",\"text\",\"label\"}; msg_id, title, topic and detail are understood; a name that ends in .csv is CSV with a header."
  )
}
