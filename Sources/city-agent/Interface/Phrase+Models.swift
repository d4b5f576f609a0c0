/// Words of models and the audit.
extension Phrase {
  static let modelsNone = Phrase(
    "没有配置模型：不联网，什么也不发送。", "No models are configured: offline, nothing is sent anywhere.")
  static let modelsNoneToTest = Phrase(
    "没有配置模型；写入 city-agent.json 的 models（参见 docs/models.md），或写明名字。",
    "No models are configured; add them under models in city-agent.json (docs/models.md), or name one."
  )
  static let modelKeyNone = Phrase("不用密钥", "no key")
  static let modelKeySet = Phrase("密钥 {0}（已设）", "key {0} (set)")
  static let modelKeyMissing = Phrase("密钥 {0}（未设）", "key {0} (not set)")
  static let modelNoTask = Phrase("未用于任何任务", "no task")
  static let probeStreamsOnly = Phrase("规格说明只有流式", "its profile only streams")
  static let probeNoSchema = Phrase("规格说明不要求 JSON", "its profile asks for no JSON")
  static let probeNoText = Phrase("答复里没有文字", "its answer has no text")
  static let probeNoJSON = Phrase("答复不是所要的 JSON", "its answer is not the JSON that was asked for")
  static let probeNoCall = Phrase("没有调用所给的工具", "it did not call the tool it was given")
  static let probeNoVectors = Phrase("没有给出向量", "it gave no vectors")
  static let probeNoRanking = Phrase("没有给出排名", "it gave no ranking")
  static let hintAddress = Phrase(
    "核对 url（通常以 /v1 结尾）和 model。",
    "check url (it usually ends in /v1) and model.")
  static let hintThinking = Phrase(
    "会思考的模型可能把 {0} 个词元都用于思考；在 profile 的 extra 里关掉思考。",
    "a model that thinks may use all of {0} tokens for that; switch thinking off under extra in its profile."
  )
  static let hintSchema = Phrase(
    "用 profile 的 schema 换一种形式：strict、plain、beside、object 或 none。",
    "try another form under schema in its profile: strict, plain, beside, object or none.")
  static let hintTools = Phrase(
    "启动服务器时打开工具（vLLM：--enable-auto-tool-choice；llama.cpp：--jinja），或换一个会用工具的模型。",
    "start the server with tools (vLLM: --enable-auto-tool-choice; llama.cpp: --jinja), or take a model that can use them."
  )
  static let hintKey = Phrase(
    "把密钥放进变量 {0}，并在 key 里写明它的名字。",
    "put the key into the variable {0}, and name that under key.")
  static let hintLimited = Phrase(
    "请求太多或余额不足；稍后再试，或查看账户。", "too many requests or no balance; wait, or see the account.")
  static let hintProfile = Phrase("核对 model 和 profile。", "check model and profile.")
  static let hintServer = Phrase("查看服务器的日志。", "see the server's log.")
  static let hintAuthorities = Phrase(
    "在 authorities 里写明签发证书的 CA 文件。",
    "name the file of its certificate authority under authorities.")
  static let hintSlow = Phrase(
    "模型可能还在装载；等一等，或增大 timeouts。",
    "the model may still be loading; wait, or raise timeouts.")
  static let hintLinkLocal = Phrase(
    "确有需要时设 allowLinkLocal。", "set allowLinkLocal if that is meant.")
  static let hintUnreachable = Phrase(
    "{0} 处有服务器在运行吗？核对 url。", "is a server running at {0}? Check url.")
  static let hintAudit = Phrase(
    "审计文件可写吗？参见 city-agent doctor。", "can the audit file be written? See city-agent doctor.")
  static let measureFirst = Phrase(
    "首字 {0} 毫秒（{1}–{2}，{3} 次）", "first token {0} ms ({1}–{2}, {3} runs)")
  static let measureTokens = Phrase("每秒 {0} 个词元（{1}–{2}，{3} 次）", "{0} tokens/s ({1}–{2}, {3} runs)")
  static let measurePieces = Phrase(
    "每秒 {0} 段（{1}–{2}，{3} 次）；服务器没有报词元数",
    "{0} pieces/s ({1}–{2}, {3} runs); the server counts no tokens")
  static let byteCount = Phrase("{0} 字节", "{0} bytes")
  static let auditWhole = Phrase(
    "{0}：完好，{1} 行，{2} 至 {3}；末行摘要 {4}",
    "{0}: whole, {1} lines, {2} to {3}; digest of the last {4}")
  static let auditRepairs = Phrase(
    "{0} 处有没写完的行，已切去并注明。", "{0} lines had been torn; they were cut off and it was noted.")
  static let auditNone = Phrase(
    "{0}：没有这个文件：从未发送过任何内容。", "{0}: there is no such file: nothing was ever sent.")
  static let auditRepaired = Phrase("切去没写完的一行，{0} 字节", "a torn line of {0} bytes was cut off")
  static let auditMasked = Phrase("已掩码：{0}", "masked: {0}")
  static let auditRefused = Phrase("未发送：{0}", "not sent: {0}")
}
