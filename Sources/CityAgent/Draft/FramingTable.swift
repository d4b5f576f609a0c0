public import CityText

/// The one table of framing sentences, Chinese and English, with the kinds of their arguments.
///
/// `{0}`, `{1}` stand for arguments. A list argument is joined with `、` or `, `; `{0:lines}` numbers
/// its entries, one a line.
public enum FramingTable {
  struct Row: Sendable {
    var kinds: [Framing.Argument.Kind]
    var chinese: String
    var english: String
  }

  static func row(_ key: Framing.Key) -> Row {
    switch key {
    case .itemField:
      Row(kinds: [.item, .field], chinese: "《{0}》· {1}：", english: "{0} – {1}:")
    case .documentSays:
      Row(kinds: [.item], chinese: "据《{0}》：", english: "From “{0}”:")
    case .abstainNothing:
      Row(
        kinds: [], chinese: "现有资料里没有能证明的答案，所以不作答。",
        english: "Nothing in the documents here proves an answer, so none is given.")
    case .abstainNearest:
      Row(
        kinds: [.options], chinese: "相近的、可以回答的有：{0}。",
        english: "The nearest things that can be answered: {0}.")
    case .abstainField:
      Row(
        kinds: [.item, .field], chinese: "《{0}》的资料没有公布“{1}”。",
        english: "The guide “{0}” does not publish “{1}”.")
    case .abstainAspect:
      Row(
        kinds: [.item], chinese: "《{0}》的资料里没有能证明这一点的内容，所以不作答。",
        english: "The guide “{0}” holds nothing that proves an answer to this, so none is given.")
    case .abstainRegion:
      Row(
        kinds: [.place, .place], chinese: "现有资料只适用于{0}，不能回答{1}的情况。",
        english: "The documents here apply to {0}; they cannot answer for {1}.")
    case .hotline:
      Row(
        kinds: [.phone], chinese: "可以拨打政务服务便民热线 {0} 咨询。",
        english: "The government service hotline {0} can help.")
    case .complaint:
      Row(
        kinds: [.phone],
        chinese: "这像是一件诉求或投诉，办事指南不能答复；请拨打 {0} 或通过民意速办平台反映。",
        english:
          "This reads like a complaint or report, which guides cannot answer; please call {0} or file it as a report."
      )
    case .greeting:
      Row(
        kinds: [.options], chinese: "您好！请直接说要办的事，例如：{0}",
        english: "Hello! Ask about what you need to do, for example: {0}")
    case .clarifyItem:
      Row(
        kinds: [.item], chinese: "“{0}”有几种情况，您要问的是哪一种？",
        english: "“{0}” can mean several services. Which one do you mean?")
    case .clarifySkill:
      Row(kinds: [], chinese: "您想问的是哪一方面？", english: "Which of these do you mean?")
    case .optionsList:
      Row(kinds: [.options], chinese: "{0:lines}", english: "{0:lines}")
    case .unverified:
      Row(
        kinds: [.item],
        chinese: "《{0}》的内容属一般知识，尚未与官方页面核实，办理前请向主管部门确认。",
        english:
          "The guide “{0}” rests on general knowledge not checked against an official page; confirm with the department first."
      )
    case .unverifiedField:
      Row(
        kinds: [.field], chinese: "其中“{0}”尚未与官方页面核实，请以主管部门答复为准。",
        english:
          "“{0}” has not been checked against an official page; rely on the department's reply.")
    case .asOf:
      Row(
        kinds: [.item, .day], chinese: "《{0}》资料截至 {1}，办理前请确认是否有更新。",
        english: "“{0}” is as of {1}; check for changes before you rely on it.")
    case .asOfUnknown:
      Row(
        kinds: [.item], chinese: "《{0}》没有注明资料日期，办理前请确认是否有更新。",
        english: "“{0}” states no date; check for changes before you rely on it.")
    case .expired:
      Row(
        kinds: [.item, .day], chinese: "《{0}》的有效期至 {1}，按所问日期已经到期，现行规定请向主管部门确认。",
        english: "“{0}” was valid to {1} and has expired on the day asked about.")
    case .notYetInForce:
      Row(
        kinds: [.item, .day], chinese: "《{0}》自 {1} 起施行，所问日期尚未生效。",
        english: "“{0}” is in force from {1}, after the day asked about.")
    case .amountsChange:
      Row(
        kinds: [], chinese: "金额和收费可能调整，请在办理前确认。",
        english: "Amounts and fees change; confirm before you rely on them.")
    case .otherLanguage:
      Row(
        kinds: [], chinese: "该资料只有英文版，以下为原文。",
        english: "This is published in Chinese only; the original text follows.")
    case .partUnproved:
      Row(
        kinds: [], chinese: "有一部分内容不能证明，已略去。",
        english: "Part of the answer could not be proved and was left out.")
    case .emptyQuestion:
      Row(kinds: [], chinese: "问题是空的，请输入要问的内容。", english: "The question is empty; ask something.")
    case .questionTooLong:
      Row(
        kinds: [.count, .count], chinese: "问题有 {0} 字节，超过上限 {1} 字节，请缩短后再问。",
        english: "The question is {0} bytes long; the limit is {1}. Shorten it and ask again.")
    case .unknownSkill:
      Row(
        kinds: [.item, .options], chinese: "没有名为“{0}”的技能，可用的有：{1}。",
        english: "There is no skill “{0}”; there are: {1}.")
    case .cancelled:
      Row(kinds: [], chinese: "已停止回答。", english: "The answer was stopped.")
    case .skillFailed:
      Row(
        kinds: [.item, .item], chinese: "技能“{0}”出错，没有作答：{1}",
        english: "The skill “{0}” failed and gave no answer: {1}")
    case .sessionFailed:
      Row(
        kinds: [.item], chinese: "会话记录不可用，本次按单独提问处理：{0}",
        english: "The session could not be used; the question was taken on its own: {0}")
    }
  }

  /// The sentence in `language`; nil where the arguments are not of the row's kinds.
  public static func text(_ framing: Framing, in language: WrittenLanguage) -> String? {
    let row = row(framing.key)
    guard framing.arguments.map(\.kind) == row.kinds else { return nil }
    let english = language == .english
    let template = Array((english ? row.english : row.chinese).utf8)
    var text: [UInt8] = []
    var at = 0
    // One pass over the template: what an argument holds is never read for marks.
    while at < template.count {
      guard template[at] == UInt8(ascii: "{"), let end = template[at...].firstIndex(of: 0x7D),
        at + 1 < end, let index = Int(String(decoding: [template[at + 1]], as: UTF8.self)),
        framing.arguments.indices.contains(index)
      else {
        text.append(template[at])
        at += 1
        continue
      }
      let numbered = end > at + 2
      text += Array(framing.arguments[index].text(numbered: numbered, english: english).utf8)
      at = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Framing.Argument {
  /// The argument as it stands in a sentence; a list numbered line by line, or joined.
  func text(numbered: Bool, english: Bool) -> String {
    switch self {
    case .item(let text), .field(let text), .day(let text), .phone(let text), .place(let text):
      text
    case .count(let count): "\(count)"
    case .options(let options):
      numbered
        ? options.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        : options.joined(separator: english ? ", " : "、")
    }
  }
}
