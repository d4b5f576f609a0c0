/// Words of the doctor.
extension Phrase {
  static let doctorHome = Phrase("安装目录 {0}", "home {0}")
  static let doctorConfiguration = Phrase("配置 {0}", "configuration {0}")
  static let doctorFolder = Phrase("文件夹 {0} 可读", "folder {0} is readable")
  static let doctorNoFolder = Phrase("文件夹 {0} 不存在或不可读", "folder {0} is missing or cannot be read")
  static let doctorSkills = Phrase("技能：{0}", "skills: {0}")
  static let doctorIndex = Phrase(
    "索引 {0}：{1} 份文档，{2} 个条款，代 {3}，{4}前建立，完好",
    "index {0}: {1} documents, {2} passages, generation {3}, {4} old, whole")
  static let doctorCurrent = Phrase("索引与文档一致", "the index is up to date")
  static let doctorOutOfDate = Phrase(
    "文档已有改动；下次提问时重建，或运行 city-agent index update",
    "the documents have changed; the next question rebuilds it, or run city-agent index update")
  static let doctorRebuild = Phrase(
    "下次提问时重建，或运行 city-agent index update。",
    "The next question rebuilds it, or run city-agent index update.")
  static let doctorInForce = Phrase("没有在 {0} 之前到期的文档", "no document had expired on {0}")
  static let doctorExpired = Phrase(
    "{0} 份文档已过有效期，请更新：{1}",
    "{0} documents are past their valid-to date; renew them: {1}")
  static let doctorOld = Phrase(
    "{0} 份文档的资料日期早于 {1} 年前，请核对",
    "{0} documents were checked more than {1} years ago; check them again")
  static let doctorConverter = Phrase("转换程序 {0}（{1}）", "converter {0} ({1})")
  static let doctorNoConverter = Phrase(
    "没有安装 {0}：{1} 文件不能读取",
    "{0} is not installed: files of the type {1} are not read")
  static let doctorSessions = Phrase("会话文件夹 {0} 可写", "sessions folder {0} is writable")
  static let doctorSessionsNone = Phrase(
    "会话文件夹 {0} 还没有，用到时建立",
    "sessions folder {0} does not exist yet and is made when needed")
  static let doctorSessionsBad = Phrase(
    "会话文件夹 {0} 不可写；用 --sessions 另指一个",
    "sessions folder {0} cannot be written; name another with --sessions")
  static let doctorVariable = Phrase(
    "环境变量 {0} 不起作用。", "the environment variable {0} has no effect.")
  static let doctorLibedit = Phrase("{0}：行编辑和历史可用", "{0}: line editing and history")
  static let doctorNoLibedit = Phrase(
    "没有 {0}：chat 没有行编辑和历史（apt install libedit2）",
    "no {0}: chat has no line editing and history (apt install libedit2)")
  static let doctorOffline = Phrase(
    "没有配置模型：不联网，什么也不发送", "no models are configured: offline, nothing is sent anywhere")
  static let doctorModel = Phrase("模型 {0}：{2} 处的 {1}", "model {0}: {1} at {2}")
  static let doctorNoKey = Phrase("变量 {0} 未设，不能使用", "cannot be used: the variable {0} is not set")
  static let doctorPrompts = Phrase("{0} 个提示词：{1}", "{0} prompts in {1}")
  static let doctorAudit = Phrase(
    "外发审计 {0}：可写，{1} 行，链完好", "egress audit {0}: writable, {1} lines, chain whole")
  static let doctorAuditNone = Phrase(
    "外发审计 {0} 还没有，用到时建立", "egress audit {0} does not exist yet and is made when needed")
  static let doctorAuditBad = Phrase(
    "外发审计 {0} 不可写：什么也不能发送；用配置的 audit 另指一个",
    "egress audit {0} cannot be written, so nothing can be sent; name another with the key audit"
  )
  static let doctorLocale = Phrase("语言环境 {0}", "locale {0}")
  static let doctorLocaleBytes = Phrase(
    "语言环境 {0} 不是 UTF-8，中文可能显示不正常；设 LANG=C.UTF-8",
    "locale {0} is not UTF-8, Chinese may not show; set LANG=C.UTF-8")
  static let doctorTerminal = Phrase("终端 {0}，{1} 列", "terminal {0}, {1} columns")
  static let doctorNoTerminal = Phrase("没有连接终端", "no terminal")
  static let minutes = Phrase("{0} 分钟", "{0} min")
  static let hours = Phrase("{0} 小时", "{0} h")
  static let days = Phrase("{0} 天", "{0} days")
}
