/// Words of the memory.
extension Phrase {
  static let memoryNeedsDocuments = Phrase(
    "{0}：记忆放在文档文件夹里，索引文件没有；请用 --knowledge 指定文件夹。",
    "{0}: the memory lies in a folder of documents, not in an index; name the folder with --knowledge."
  )
  static let memoryAdded = Phrase(
    "记下 {0} 对，{1} 处略去：{2}；index update 后生效。",
    "pairs added: {0}, left out: {1} ({2}); index update takes them in.")
  static let memoryNoLine = Phrase(
    "{0}：没有第 {1} 行；见 memory list。", "{0}: there is no line {1}; memory list shows them.")
  static let memoryRemoved = Phrase(
    "{0}：已删除第 {1} 行；index update 后生效。", "{0}: line {1} deleted; index update takes that in.")
  static let memoryChecked = Phrase(
    "{0} 对可用，{1} 处有问题。", "pairs that can be used: {0}, lines that cannot: {1}.")
  static let memoryHasPair = Phrase(
    "{0} 第 {1} 行已有这一对。", "The same pair stands in line {1} of {0} already.")
  static let memoryNoAnswer = Phrase(
    "这一行不是 batch 写出的答案；请改正或删除。",
    "The line is no answer that batch wrote: correct or delete it.")
  static let memoryNoQuestion = Phrase(
    "--file 里没有这一行的问题；请用 batch 当时读的文件。",
    "--file has no question for this line: name the file that batch read.")
  static let memoryNotAnswered = Phrase(
    "这一行没有引用文件的答案；请删除。", "The line has no answer with a citation: delete it.")
  static let foldsTooMany = Phrase(
    "只有 {0} 个问题，分不成 {1} 份。", "There are {0} questions: too few for {1} folds.")
  static let memoryTaken = Phrase(
    "记忆：采用 {0} 对，略去 {1} 对。", "memory: pairs taken: {0}, left out: {1}.")
  static let memoryNothing = Phrase(
    "没有可以确认的答案：上一个答案要有引用。", "There is no answer to confirm: the last one must cite a document.")
  static let memoryWillStore = Phrase(
    "将记下（/good yes 确认）：", "This will be stored (/good yes stores it):")
  static let memoryStored = Phrase(
    "已记下 {0} 对：{1}；index update 后生效。", "pairs stored: {0} ({1}); index update takes them in.")
}
