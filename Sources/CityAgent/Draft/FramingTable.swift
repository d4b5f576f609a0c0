/// The sentences of the runtime itself, Chinese and English, with the kinds of their arguments.
///
/// A skill's own sentences stand in one table of its module, written the same way.
extension Framing.Key {
  public static let itemField: Framing.Key = Framing.Key(
    "itemField", kinds: [.item, .field], chinese: "《{0}》· {1}：", english: "{0} – {1}:")
  public static let documentSays: Framing.Key = Framing.Key(
    "documentSays", kinds: [.item], chinese: "据《{0}》：", english: "From “{0}”:")
  public static let abstainNothing: Framing.Key = Framing.Key(
    "abstainNothing", kinds: [], chinese: "现有资料里没有能证明的答案，所以不作答。",
    english: "Nothing in the documents here proves an answer, so none is given.")
  public static let abstainNearest: Framing.Key = Framing.Key(
    "abstainNearest", kinds: [.options], chinese: "相近的、可以回答的有：{0}。",
    english: "The nearest things that can be answered: {0}.")
  public static let abstainField: Framing.Key = Framing.Key(
    "abstainField", kinds: [.item, .field], chinese: "《{0}》的资料没有公布“{1}”。",
    english: "The guide “{0}” does not publish “{1}”.")
  public static let abstainAspect: Framing.Key = Framing.Key(
    "abstainAspect", kinds: [.item], chinese: "《{0}》的资料里没有能证明这一点的内容，所以不作答。",
    english: "The guide “{0}” holds nothing that proves an answer to this, so none is given.")
  public static let abstainRegion: Framing.Key = Framing.Key(
    "abstainRegion", kinds: [.place, .place], chinese: "现有资料只适用于{0}，不能回答{1}的情况。",
    english: "The documents here apply to {0}; they cannot answer for {1}.")
  public static let hotline: Framing.Key = Framing.Key(
    "hotline", kinds: [.phone], chinese: "可以拨打政务服务便民热线 {0} 咨询。",
    english: "The government service hotline {0} can help.")
  public static let complaint: Framing.Key = Framing.Key(
    "complaint", kinds: [.phone],
    chinese: "这像是一件诉求或投诉，办事指南不能答复；请拨打 {0} 或通过民意速办平台反映。",
    english:
      "This reads like a complaint or report, which guides cannot answer; please call {0} or file it as a report."
  )
  public static let greeting: Framing.Key = Framing.Key(
    "greeting", kinds: [.options], chinese: "您好！请直接说要办的事，例如：{0}",
    english: "Hello! Ask about what you need to do, for example: {0}")
  public static let clarifyItem: Framing.Key = Framing.Key(
    "clarifyItem", kinds: [.item], chinese: "“{0}”有几种情况，您要问的是哪一种？",
    english: "“{0}” can mean several services. Which one do you mean?")
  public static let clarifySkill: Framing.Key = Framing.Key(
    "clarifySkill", kinds: [], chinese: "您想问的是哪一方面？", english: "Which of these do you mean?")
  public static let optionsList: Framing.Key = Framing.Key(
    "optionsList", kinds: [.options], chinese: "{0:lines}", english: "{0:lines}")
  public static let unverified: Framing.Key = Framing.Key(
    "unverified", kinds: [.item],
    chinese: "《{0}》的内容属一般知识，尚未与官方页面核实，办理前请向主管部门确认。",
    english:
      "The guide “{0}” rests on general knowledge not checked against an official page; confirm with the department first."
  )
  public static let unverifiedField: Framing.Key = Framing.Key(
    "unverifiedField", kinds: [.field], chinese: "其中“{0}”尚未与官方页面核实，请以主管部门答复为准。",
    english:
      "“{0}” has not been checked against an official page; rely on the department's reply.")
  public static let asOf: Framing.Key = Framing.Key(
    "asOf", kinds: [.item, .day], chinese: "《{0}》资料截至 {1}，办理前请确认是否有更新。",
    english: "“{0}” is as of {1}; check for changes before you rely on it.")
  public static let asOfUnknown: Framing.Key = Framing.Key(
    "asOfUnknown", kinds: [.item], chinese: "《{0}》没有注明资料日期，办理前请确认是否有更新。",
    english: "“{0}” states no date; check for changes before you rely on it.")
  public static let expired: Framing.Key = Framing.Key(
    "expired", kinds: [.item, .day], chinese: "《{0}》的有效期至 {1}，按所问日期已经到期，现行规定请向主管部门确认。",
    english: "“{0}” was valid to {1} and has expired on the day asked about.")
  public static let notYetInForce: Framing.Key = Framing.Key(
    "notYetInForce", kinds: [.item, .day], chinese: "《{0}》自 {1} 起施行，所问日期尚未生效。",
    english: "“{0}” is in force from {1}, after the day asked about.")
  public static let amountsChange: Framing.Key = Framing.Key(
    "amountsChange", kinds: [], chinese: "金额和收费可能调整，请在办理前确认。",
    english: "Amounts and fees change; confirm before you rely on them.")
  public static let otherLanguage: Framing.Key = Framing.Key(
    "otherLanguage", kinds: [], chinese: "该资料只有英文版，以下为原文。",
    english: "This is published in Chinese only; the original text follows.")
  public static let partUnproved: Framing.Key = Framing.Key(
    "partUnproved", kinds: [], chinese: "有一部分内容不能证明，已略去。",
    english: "Part of the answer could not be proved and was left out.")
  public static let emptyQuestion: Framing.Key = Framing.Key(
    "emptyQuestion", kinds: [], chinese: "问题是空的，请输入要问的内容。",
    english: "The question is empty; ask something.")
  public static let questionTooLong: Framing.Key = Framing.Key(
    "questionTooLong", kinds: [.count, .count], chinese: "问题有 {0} 字节，超过上限 {1} 字节，请缩短后再问。",
    english: "The question is {0} bytes long; the limit is {1}. Shorten it and ask again.")
  public static let unknownSkill: Framing.Key = Framing.Key(
    "unknownSkill", kinds: [.item, .options], chinese: "没有名为“{0}”的技能，可用的有：{1}。",
    english: "There is no skill “{0}”; there are: {1}.")
  public static let cancelled: Framing.Key = Framing.Key(
    "cancelled", kinds: [], chinese: "已停止回答。", english: "The answer was stopped.")
  public static let skillFailed: Framing.Key = Framing.Key(
    "skillFailed", kinds: [.item, .item], chinese: "技能“{0}”出错，没有作答：{1}",
    english: "The skill “{0}” failed and gave no answer: {1}")
  public static let sessionFailed: Framing.Key = Framing.Key(
    "sessionFailed", kinds: [.item], chinese: "会话记录不可用，本次按单独提问处理：{0}",
    english: "The session could not be used; the question was taken on its own: {0}")
  public static let sessionNotKept: Framing.Key = Framing.Key(
    "sessionNotKept", kinds: [.item], chinese: "这次问答没能记入会话，接着追问时请把话说全：{0}",
    english: "This turn could not be kept in the session; ask the next question in full: {0}")
  public static let recordNotKept: Framing.Key = Framing.Key(
    "recordNotKept", kinds: [.item], chinese: "运行记录没能写下，这次回答不能重放：{0}",
    english: "The run record could not be written; this answer cannot be replayed: {0}")
  public static let foundByWords: Framing.Key = Framing.Key(
    "foundByWords", kinds: [], chinese: "语义检索此时不可用，本次只按字词查找资料。",
    english: "Search by meaning was not available; the documents were searched by words alone.")
  public static let notReranked: Framing.Key = Framing.Key(
    "notReranked", kinds: [], chinese: "重排此时不可用，资料按检索的次序使用。",
    english: "Re-ranking was not available; the documents were taken as the search ordered them.")

  public static let rewriteUnproved: Framing.Key = Framing.Key(
    "rewriteUnproved", kinds: [], chinese: "模型的改写未能逐句核实，没有采用；以上是不经模型的答复。",
    english: "The model's wording could not be proved; this is the answer without it."
  )
  public static let modelUnusable: Framing.Key = Framing.Key(
    "modelUnusable", kinds: [], chinese: "模型暂时不可用；以上是不经模型的答复。",
    english: "The model could not be used; this is the answer without it.")

  /// Every sentence of this table.
  static let all: [Framing.Key] = [
    .itemField, .documentSays, .abstainNothing, .abstainNearest, .abstainField, .abstainAspect,
    .abstainRegion, .hotline, .complaint, .greeting, .clarifyItem, .clarifySkill, .optionsList,
    .unverified, .unverifiedField, .asOf, .asOfUnknown, .expired, .notYetInForce, .amountsChange,
    .otherLanguage, .partUnproved, .emptyQuestion, .questionTooLong, .unknownSkill, .cancelled,
    .skillFailed, .sessionFailed, .sessionNotKept, .recordNotKept,
    .rewriteUnproved, .modelUnusable,
    .foundByWords, .notReranked,
  ]
}
