/// Words of knowledge and its index.
extension Phrase {
  static let noHome = Phrase(
    "找不到 seeds/ 文件夹（工作目录、程序的上级目录、CITY_AGENT_HOME 都没有）；用 --knowledge 指定文档文件夹或索引，或用 --home 指定安装目录。",
    "There is no seeds/ folder here, above the program or in CITY_AGENT_HOME; name documents or an index with --knowledge, or the installation with --home."
  )
  static let noKnowledgeAt = Phrase(
    "{0}：没有这个文档文件夹或索引。",
    "{0}: there is no such folder of documents or index.")
  static let noDocumentsAt = Phrase("{0}：没有这个文件夹或文件。", "{0}: there is no such folder or file.")
  static let noIndexYet = Phrase(
    "{0}：还没有索引；用 city-agent index update 建立，或直接提问，首次使用时会自动建立。",
    "{0}: there is no index yet; make it with city-agent index update, or just ask: the first question makes it."
  )
  static let outputIsFolder = Phrase(
    "{0}：是文件夹；-o 要写索引文件的名字。",
    "{0}: is a folder; -o takes the name of the index file.")
  static let outputIsNoIndex = Phrase(
    "{0}：已有这个文件，且不是索引；为免覆盖，请另选名字或先删除它。",
    "{0}: is there already and is no index; choose another name, or delete it first.")
  static let indexHasNoDocuments = Phrase(
    "{0}：是索引文件，不知道它的文档在哪里；请用 city-agent {1} 重新建立。",
    "{0}: is an index file and does not know its documents; build it again with city-agent {1}."
  )
  static let upToDate = Phrase("{0}：已是最新。", "{0}: up to date.")
  static let buildReading = Phrase("正在读取文档 {0}/{1}…", "reading documents {0}/{1}…")
  static let buildCompiling = Phrase("正在编制技能表…", "compiling the skills' tables…")
  static let buildWriting = Phrase("正在写入索引…", "writing the index…")
  static let buildDone = Phrase(
    "已为 {0} 份文档建立索引（{1} 个问题），用时 {2} 秒：{3}",
    "indexed {0} documents ({1} problems) in {2} s: {3}")
  static let indexIsWhole = Phrase("{0}：完好，{1} 份文档。", "{0}: whole, {1} documents.")
  static let noDocument = Phrase("索引 {1} 中没有文档“{0}”。", "There is no document “{0}” in {1}.")
  static let nothingFound = Phrase("没有找到。", "Nothing found.")
  static let infoIndex = Phrase("索引", "index")
  static let infoGeneration = Phrase("代", "generation")
  static let infoFormat = Phrase("格式版本", "format")
  static let infoDocuments = Phrase("文档", "documents")
  static let infoPassages = Phrase("条款", "passages")
  static let infoKinds = Phrase("类别", "kinds")
  static let infoLanguages = Phrase("语言", "languages")
  static let infoAsOf = Phrase("资料日期", "as of")
  static let infoTables = Phrase("技能表", "tables")
  static let infoSize = Phrase("字节", "bytes")
  static let infoPart = Phrase("段", "part")
  static let infoPartHolds = Phrase(
    "{0}：{2} 份文档中在用 {1} 份，{3} 字节", "{0}: {1} of {2} documents in use, {3} bytes")
  static let infoPartUnused = Phrase("（已并入后一段）", " (taken over by a later part)")
  static let undated = Phrase("，{0} 份未注明", ", {0} without a date")
  static let notStated = Phrase("未注明", "not stated")
  static let explainTerm = Phrase("词", "term")
  static let explainScore = Phrase("得分", "score")
  static let explainRarity = Phrase("idf", "idf")
  static let explainPassages = Phrase("条款数", "passages")
  static let explainPlaces = Phrase("题/别/标/文", "t/a/h/body")
  static let noEmbedder = Phrase(
    "没有可用的嵌入模型；在配置的 models 里写明 embedder，或用 --model 写出模型名、用 --url 写出其服务地址（如 http://127.0.0.1:8811/v1）。",
    "There is no embedding model; configure an embedder under models, or name a model with --model and its server with --url (as http://127.0.0.1:8811/v1)."
  )
  static let embedProgress = Phrase("已有向量 {0}/{1}…", "vectors {0}/{1}…")
  static let embedDone = Phrase(
    "{0}：{1} 个向量，每个 {2} 维，模型 {3}；本次生成 {4}，沿用 {5}，用时 {6} 秒",
    "{0}: {1} vectors of {2} numbers by {3}; {4} made now, {5} kept, in {6} s")
  static let embedCurrent = Phrase("{0}：已是最新，{1} 个向量。", "{0}: up to date, {1} vectors.")
  static let embedNothing = Phrase(
    "{0}：索引里没有文字，没有可嵌入的内容。", "{0}: the index holds no text to embed.")
  static let embedShortened = Phrase(
    "{0} 段文字超出模型长度，截短后生成向量。",
    "{0} texts were longer than the model takes and were cut.")
  static let infoVectors = Phrase("向量", "vectors")
  static let infoVectorsOf = Phrase(
    "{0} 个，{1} 维，模型 {2}，{3} 字节，{4}", "{0} of {1} numbers by {2}, {3} bytes, {4}")
  static let infoVectorsCurrent = Phrase("与索引一致", "up to date")
  static let infoVectorsOther = Phrase(
    "属于另一代索引：运行 city-agent index embed",
    "of another generation: run city-agent index embed")
  static let infoVectorsNone = Phrase(
    "没有（city-agent index embed 生成）", "none (city-agent index embed makes them)")
  static let infoVectorsPartial = Phrase(
    "未完成：再次运行 city-agent index embed", "unfinished: run city-agent index embed again")
  static let vectorsAreWhole = Phrase("{0}：完好，{1} 个向量。", "{0}: whole, {1} vectors.")
  static let vectorsAreOld = Phrase(
    "{0} 属于上一代索引：在 city-agent index embed --index {1} 之前，只按字词检索。",
    "{0} is of an older generation: until city-agent index embed --index {1} is run, words alone are searched."
  )
}
