/// Words of answers and the chat.
extension Phrase {
  static let asOfDay = Phrase("以 {0} 为准", "as of {0}")
  static let suggestions = Phrase("您还可以问：", "You can also ask:")
  static let restarted = Phrase("（以上作废，以下为准：）", "(The above is withdrawn; instead:)")
  static let greeting = Phrase(
    "city-agent {0} · {1} 份文档 · 以 {2} 为准",
    "city-agent {0} · {1} documents · as of {2}")
  static let forExample = Phrase("例如：{0}", "For example: {0}")
  static let greetingHelp = Phrase(
    "直接输入问题；/help 看命令，Ctrl-D 离开。",
    "Type a question; /help lists the commands, Ctrl-D leaves.")
  static let sessionKept = Phrase("会话“{0}”保存在 {1}", "Session “{0}” is kept in {1}")
  static let prompt = Phrase("问> ", "ask> ")
  static let interruptAgain = Phrase(
    "再按一次 Ctrl-C 或按 Ctrl-D 离开。", "Ctrl-C again, or Ctrl-D, leaves.")
  static let stopped = Phrase("已停止。", "Stopped.")
  static let lineTooLong = Phrase("这一行有 {0} 字节，太长了。", "The line has {0} bytes: too long.")
  static let chatHelp = Phrase(
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
  static let unknownChatCommand = Phrase(
    "没有 {0} 这个命令；/help 列出所有命令。",
    "There is no command {0}; /help lists them.")
  static let skillNeedsQuestion = Phrase("在 /{0} 后面写上问题。", "Write the question after /{0}.")
  static let resetDone = Phrase("已忘掉本次对话。", "The conversation is forgotten.")
  static let languageSet = Phrase("以后用“{0}”回答。", "Answers are now in “{0}”.")
  static let languageAuto = Phrase(
    "以后用提问的语言回答。", "Answers are now in each question's own language.")
  static let noSources = Phrase("还没有引用文件的答案。", "No answer has cited a document yet.")
  static let nothingAsked = Phrase("还没有提过问题。", "Nothing has been asked yet.")
  static let asOfLabel = Phrase("资料日期：", "as of: ")
  static let sourceLabel = Phrase("来源：", "source: ")
  static let confidenceLabel = Phrase("可信度：", "confidence: ")
  static let bytes = Phrase("字节 {0}–{1}", "bytes {0}–{1}")
  static let decisionGoes = Phrase("→ 由 {0} 回答", "→ {0} was asked for the answer")
  static let decisionAsksBack = Phrase(
    "→ 几个技能太接近，所以反问",
    "→ the skills were too close, so the question went back")
  static let decisionAbstains = Phrase(
    "→ 没有技能达到 {0}，所以不作答",
    "→ no skill reached {0}, so no answer was given")
  static let runIs = Phrase("结果 {0}，运行号 {1}", "outcome {0}, run {1}")
  static let saveNeedsFile = Phrase("在 /save 后面写上文件名。", "Write a file name after /save.")
  static let saveExists = Phrase("{0}：已存在；请换一个名字。", "{0}: exists already; choose another name.")
  static let saveDone = Phrase("已把 {0} 个问答存入 {1}", "Saved {0} questions and answers in {1}")
  static let transcriptHead = Phrase("以 {0} 为准，知识代 `{1}`。", "As of {0}, generation `{1}`.")
}
