/// Options that several commands share.
extension OptionDescription {
  static let knowledge = OptionDescription(
    name: "knowledge", value: "DIR_OR_INDEX", chinese: "文档文件夹或索引文件（默认 seeds/）",
    english: "a folder of documents or an index file (default: seeds/)")
  static let index = OptionDescription(
    name: "index", value: "INDEX", chinese: "索引文件", english: "an index file")
  static let home = OptionDescription(
    name: "home", value: "DIR", chinese: "安装目录，内有 seeds/ 和 skills/",
    english: "the installation: the folder that holds seeds/ and skills/")
  static let skills = OptionDescription(
    name: "skills", value: "DIR", chinese: "技能文件夹（默认 skills/）",
    english: "the folder of skill folders (default: skills/)")
  static let json = OptionDescription(
    name: "json", chinese: "输出 JSON", english: "print JSON")
  static let lang = OptionDescription(
    name: "lang", value: "zh|en", chinese: "答案的语言（默认随问题）",
    english: "the answers' language (default: the question's own)")
  static let asOf = OptionDescription(
    name: "as-of", value: "DATE", chinese: "以哪一天为准，如 2026-11-23（默认今天）",
    english: "the day that “in force” refers to, as 2026-11-23 (default: today)")
  static let skill = OptionDescription(
    name: "skill", value: "NAME", chinese: "只由这个技能回答", english: "put questions to this skill only")
  static let record = OptionDescription(
    name: "record", value: "FILE", chinese: "把重放所需的运行记录逐行追加到文件",
    english: "append a run record a line: everything needed to replay a run")
  static let offline = OptionDescription(
    name: "offline", chinese: "什么也不发送，配置了模型也不用",
    english: "send nothing, whatever models the configuration names")
  static let model = OptionDescription(
    name: "model", value: "NAME", chinese: "由这个模型改写答案：配置中的后端；没有配置时是 OPENAI_BASE_URL 处的模型",
    english:
      "have this model word the answers: a backend of models; where none is configured, one at OPENAI_BASE_URL"
  )
  static let embeddingModel = OptionDescription(
    name: "model", value: "MODEL", chinese: "嵌入模型：配置中的后端，或它在 --url 处的名字（默认为配置的 embedder）",
    english:
      "the embedding model: a backend of models, or its name at --url (the configured embedder)")
  static let embeddingURL = OptionDescription(
    name: "url", value: "URL", chinese: "嵌入服务的地址，如 http://127.0.0.1:8811/v1",
    english: "the embedding server, as http://127.0.0.1:8811/v1")
  static let jobs = OptionDescription(
    name: "jobs", value: "N", chinese: "同时进行几项（默认为核数）；结果与此无关",
    english: "how many at a time (default: the cores); the result is the same")
  static let session = OptionDescription(
    name: "session", value: "ID", chinese: "接着这个会话说", english: "go on with this conversation")
  static let orders = OptionDescription(
    name: "orders", value: "DIR", chinese: "登记诉求的工单文件夹；没有时不登记",
    english: "the folder reports are filed in; without it none are")
  static let sessions = OptionDescription(
    name: "sessions", value: "DIR", chinese: "会话存放的文件夹",
    english: "the folder conversations are kept in")
}
