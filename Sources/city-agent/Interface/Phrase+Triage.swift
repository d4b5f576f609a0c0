/// Words of triage and the desk.
extension Phrase {
  static let trained = Phrase(
    "用 {0} 条训练出模型 {2}（{3} 字节）：{1}", "trained model {2} ({3} bytes) on {0} rows: {1}")
  static let trainedThreshold = Phrase(
    "间隔达到 {0} 时有把握：折外 {1}% 的诉求，其中 {2}% 正确；全部 {3}% 正确。",
    "sure from a margin of {0}: {1} % of held-out rows, {2} % of them right; {3} % right of all."
  )
  static let trainedUnsure = Phrase(
    "数据太少或太杂，没有哪个间隔能达到 {0}% 的准确率：全部标为没有把握。",
    "too few or too mixed rows: no margin reaches {0} % accuracy, so everything is marked unsure."
  )
  static let notAShare = Phrase(
    "{0} 的值“{1}”应是 0 到 1 之间的数，如 0.97。", "{0} takes a share such as 0.97, not “{1}”.")
  static let classified = Phrase(
    "{0} 行，{1} 行有误 · 分类器占处理器 {2} 秒 · 每秒 {3}",
    "{0} lines, {1} errors · {2} s of processor time in the classifier · {3}/s")
  static let labelUnknown = Phrase(
    "{0}：“{1}”的标签“{2}”是模型没有学过的，计为错误。",
    "{0}: the label of “{1}”, “{2}”, is unknown to the model and counts as wrong.")
  static let confusionTable = Phrase("各行的诉求被分到各列：", "rows were taken for columns:")
  static let resumeNeedsOrders = Phrase(
    "--resume 需要 -o 文件，且格式为 jsonl。", "--resume needs -o FILE and the format jsonl.")
  static let ordersAreOthers = Phrase(
    "{0}：里面的工单不是由这份输入和这些表得出的；请另写一个文件，或加 --force。",
    "{0}: holds other orders than this input and these tables give; write to another file, or add --force."
  )
  static let ordersMade = Phrase(
    "{0} 件诉求：工单 {1}，紧急 {2}，待人工 {3}，不受理 {4}，疑似重复 {5}，错误 {6}",
    "{0} reports: {1} orders, {2} emergencies, {3} for a person, {4} not accepted, {5} with earlier ones like them, {6} errors"
  )
  static let arrayTooLarge = Phrase("{0}：数组太大，请每行一个对象。", "{0}: too large; write an object a line.")
  static let deskUsage = Phrase("请写成：city-agent desk {0}", "write: city-agent desk {0}")
  static let deskNoEvent = Phrase(
    "工单没有“{0}”这个动作；可用：{1}。", "“{0}” is nothing a desk does; there are {1}.")
  static let deskNoOrder = Phrase("没有编号为“{0}”的工单。", "there is no order “{0}”.")
  static let badLimit = Phrase("“{0}”不是时限，如“5个工作日”。", "“{0}” is no limit like “5 work-days”.")
}
