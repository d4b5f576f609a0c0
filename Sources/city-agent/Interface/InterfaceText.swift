/// The one table of the terminal's own words, Chinese and English; `{0}`, `{1}` … stand for arguments.
///
/// Answers are worded by ``Framing/Key``, never here: the locale must not touch them.
enum InterfaceText {
  struct Row: Sendable {
    var chinese: String
    var english: String

    init(_ chinese: String, _ english: String) {
      self.chinese = chinese
      self.english = english
    }
  }

  static func row(_ phrase: Phrase) -> Row {
    switch phrase {
    // usage and files
    case .unknownCommand: Row("没有“{0}”这个命令。", "There is no command “{0}”.")
    case .commandNeedsMore: Row("“{0}”后面还要写明：{1}。", "“{0}” needs one more word: {1}.")
    case .unknownOption: Row("“{1}”没有 {0} 这个选项。", "“{1}” has no option {0}.")
    case .optionNeedsValue: Row("{0} 后面要写 {1}。", "{0} needs a value: {1}.")
    case .optionTakesNoValue: Row("{0} 是开关，不带值。", "{0} is a switch and takes no value.")
    case .optionNeeded: Row("缺少 {0}；用法：{1}", "{0} is missing; usage: {1}")
    case .operandMissing: Row("“{0}”还缺参数；用法：{1}", "“{0}” needs more; usage: {1}")
    case .operandTooMany:
      Row(
        "“{0}”多出参数“{1}”；用法：{2}",
        "“{0}” has no place for “{1}”; usage: {2}")
    case .didYouMean: Row(" 您是不是要写“{0}”？", " Did you mean “{0}”?")
    case .seeHelp: Row("参见 {0}。", "See {0}.")
    case .notANumber:
      Row(
        "{0} 的值“{1}”应是 {2} 到 {3} 之间的整数。",
        "{0} takes a whole number from {2} to {3}, not “{1}”.")
    case .badLanguage:
      Row(
        "语言“{0}”不可用；可用 zh、zh-Hant 或 en。",
        "There is no language “{0}”; there are zh, zh-Hant and en.")
    case .badDay:
      Row(
        "{0} 的值“{1}”不是日期；请写成 2026-11-23。",
        "{0} takes a day as 2026-11-23, not “{1}”.")
    case .offlineAndModel:
      Row(
        "--offline 与 --model {0} 只能二选一：前者什么也不发送，后者要发送问题。",
        "--offline and --model {0} exclude each other: one sends nothing, the other sends questions."
      )
    case .commandUsesNoModel:
      Row(
        "“{1}”只用文件、表格和规则，不用模型，也不发送任何内容；去掉 {0}。",
        "“{1}” works from documents, tables and rules alone: it uses no model and sends nothing; leave {0} out."
      )
    case .noBackend:
      Row(
        "没有名为“{0}”的模型后端；配置中有：{1}。要用别的模型，请写入 city-agent.json 的 models。",
        "There is no model backend “{0}”; the configuration has: {1}. For another model add it under models in city-agent.json."
      )
    case .noBackends:
      Row(
        "没有名为“{0}”的模型后端：没有配置模型。请写入 city-agent.json 的 models，或设 OPENAI_BASE_URL。",
        "There is no model backend “{0}”: none is configured. Add one under models in city-agent.json, or set OPENAI_BASE_URL."
      )
    case .noPrompts:
      Row(
        "找不到提示词：没有安装目录；用 --home 指定它，或在配置中用 prompts 指定文件夹。",
        "There are no prompts, because no installation was found; name it with --home, or the folder with the key prompts."
      )
    case .unknownSkill:
      Row(
        "没有名为“{0}”的技能；可用的有：{1}。",
        "There is no skill “{0}”; there are: {1}.")
    case .noFolder: Row("{0}：“{1}”不是文件夹。", "{0}: “{1}” is no folder.")
    case .noResponsibility:
      Row(
        "知识库里没有 responsibility.csv：工单要按它分派（参见 seeds/responsibility.csv）。",
        "The knowledge has no responsibility.csv: orders are assigned by it (seeds/responsibility.csv shows how)."
      )
    case .isAFolder: Row("是文件夹", "is a folder")
    case .cannotRead: Row("{0}：不能读取（{1}）", "{0}: cannot be read ({1})")
    case .cannotWrite: Row("{0}：不能写入（{1}）", "{0}: cannot be written ({1})")
    case .notJSON: Row("{0}：不是 JSON：{1}", "{0}: is not JSON: {1}")
    case .questionTooLong:
      Row(
        "问题超过 {0} 字节，请缩短。",
        "The question is longer than {0} bytes; shorten it.")
    case .unknownKey: Row("{0}：没有“{1}”这个键。", "{0}: there is no key “{1}”.")
    case .keysAre: Row("可用的键：{0}。", "The keys are: {0}.")
    case .badConfigurationValue: Row("{0}：“{1}”应为：{2}", "{0}: “{1}” must be: {2}")
    // knowledge
    case .noHome:
      Row(
        "找不到 seeds/ 文件夹（工作目录、程序的上级目录、CITY_AGENT_HOME 都没有）；用 --knowledge 指定文档文件夹或索引，或用 --home 指定安装目录。",
        "There is no seeds/ folder here, above the program or in CITY_AGENT_HOME; name documents or an index with --knowledge, or the installation with --home."
      )
    case .noKnowledgeAt:
      Row(
        "{0}：没有这个文档文件夹或索引。",
        "{0}: there is no such folder of documents or index.")
    case .noDocumentsAt: Row("{0}：没有这个文件夹或文件。", "{0}: there is no such folder or file.")
    case .noIndexYet:
      Row(
        "{0}：还没有索引；用 city-agent index update 建立，或直接提问，首次使用时会自动建立。",
        "{0}: there is no index yet; make it with city-agent index update, or just ask: the first question makes it."
      )
    case .outputIsFolder:
      Row(
        "{0}：是文件夹；-o 要写索引文件的名字。",
        "{0}: is a folder; -o takes the name of the index file.")
    case .outputIsNoIndex:
      Row(
        "{0}：已有这个文件，且不是索引；为免覆盖，请另选名字或先删除它。",
        "{0}: is there already and is no index; choose another name, or delete it first.")
    case .indexHasNoDocuments:
      Row(
        "{0}：是索引文件，不知道它的文档在哪里；请用 city-agent {1} 重新建立。",
        "{0}: is an index file and does not know its documents; build it again with city-agent {1}."
      )
    case .upToDate: Row("{0}：已是最新。", "{0}: up to date.")
    case .buildReading: Row("正在读取文档 {0}/{1}…", "reading documents {0}/{1}…")
    case .buildCompiling: Row("正在编制技能表…", "compiling the skills' tables…")
    case .buildWriting: Row("正在写入索引…", "writing the index…")
    case .buildDone:
      Row(
        "已为 {0} 份文档建立索引（{1} 个问题），用时 {2} 秒：{3}",
        "indexed {0} documents ({1} problems) in {2} s: {3}")
    case .indexIsWhole: Row("{0}：完好，{1} 份文档。", "{0}: whole, {1} documents.")
    case .noDocument: Row("索引 {1} 中没有文档“{0}”。", "There is no document “{0}” in {1}.")
    case .nothingFound: Row("没有找到。", "Nothing found.")
    case .infoIndex: Row("索引", "index")
    case .infoGeneration: Row("代", "generation")
    case .infoFormat: Row("格式版本", "format")
    case .infoDocuments: Row("文档", "documents")
    case .infoPassages: Row("条款", "passages")
    case .infoKinds: Row("类别", "kinds")
    case .infoLanguages: Row("语言", "languages")
    case .infoAsOf: Row("资料日期", "as of")
    case .infoTables: Row("技能表", "tables")
    case .infoSize: Row("字节", "bytes")
    case .infoPart: Row("段", "part")
    case .infoPartHolds:
      Row("{0}：{2} 份文档中在用 {1} 份，{3} 字节", "{0}: {1} of {2} documents in use, {3} bytes")
    case .infoPartUnused: Row("（已并入后一段）", " (taken over by a later part)")
    case .undated: Row("，{0} 份未注明", ", {0} without a date")
    case .notStated: Row("未注明", "not stated")
    case .explainTerm: Row("词", "term")
    case .explainScore: Row("得分", "score")
    case .explainRarity: Row("idf", "idf")
    case .explainPassages: Row("条款数", "passages")
    case .explainPlaces: Row("题/别/标/文", "t/a/h/body")
    case .noEmbedder:
      Row(
        "没有可用的嵌入模型；在配置的 models 里写明 embedder，或用 --model 写出模型名、用 --url 写出其服务地址（如 http://127.0.0.1:8811/v1）。",
        "There is no embedding model; configure an embedder under models, or name a model with --model and its server with --url (as http://127.0.0.1:8811/v1)."
      )
    case .embedProgress: Row("已有向量 {0}/{1}…", "vectors {0}/{1}…")
    case .embedDone:
      Row(
        "{0}：{1} 个向量，每个 {2} 维，模型 {3}；本次生成 {4}，沿用 {5}，用时 {6} 秒",
        "{0}: {1} vectors of {2} numbers by {3}; {4} made now, {5} kept, in {6} s")
    case .embedCurrent: Row("{0}：已是最新，{1} 个向量。", "{0}: up to date, {1} vectors.")
    case .embedNothing: Row("{0}：索引里没有文字，没有可嵌入的内容。", "{0}: the index holds no text to embed.")
    case .embedShortened:
      Row(
        "{0} 段文字超出模型长度，截短后生成向量。",
        "{0} texts were longer than the model takes and were cut.")
    case .infoVectors: Row("向量", "vectors")
    case .infoVectorsOf:
      Row("{0} 个，{1} 维，模型 {2}，{3} 字节，{4}", "{0} of {1} numbers by {2}, {3} bytes, {4}")
    case .infoVectorsCurrent: Row("与索引一致", "up to date")
    case .infoVectorsOther:
      Row(
        "属于另一代索引：运行 city-agent index embed",
        "of another generation: run city-agent index embed")
    case .infoVectorsNone:
      Row("没有（city-agent index embed 生成）", "none (city-agent index embed makes them)")
    case .infoVectorsPartial:
      Row("未完成：再次运行 city-agent index embed", "unfinished: run city-agent index embed again")
    case .vectorsAreWhole: Row("{0}：完好，{1} 个向量。", "{0}: whole, {1} vectors.")
    case .vectorsAreOld:
      Row(
        "{0} 属于上一代索引：在 city-agent index embed --index {1} 之前，只按字词检索。",
        "{0} is of an older generation: until city-agent index embed --index {1} is run, words alone are searched."
      )
    // answers and chat
    case .asOfDay: Row("以 {0} 为准", "as of {0}")
    case .suggestions: Row("您还可以问：", "You can also ask:")
    case .restarted: Row("（以上作废，以下为准：）", "(The above is withdrawn; instead:)")
    case .greeting:
      Row(
        "city-agent {0} · {1} 份文档 · 以 {2} 为准",
        "city-agent {0} · {1} documents · as of {2}")
    case .forExample: Row("例如：{0}", "For example: {0}")
    case .greetingHelp:
      Row(
        "直接输入问题；/help 看命令，Ctrl-D 离开。",
        "Type a question; /help lists the commands, Ctrl-D leaves.")
    case .sessionKept: Row("会话“{0}”保存在 {1}", "Session “{0}” is kept in {1}")
    case .prompt: Row("问> ", "ask> ")
    case .interruptAgain: Row("再按一次 Ctrl-C 或按 Ctrl-D 离开。", "Ctrl-C again, or Ctrl-D, leaves.")
    case .stopped: Row("已停止。", "Stopped.")
    case .lineTooLong: Row("这一行有 {0} 字节，太长了。", "The line has {0} bytes: too long.")
    case .chatHelp:
      Row(
        """
        /help            本说明
        /skills          有哪些技能
        /sources         上一个答案引用的文件
        /why             为什么这样回答
        /reset           忘掉本次对话
        /good            确认上一个答案正确，先显示要记下的内容
        /save FILE       把对话存为 Markdown
        /lang zh|en|auto 答案的语言
        /技能名 问题     指定由哪个技能回答
        /quit            离开（或 Ctrl-D）
        Ctrl-C           停止正在输出的答案
        """,
        """
        /help            this list
        /skills          the skills there are
        /sources         the documents that the last answer cites
        /why             why it was answered so
        /reset           forget this conversation
        /good            confirm the last answer; shows what will be stored first
        /save FILE       write the conversation as Markdown
        /lang zh|en|auto the answers' language
        /SKILL question  put a question to one skill
        /quit            leave (or Ctrl-D)
        Ctrl-C           stop the answer being given
        """)
    case .unknownChatCommand:
      Row(
        "没有 {0} 这个命令；/help 列出所有命令。",
        "There is no command {0}; /help lists them.")
    case .skillNeedsQuestion: Row("在 /{0} 后面写上问题。", "Write the question after /{0}.")
    case .resetDone: Row("已忘掉本次对话。", "The conversation is forgotten.")
    case .languageSet: Row("以后用“{0}”回答。", "Answers are now in “{0}”.")
    case .languageAuto: Row("以后用提问的语言回答。", "Answers are now in each question's own language.")
    case .noSources: Row("还没有引用文件的答案。", "No answer has cited a document yet.")
    case .nothingAsked: Row("还没有提过问题。", "Nothing has been asked yet.")
    case .asOfLabel: Row("资料日期：", "as of: ")
    case .sourceLabel: Row("来源：", "source: ")
    case .confidenceLabel: Row("可信度：", "confidence: ")
    case .bytes: Row("字节 {0}–{1}", "bytes {0}–{1}")
    case .decisionGoes: Row("→ 由 {0} 回答", "→ {0} was asked for the answer")
    case .decisionAsksBack:
      Row(
        "→ 几个技能太接近，所以反问",
        "→ the skills were too close, so the question went back")
    case .decisionAbstains:
      Row(
        "→ 没有技能达到 {0}，所以不作答",
        "→ no skill reached {0}, so no answer was given")
    case .runIs: Row("结果 {0}，运行号 {1}", "outcome {0}, run {1}")
    case .saveNeedsFile: Row("在 /save 后面写上文件名。", "Write a file name after /save.")
    case .saveExists: Row("{0}：已存在；请换一个名字。", "{0}: exists already; choose another name.")
    case .saveDone: Row("已把 {0} 个问答存入 {1}", "Saved {0} questions and answers in {1}")
    case .transcriptHead: Row("以 {0} 为准，知识代 `{1}`。", "As of {0}, generation `{1}`.")
    // indicators
    case .indicatorsChecked:
      Row(
        "{0} 行、{1} 个序列可用；核对了 {2} 处恒等关系，{3} 处需要留意，{4} 行不能用。",
        "{0} rows in {1} series are used; {2} sums compared, {3} notes, {4} rows left out.")
    case .indicatorsImported:
      Row("写出 {0} 行，{1} 处放不进去。", "{0} rows written, {1} cells left out.")
    case .briefPeriod:
      Row(
        "--period 要写成 2016Q1、2025 或 2026-07，不能是“{0}”。",
        "--period is written as 2016Q1, 2025 or 2026-07, not “{0}”.")
    // triage
    case .trained:
      Row("用 {0} 条训练出模型 {2}（{3} 字节）：{1}", "trained model {2} ({3} bytes) on {0} rows: {1}")
    case .trainedThreshold:
      Row(
        "间隔达到 {0} 时有把握：折外 {1}% 的诉求，其中 {2}% 正确；全部 {3}% 正确。",
        "sure from a margin of {0}: {1} % of held-out rows, {2} % of them right; {3} % right of all."
      )
    case .trainedUnsure:
      Row(
        "数据太少或太杂，没有哪个间隔能达到 {0}% 的准确率：全部标为没有把握。",
        "too few or too mixed rows: no margin reaches {0} % accuracy, so everything is marked unsure."
      )
    case .notAShare:
      Row("{0} 的值“{1}”应是 0 到 1 之间的数，如 0.97。", "{0} takes a share such as 0.97, not “{1}”.")
    case .classified:
      Row(
        "{0} 行，{1} 行有误 · 分类器占处理器 {2} 秒 · 每秒 {3}",
        "{0} lines, {1} errors · {2} s of processor time in the classifier · {3}/s")
    case .labelUnknown:
      Row(
        "{0}：“{1}”的标签“{2}”是模型没有学过的，计为错误。",
        "{0}: the label of “{1}”, “{2}”, is unknown to the model and counts as wrong.")
    case .confusionTable: Row("各行的诉求被分到各列：", "rows were taken for columns:")
    case .resumeNeedsOrders:
      Row("--resume 需要 -o 文件，且格式为 jsonl。", "--resume needs -o FILE and the format jsonl.")
    case .ordersAreOthers:
      Row(
        "{0}：里面的工单不是由这份输入和这些表得出的；请另写一个文件，或加 --force。",
        "{0}: holds other orders than this input and these tables give; write to another file, or add --force."
      )
    case .ordersMade:
      Row(
        "{0} 件诉求：工单 {1}，紧急 {2}，待人工 {3}，不受理 {4}，疑似重复 {5}，错误 {6}",
        "{0} reports: {1} orders, {2} emergencies, {3} for a person, {4} not accepted, {5} with earlier ones like them, {6} errors"
      )
    case .arrayTooLarge: Row("{0}：数组太大，请每行一个对象。", "{0}: too large; write an object a line.")
    case .deskUsage: Row("请写成：city-agent desk {0}", "write: city-agent desk {0}")
    case .deskNoEvent:
      Row("工单没有“{0}”这个动作；可用：{1}。", "“{0}” is nothing a desk does; there are {1}.")
    case .deskNoOrder: Row("没有编号为“{0}”的工单。", "there is no order “{0}”.")
    case .badLimit: Row("“{0}”不是时限，如“5个工作日”。", "“{0}” is no limit like “5 work-days”.")
    // batch and eval
    case .inputIsUTF16:
      Row(
        "{0}：是 UTF-16；请先转成 UTF-8：iconv -f UTF-16 -t UTF-8",
        "{0}: is UTF-16; make it UTF-8 first: iconv -f UTF-16 -t UTF-8")
    case .stdinAndFile:
      Row(
        "--stdin 与文件“{0}”只能二选一。",
        "--stdin and the file “{0}” exclude each other.")
    case .outputInUse:
      Row(
        "{0}：另一次批量正在写入；等它结束，或用 -o 另选文件。",
        "{0}: another batch is writing to it; wait for its end, or choose another file with -o.")
    case .outputIsInput:
      Row(
        "{0}：“{1}”已是本次的输入或输出；请另选文件。",
        "{0}: “{1}” is this run's own input or output; choose another file.")
    case .outputExists:
      Row(
        "{0}：已存在；用 --resume 接着做，或用 --force 覆盖。",
        "{0}: exists; go on with --resume, or overwrite it with --force.")
    case .resumeNeedsFiles:
      Row(
        "--resume 需要输入和输出都是文件。",
        "--resume needs files for input and output.")
    case .resumeWithoutState:
      Row(
        "{0}：旁边没有 {1}，不知道它由什么输入得来；用 --force 从头开始。",
        "{0}: there is no {1} beside it that tells what it was made from; start over with --force.")
    case .resumeBadState:
      Row(
        "{0}：不是本程序写的；用 --force 从头开始。",
        "{0}: was not written by this program; start over with --force.")
    case .resumeOtherInput:
      Row(
        "{0}：与 {1} 开始时的输入不同；恢复原来的输入，或用 --force 从头开始。",
        "{0}: is not the input that {1} was begun with; bring that back, or start over with --force."
      )
    case .resumeOtherAgent:
      Row(
        "{0}：开始之后，知识、技能、配置、模型、语言或日期变了，接着做会前后不一；用 --force 从头开始。",
        "{0}: knowledge, skills, configuration, models, language or day have changed since it was begun, so the rest would not match; start over with --force."
      )
    case .resumeHint:
      Row(
        "已完成的都在；用 --resume 接着做。",
        "What was done is kept; go on with --resume.")
    case .resuming: Row("从第 {0} 行之后接着做", "going on after line {0}")
    case .stoppedResume:
      Row(
        "已停止，完成的都已保存；用 --resume 接着做。",
        "Stopped; what was done is kept. Go on with --resume.")
    case .stoppedBatch: Row("已停止。", "Stopped.")
    case .batchProgress: Row("{0} 行 · 每秒 {1} · {2}", "{0} lines · {1}/s · {2}")
    case .batchSummary:
      Row(
        "{0} 行：答 {1}，反问 {2}，不答 {3}，拒绝 {4}，失败 {5}，错误 {6} · {7} 秒 · 每秒 {8}",
        "{0} lines: {1} answered, {2} clarify, {3} abstained, {4} refused, {5} failed, {6} errors · {7} s · {8}/s"
      )
    case .evalBuilds:
      Row(
        "没有给出索引：用 {0} 的文档，索引在 {1}",
        "no index was named: the documents of {0} are used, their index is {1}")
    case .evalDone: Row("{0} 个查询，{1} 秒，每秒 {2}", "{0} queries, {1} s, {2}/s")
    case .noJudgements:
      Row(
        "{0}：没有 qrels.tsv，也没有 qrels/test.tsv，所以不评分。",
        "{0}: holds neither qrels.tsv nor qrels/test.tsv, so nothing is scored.")
    case .noGolds: Row("{0}：没有带 answer 的查询。", "{0}: holds no query with an answer.")
    case .queryIncomplete:
      Row(
        "{0}：查询要有 id（或 _id）和 text。",
        "{0}: a query needs id (or _id) and text.")
    case .badJudgement:
      Row(
        "{0}：应为制表符分隔的 查询、文档（、分值）。",
        "{0}: must be query, document (and score) between tabs.")
    case .badBy:
      Row("--by {0}：应为 reading 或 skills。", "--by {0}: write reading or skills.")
    case .badRerank:
      Row(
        "--rerank 的值“{0}”应是 on、off 或 1 到 1000 之间的整数。",
        "--rerank takes on, off or a whole number from 1 to 1000, not “{0}”.")
    case .tuneOneIndex:
      Row(
        "--index 只能用于一个文件夹；多个时各用自己的索引。",
        "--index goes with one folder; of several each has its own index.")
    case .tuneTooFew:
      Row(
        "只有 {0} 个有判断的问题，至少要 {1} 个才能拟合。",
        "There are {0} judged questions; at least {1} are needed to fit weights.")
    case .tuneReadingAlone:
      Row(
        "--reading 从头拟合阅读的权重，不能与 --{0} 同用。",
        "--reading fits the weights of reading from nothing; it does not go with --{0}.")
    case .tuneNoPlaces:
      Row(
        "{0}：没有一个 answer 逐字出现在 qrels.tsv 所指的文档里，无从拟合。",
        "{0}: no answer stands word for word in a document that qrels.tsv names, so there is nothing to fit to."
      )
    case .evalWithoutVectors:
      Row("没有按要求检索，分数作废：{0}", "not searched as asked, so the figures are void: {0}")
    case .hybridTwice:
      Row("--hybrid 与 --vectors-only 只能二选一。", "--hybrid and --vectors-only exclude each other.")
    // models and audit
    case .modelsNone:
      Row("没有配置模型：不联网，什么也不发送。", "No models are configured: offline, nothing is sent anywhere.")
    case .modelsNoneToTest:
      Row(
        "没有配置模型；写入 city-agent.json 的 models（参见 docs/models.md），或写明名字。",
        "No models are configured; add them under models in city-agent.json (docs/models.md), or name one."
      )
    case .modelKeyNone: Row("不用密钥", "no key")
    case .modelKeySet: Row("密钥 {0}（已设）", "key {0} (set)")
    case .modelKeyMissing: Row("密钥 {0}（未设）", "key {0} (not set)")
    case .modelNoTask: Row("未用于任何任务", "no task")
    case .probeStreamsOnly: Row("规格说明只有流式", "its profile only streams")
    case .probeNoSchema: Row("规格说明不要求 JSON", "its profile asks for no JSON")
    case .probeNoText: Row("答复里没有文字", "its answer has no text")
    case .probeNoJSON: Row("答复不是所要的 JSON", "its answer is not the JSON that was asked for")
    case .probeNoCall: Row("没有调用所给的工具", "it did not call the tool it was given")
    case .probeNoVectors: Row("没有给出向量", "it gave no vectors")
    case .probeNoRanking: Row("没有给出排名", "it gave no ranking")
    case .hintAddress:
      Row(
        "核对 url（通常以 /v1 结尾）和 model。",
        "check url (it usually ends in /v1) and model.")
    case .hintThinking:
      Row(
        "会思考的模型可能把 {0} 个词元都用于思考；在 profile 的 extra 里关掉思考。",
        "a model that thinks may use all of {0} tokens for that; switch thinking off under extra in its profile."
      )
    case .hintSchema:
      Row(
        "用 profile 的 schema 换一种形式：strict、plain、beside、object 或 none。",
        "try another form under schema in its profile: strict, plain, beside, object or none.")
    case .hintTools:
      Row(
        "启动服务器时打开工具（vLLM：--enable-auto-tool-choice；llama.cpp：--jinja），或换一个会用工具的模型。",
        "start the server with tools (vLLM: --enable-auto-tool-choice; llama.cpp: --jinja), or take a model that can use them."
      )
    case .hintKey:
      Row(
        "把密钥放进变量 {0}，并在 key 里写明它的名字。",
        "put the key into the variable {0}, and name that under key.")
    case .hintLimited:
      Row("请求太多或余额不足；稍后再试，或查看账户。", "too many requests or no balance; wait, or see the account.")
    case .hintProfile: Row("核对 model 和 profile。", "check model and profile.")
    case .hintServer: Row("查看服务器的日志。", "see the server's log.")
    case .hintAuthorities:
      Row(
        "在 authorities 里写明签发证书的 CA 文件。",
        "name the file of its certificate authority under authorities.")
    case .hintSlow:
      Row(
        "模型可能还在装载；等一等，或增大 timeouts。",
        "the model may still be loading; wait, or raise timeouts.")
    case .hintLinkLocal: Row("确有需要时设 allowLinkLocal。", "set allowLinkLocal if that is meant.")
    case .hintUnreachable:
      Row("{0} 处有服务器在运行吗？核对 url。", "is a server running at {0}? Check url.")
    case .hintAudit:
      Row("审计文件可写吗？参见 city-agent doctor。", "can the audit file be written? See city-agent doctor.")
    case .measureFirst:
      Row("首字 {0} 毫秒（{1}–{2}，{3} 次）", "first token {0} ms ({1}–{2}, {3} runs)")
    case .measureTokens:
      Row("每秒 {0} 个词元（{1}–{2}，{3} 次）", "{0} tokens/s ({1}–{2}, {3} runs)")
    case .measurePieces:
      Row(
        "每秒 {0} 段（{1}–{2}，{3} 次）；服务器没有报词元数",
        "{0} pieces/s ({1}–{2}, {3} runs); the server counts no tokens")
    case .byteCount: Row("{0} 字节", "{0} bytes")
    case .auditWhole:
      Row(
        "{0}：完好，{1} 行，{2} 至 {3}；末行摘要 {4}",
        "{0}: whole, {1} lines, {2} to {3}; digest of the last {4}")
    case .auditRepairs:
      Row(
        "{0} 处有没写完的行，已切去并注明。", "{0} lines had been torn; they were cut off and it was noted.")
    case .auditNone:
      Row("{0}：没有这个文件：从未发送过任何内容。", "{0}: there is no such file: nothing was ever sent.")
    case .auditRepaired:
      Row("切去没写完的一行，{0} 字节", "a torn line of {0} bytes was cut off")
    case .auditMasked: Row("已掩码：{0}", "masked: {0}")
    case .auditRefused: Row("未发送：{0}", "not sent: {0}")
    // memory
    case .memoryNeedsDocuments:
      Row(
        "{0}：记忆放在文档文件夹里，索引文件没有；请用 --knowledge 指定文件夹。",
        "{0}: the memory lies in a folder of documents, not in an index; name the folder with --knowledge."
      )
    case .memoryAdded:
      Row(
        "记下 {0} 对，{1} 处略去：{2}；index update 后生效。",
        "pairs added: {0}, left out: {1} ({2}); index update takes them in.")
    case .memoryNoLine:
      Row("{0}：没有第 {1} 行；见 memory list。", "{0}: there is no line {1}; memory list shows them.")
    case .memoryRemoved:
      Row("{0}：已删除第 {1} 行；index update 后生效。", "{0}: line {1} deleted; index update takes that in.")
    case .memoryChecked:
      Row("{0} 对可用，{1} 处有问题。", "pairs that can be used: {0}, lines that cannot: {1}.")
    case .memoryHasPair:
      Row("{0} 第 {1} 行已有这一对。", "The same pair stands in line {1} of {0} already.")
    case .memoryNoAnswer:
      Row(
        "这一行不是 batch 写出的答案；请改正或删除。",
        "The line is no answer that batch wrote: correct or delete it.")
    case .memoryNoQuestion:
      Row(
        "--file 里没有这一行的问题；请用 batch 当时读的文件。",
        "--file has no question for this line: name the file that batch read.")
    case .memoryNotAnswered:
      Row("这一行没有引用文件的答案；请删除。", "The line has no answer with a citation: delete it.")
    case .foldsTooMany:
      Row("只有 {0} 个问题，分不成 {1} 份。", "There are {0} questions: too few for {1} folds.")
    case .memoryTaken: Row("记忆：采用 {0} 对，略去 {1} 对。", "memory: pairs taken: {0}, left out: {1}.")
    case .memoryNothing:
      Row(
        "没有可以确认的答案：上一个答案要有引用。", "There is no answer to confirm: the last one must cite a document.")
    case .memoryWillStore:
      Row("将记下（/good yes 确认）：", "This will be stored (/good yes stores it):")
    case .memoryStored:
      Row("已记下 {0} 对：{1}；index update 后生效。", "pairs stored: {0} ({1}); index update takes them in.")
    // doctor
    case .doctorHome: Row("安装目录 {0}", "home {0}")
    case .doctorConfiguration: Row("配置 {0}", "configuration {0}")
    case .doctorFolder: Row("文件夹 {0} 可读", "folder {0} is readable")
    case .doctorNoFolder: Row("文件夹 {0} 不存在或不可读", "folder {0} is missing or cannot be read")
    case .doctorSkills: Row("技能：{0}", "skills: {0}")
    case .doctorIndex:
      Row(
        "索引 {0}：{1} 份文档，{2} 个条款，代 {3}，{4}前建立，完好",
        "index {0}: {1} documents, {2} passages, generation {3}, {4} old, whole")
    case .doctorCurrent: Row("索引与文档一致", "the index is up to date")
    case .doctorOutOfDate:
      Row(
        "文档已有改动；下次提问时重建，或运行 city-agent index update",
        "the documents have changed; the next question rebuilds it, or run city-agent index update")
    case .doctorRebuild:
      Row(
        "下次提问时重建，或运行 city-agent index update。",
        "The next question rebuilds it, or run city-agent index update.")
    case .doctorInForce: Row("没有在 {0} 之前到期的文档", "no document had expired on {0}")
    case .doctorExpired:
      Row(
        "{0} 份文档已过有效期，请更新：{1}",
        "{0} documents are past their valid-to date; renew them: {1}")
    case .doctorOld:
      Row(
        "{0} 份文档的资料日期早于 {1} 年前，请核对",
        "{0} documents were checked more than {1} years ago; check them again")
    case .doctorConverter: Row("转换程序 {0}（{1}）", "converter {0} ({1})")
    case .doctorNoConverter:
      Row(
        "没有安装 {0}：{1} 文件不能读取",
        "{0} is not installed: files of the type {1} are not read")
    case .doctorSessions: Row("会话文件夹 {0} 可写", "sessions folder {0} is writable")
    case .doctorSessionsNone:
      Row(
        "会话文件夹 {0} 还没有，用到时建立",
        "sessions folder {0} does not exist yet and is made when needed")
    case .doctorSessionsBad:
      Row(
        "会话文件夹 {0} 不可写；用 --sessions 另指一个",
        "sessions folder {0} cannot be written; name another with --sessions")
    case .doctorVariable: Row("环境变量 {0} 不起作用。", "the environment variable {0} has no effect.")
    case .doctorLibedit: Row("{0}：行编辑和历史可用", "{0}: line editing and history")
    case .doctorNoLibedit:
      Row(
        "没有 {0}：chat 没有行编辑和历史（apt install libedit2）",
        "no {0}: chat has no line editing and history (apt install libedit2)")
    case .doctorOffline:
      Row("没有配置模型：不联网，什么也不发送", "no models are configured: offline, nothing is sent anywhere")
    case .doctorModel: Row("模型 {0}：{2} 处的 {1}", "model {0}: {1} at {2}")
    case .doctorNoKey: Row("变量 {0} 未设，不能使用", "cannot be used: the variable {0} is not set")
    case .doctorPrompts: Row("{0} 个提示词：{1}", "{0} prompts in {1}")
    case .doctorAudit:
      Row("外发审计 {0}：可写，{1} 行，链完好", "egress audit {0}: writable, {1} lines, chain whole")
    case .doctorAuditNone:
      Row("外发审计 {0} 还没有，用到时建立", "egress audit {0} does not exist yet and is made when needed")
    case .doctorAuditBad:
      Row(
        "外发审计 {0} 不可写：什么也不能发送；用配置的 audit 另指一个",
        "egress audit {0} cannot be written, so nothing can be sent; name another with the key audit"
      )
    case .doctorLocale: Row("语言环境 {0}", "locale {0}")
    case .doctorLocaleBytes:
      Row(
        "语言环境 {0} 不是 UTF-8，中文可能显示不正常；设 LANG=C.UTF-8",
        "locale {0} is not UTF-8, Chinese may not show; set LANG=C.UTF-8")
    case .doctorTerminal: Row("终端 {0}，{1} 列", "terminal {0}, {1} columns")
    case .doctorNoTerminal: Row("没有连接终端", "no terminal")
    case .minutes: Row("{0} 分钟", "{0} min")
    case .hours: Row("{0} 小时", "{0} h")
    case .days: Row("{0} 天", "{0} days")
    // help
    case .helpUsage: Row("用法", "Usage")
    case .helpCommands: Row("命令", "Commands")
    case .helpOptions: Row("选项", "Options")
    case .helpMore:
      Row(
        "city-agent help 命令 显示一个命令的选项。",
        "city-agent help COMMAND shows the options of one command.")
    case .helpAbout:
      Row(
        "回答市民的问题，只说文件能证明的话。",
        "Answers citizens' questions, and says only what documents prove.")
    }
  }
}
