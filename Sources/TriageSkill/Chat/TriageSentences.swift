import CityAgent

/// The skill's own framing sentences.
extension Framing.Key {
  static let emergency = Framing.Key(
    "emergency", kinds: [.options],
    chinese: "如有人员危险或险情正在发生，请立即拨打 {0}；以下登记不能代替报警求助。",
    english:
      "If anyone is in danger or it is happening now, call {0} at once; what follows does not replace that call."
  )
  static let reportRead = Framing.Key(
    "reportRead", kinds: [.item, .item],
    chinese: "已读到您的诉求：{0}，归口单位建议为{1}。",
    english: "Your report was read as: {0}; the unit suggested for it is {1}.")
  static let reportUnmatched = Framing.Key(
    "reportUnmatched", kinds: [.item],
    chinese: "已读到您的诉求，职责清单里没有直接对应的事项，先由{0}受理。",
    english:
      "Your report was read; no matter of the responsibility list fits it directly, so {0} takes it first."
  )
  static let reportPlace = Framing.Key(
    "reportPlace", kinds: [.place], chinese: "地点：{0}。", english: "Place: {0}.")
  static let reportPlaces = Framing.Key(
    "reportPlaces", kinds: [.options], chinese: "地点有几种可能：{0}。",
    english: "The place may be: {0}.")
  static let reportDue = Framing.Key(
    "reportDue", kinds: [.day, .day, .day],
    chinese: "按规则，{0} 前响应，{1} 前反馈，{2} 前办结。",
    english: "By the rules: answered by {0}, feedback by {1}, closed by {2}.")
  static let unverifiedRow = Framing.Key(
    "unverifiedRow", kinds: [],
    chinese: "责任单位和时限是参考建议，未经本区核实，以受理部门答复为准。",
    english:
      "Unit and limit are a suggestion that the district has not confirmed; the department's word counts."
  )
  static let askPlace = Framing.Key(
    "askPlace", kinds: [], chinese: "请补充具体地点：街道、小区或路名，附近的地铁口也可以。",
    english: "Please add where exactly: subdistrict, estate or road; a metro exit nearby will do.")
  static let askMatter = Framing.Key(
    "askMatter", kinds: [], chinese: "请说明具体是什么问题、涉及什么设施或单位。",
    english: "Please say what the trouble is and what it is about.")
  static let askTime = Framing.Key(
    "askTime", kinds: [], chinese: "请说明发生的时间：哪一天、几点，或是否每天如此。",
    english: "Please say when: which day, what time, or whether it is every day.")
  static let askDanger = Framing.Key(
    "askDanger", kinds: [], chinese: "现在有没有人受伤，或随时可能伤人？有的话请直接说。",
    english: "Is anyone hurt, or likely to be at any moment? If so, say it.")
  static let askFile = Framing.Key(
    "askFile", kinds: [.options], chinese: "是否登记？\n{0:lines}",
    english: "Shall it be filed?\n{0:lines}")
  static let filedOrder = Framing.Key(
    "filedOrder", kinds: [.item, .item],
    chinese: "已登记，编号 {0}，由{1}受理。", english: "Filed as {0}; {1} has it.")
  static let filedParts = Framing.Key(
    "filedParts", kinds: [.count, .options],
    chinese: "其中有{0}件事，分开办理：{1}。", english: "It holds {0} matters, dealt with apart: {1}.")
  static let droppedReport = Framing.Key(
    "droppedReport", kinds: [], chinese: "好的，没有登记，也没有保留内容。",
    english: "Nothing was filed and nothing was kept.")
  static let noDesk = Framing.Key(
    "noDesk", kinds: [.phone], chinese: "这里不登记诉求；请拨打 {0} 或通过民意速办平台反映。",
    english: "Reports are not filed here; call {0} or use the city's platform for reports.")
  static let noDeskAtAll = Framing.Key(
    "noDeskAtAll", kinds: [], chinese: "这里不登记诉求，请通过民意速办平台反映。",
    english: "Reports are not filed here; use the city's platform for reports.")
  static let otherChannel = Framing.Key(
    "otherChannel", kinds: [.item], chinese: "这类事项不由本渠道受理，请找：{0}。",
    english: "This is not dealt with here; turn to: {0}.")
  static let knownBefore = Framing.Key(
    "knownBefore", kinds: [.options], chinese: "可能与先前的工单是同一件事：{0}。",
    english: "It may be the same as earlier orders: {0}.")
  static let orderStatus = Framing.Key(
    "orderStatus", kinds: [.item, .field, .item, .day],
    chinese: "工单 {0}：{1}，现由{2}办理，应在 {3} 前办结。",
    english: "Order {0}: {1}; {2} has it, due by {3}.")
  static let orderClosed = Framing.Key(
    "orderClosed", kinds: [.item, .day], chinese: "工单 {0} 已于 {1} 办结。",
    english: "Order {0} was closed on {1}.")
  static let orderLate = Framing.Key(
    "orderLate", kinds: [], chinese: "已超过时限。", english: "It is overdue.")
  static let orderPaused = Framing.Key(
    "orderPaused", kinds: [], chinese: "正在等待补充材料，计时已暂停。",
    english: "It waits for something to be added; its clock stands.")
  static let askOrder = Framing.Key(
    "askOrder", kinds: [], chinese: "请告诉我工单编号（登记时给出的那一串，如 20260102-0001）。",
    english: "Please give the order's number, the one said when it was filed (like 20260102-0001).")
  static let orderUnknown = Framing.Key(
    "orderUnknown", kinds: [.item], chinese: "这里没有编号为 {0} 的工单。",
    english: "There is no order {0} here.")

  /// Every sentence of this table.
  static let triageSentences: [Framing.Key] = [
    .emergency, .reportRead, .reportUnmatched, .reportPlace, .reportPlaces, .reportDue,
    .unverifiedRow, .askPlace, .askMatter, .askTime, .askDanger, .askFile, .filedOrder, .filedParts,
    .droppedReport, .noDesk, .noDeskAtAll, .otherChannel, .knownBefore, .orderStatus, .orderClosed,
    .orderLate, .orderPaused, .askOrder, .orderUnknown,
  ]
}
