/// Words of usage and files.
extension Phrase {
  static let unknownCommand = Phrase("没有“{0}”这个命令。", "There is no command “{0}”.")
  static let commandNeedsMore = Phrase("“{0}”后面还要写明：{1}。", "“{0}” needs one more word: {1}.")
  static let unknownOption = Phrase("“{1}”没有 {0} 这个选项。", "“{1}” has no option {0}.")
  static let optionNeedsValue = Phrase("{0} 后面要写 {1}。", "{0} needs a value: {1}.")
  static let optionTakesNoValue = Phrase("{0} 是开关，不带值。", "{0} is a switch and takes no value.")
  static let optionNeeded = Phrase("缺少 {0}；用法：{1}", "{0} is missing; usage: {1}")
  static let operandMissing = Phrase("“{0}”还缺参数；用法：{1}", "“{0}” needs more; usage: {1}")
  static let operandTooMany = Phrase(
    "“{0}”多出参数“{1}”；用法：{2}",
    "“{0}” has no place for “{1}”; usage: {2}")
  static let didYouMean = Phrase(" 您是不是要写“{0}”？", " Did you mean “{0}”?")
  static let seeHelp = Phrase("参见 {0}。", "See {0}.")
  static let notANumber = Phrase(
    "{0} 的值“{1}”应是 {2} 到 {3} 之间的整数。",
    "{0} takes a whole number from {2} to {3}, not “{1}”.")
  static let badLanguage = Phrase(
    "语言“{0}”不可用；可用 zh、zh-Hant 或 en。",
    "There is no language “{0}”; there are zh, zh-Hant and en.")
  static let badDay = Phrase(
    "{0} 的值“{1}”不是日期；请写成 2026-11-23。",
    "{0} takes a day as 2026-11-23, not “{1}”.")
  static let offlineAndModel = Phrase(
    "--offline 与 --model {0} 只能二选一：前者什么也不发送，后者要发送问题。",
    "--offline and --model {0} exclude each other: one sends nothing, the other sends questions."
  )
  static let commandUsesNoModel = Phrase(
    "“{1}”只用文件、表格和规则，不用模型，也不发送任何内容；去掉 {0}。",
    "“{1}” works from documents, tables and rules alone: it uses no model and sends nothing; leave {0} out."
  )
  static let noBackend = Phrase(
    "没有名为“{0}”的模型后端；配置中有：{1}。要用别的模型，请写入 city-agent.json 的 models。",
    "There is no model backend “{0}”; the configuration has: {1}. For another model add it under models in city-agent.json."
  )
  static let noBackends = Phrase(
    "没有名为“{0}”的模型后端：没有配置模型。请写入 city-agent.json 的 models，或设 OPENAI_BASE_URL。",
    "There is no model backend “{0}”: none is configured. Add one under models in city-agent.json, or set OPENAI_BASE_URL."
  )
  static let noPrompts = Phrase(
    "找不到提示词：没有安装目录；用 --home 指定它，或在配置中用 prompts 指定文件夹。",
    "There are no prompts, because no installation was found; name it with --home, or the folder with the key prompts."
  )
  static let unknownSkill = Phrase(
    "没有名为“{0}”的技能；可用的有：{1}。",
    "There is no skill “{0}”; there are: {1}.")
  static let noFolder = Phrase("{0}：“{1}”不是文件夹。", "{0}: “{1}” is no folder.")
  static let noResponsibility = Phrase(
    "知识库里没有 responsibility.csv：工单要按它分派（参见 seeds/responsibility.csv）。",
    "The knowledge has no responsibility.csv: orders are assigned by it (seeds/responsibility.csv shows how)."
  )
  static let isAFolder = Phrase("是文件夹", "is a folder")
  static let cannotRead = Phrase("{0}：不能读取（{1}）", "{0}: cannot be read ({1})")
  static let cannotWrite = Phrase("{0}：不能写入（{1}）", "{0}: cannot be written ({1})")
  static let notJSON = Phrase("{0}：不是 JSON：{1}", "{0}: is not JSON: {1}")
  static let questionTooLong = Phrase(
    "问题超过 {0} 字节，请缩短。",
    "The question is longer than {0} bytes; shorten it.")
  static let unknownKey = Phrase("{0}：没有“{1}”这个键。", "{0}: there is no key “{1}”.")
  static let keysAre = Phrase("可用的键：{0}。", "The keys are: {0}.")
  static let badConfigurationValue = Phrase("{0}：“{1}”应为：{2}", "{0}: “{1}” must be: {2}")
}
