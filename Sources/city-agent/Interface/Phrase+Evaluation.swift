/// Words of batches, evaluations, tuning.
extension Phrase {
  static let inputIsUTF16 = Phrase(
    "{0}：是 UTF-16；请先转成 UTF-8：iconv -f UTF-16 -t UTF-8",
    "{0}: is UTF-16; make it UTF-8 first: iconv -f UTF-16 -t UTF-8")
  static let stdinAndFile = Phrase(
    "--stdin 与文件“{0}”只能二选一。",
    "--stdin and the file “{0}” exclude each other.")
  static let outputInUse = Phrase(
    "{0}：另一次批量正在写入；等它结束，或用 -o 另选文件。",
    "{0}: another batch is writing to it; wait for its end, or choose another file with -o.")
  static let outputIsInput = Phrase(
    "{0}：“{1}”已是本次的输入或输出；请另选文件。",
    "{0}: “{1}” is this run's own input or output; choose another file.")
  static let outputExists = Phrase(
    "{0}：已存在；用 --resume 接着做，或用 --force 覆盖。",
    "{0}: exists; go on with --resume, or overwrite it with --force.")
  static let resumeNeedsFiles = Phrase(
    "--resume 需要输入和输出都是文件。",
    "--resume needs files for input and output.")
  static let resumeWithoutState = Phrase(
    "{0}：旁边没有 {1}，不知道它由什么输入得来；用 --force 从头开始。",
    "{0}: there is no {1} beside it that tells what it was made from; start over with --force.")
  static let resumeBadState = Phrase(
    "{0}：不是本程序写的；用 --force 从头开始。",
    "{0}: was not written by this program; start over with --force.")
  static let resumeOtherInput = Phrase(
    "{0}：与 {1} 开始时的输入不同；恢复原来的输入，或用 --force 从头开始。",
    "{0}: is not the input that {1} was begun with; bring that back, or start over with --force."
  )
  static let resumeOtherAgent = Phrase(
    "{0}：开始之后，知识、技能、配置、模型、语言或日期变了，接着做会前后不一；用 --force 从头开始。",
    "{0}: knowledge, skills, configuration, models, language or day have changed since it was begun, so the rest would not match; start over with --force."
  )
  static let resumeHint = Phrase(
    "已完成的都在；用 --resume 接着做。",
    "What was done is kept; go on with --resume.")
  static let resuming = Phrase("从第 {0} 行之后接着做", "going on after line {0}")
  static let stoppedResume = Phrase(
    "已停止，完成的都已保存；用 --resume 接着做。",
    "Stopped; what was done is kept. Go on with --resume.")
  static let stoppedBatch = Phrase("已停止。", "Stopped.")
  static let batchProgress = Phrase("{0} 行 · 每秒 {1} · {2}", "{0} lines · {1}/s · {2}")
  static let batchSummary = Phrase(
    "{0} 行：答 {1}，反问 {2}，不答 {3}，拒绝 {4}，失败 {5}，错误 {6} · {7} 秒 · 每秒 {8}",
    "{0} lines: {1} answered, {2} clarify, {3} abstained, {4} refused, {5} failed, {6} errors · {7} s · {8}/s"
  )
  static let evalBuilds = Phrase(
    "没有给出索引：用 {0} 的文档，索引在 {1}",
    "no index was named: the documents of {0} are used, their index is {1}")
  static let evalDone = Phrase("{0} 个查询，{1} 秒，每秒 {2}", "{0} queries, {1} s, {2}/s")
  static let noJudgements = Phrase(
    "{0}：没有 qrels.tsv，也没有 qrels/test.tsv，所以不评分。",
    "{0}: holds neither qrels.tsv nor qrels/test.tsv, so nothing is scored.")
  static let noGolds = Phrase("{0}：没有带 answer 的查询。", "{0}: holds no query with an answer.")
  static let queryIncomplete = Phrase(
    "{0}：查询要有 id（或 _id）和 text。",
    "{0}: a query needs id (or _id) and text.")
  static let badJudgement = Phrase(
    "{0}：应为制表符分隔的 查询、文档（、分值）。",
    "{0}: must be query, document (and score) between tabs.")
  static let badBy = Phrase("--by {0}：应为 reading 或 skills。", "--by {0}: write reading or skills.")
  static let badRerank = Phrase(
    "--rerank 的值“{0}”应是 on、off 或 1 到 1000 之间的整数。",
    "--rerank takes on, off or a whole number from 1 to 1000, not “{0}”.")
  static let tuneOneIndex = Phrase(
    "--index 只能用于一个文件夹；多个时各用自己的索引。",
    "--index goes with one folder; of several each has its own index.")
  static let tuneTooFew = Phrase(
    "只有 {0} 个有判断的问题，至少要 {1} 个才能拟合。",
    "There are {0} judged questions; at least {1} are needed to fit weights.")
  static let tuneReadingAlone = Phrase(
    "--reading 从头拟合阅读的权重，不能与 --{0} 同用。",
    "--reading fits the weights of reading from nothing; it does not go with --{0}.")
  static let tuneNoPlaces = Phrase(
    "{0}：没有一个 answer 逐字出现在 qrels.tsv 所指的文档里，无从拟合。",
    "{0}: no answer stands word for word in a document that qrels.tsv names, so there is nothing to fit to."
  )
  static let evalWithoutVectors = Phrase(
    "没有按要求检索，分数作废：{0}", "not searched as asked, so the figures are void: {0}")
  static let hybridTwice = Phrase(
    "--hybrid 与 --vectors-only 只能二选一。", "--hybrid and --vectors-only exclude each other.")
}
