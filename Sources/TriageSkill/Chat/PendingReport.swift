import CityAgent
import CityText

/// A report that a conversation is still about: its words so far, and what was asked for.
struct PendingReport: Sendable, Equatable {
  /// Values of the options of a confirmation.
  static let file = "file"
  static let drop = "drop"

  var words: String
  var asked: [WorkOrder.MissingField]

  init(words: String, asked: [WorkOrder.MissingField]) {
    self.words = words
    self.asked = asked
  }

  /// What the last turn left open; nil where it was another skill's, or nothing is open.
  init?(_ memory: SubjectMemory?) {
    guard let memory, memory.skill == TriageSkill.name, memory.subject == "pending",
      let words = memory.aspects.first
    else { return nil }
    self.words = words
    asked = memory.aspects.dropFirst().compactMap { WorkOrder.MissingField(rawValue: $0) }
  }

  var memory: SubjectMemory {
    SubjectMemory(
      skill: TriageSkill.name, subject: "pending", aspects: [words] + asked.map(\.rawValue))
  }

  /// The report with what the reply adds.
  func text(with reply: String) -> String { words + "\n" + reply }
}

/// The id of an order in a question: `20261125-0001`.
enum OrderID {
  static func first(in folded: [UInt8]) -> String? {
    func isDigit(_ at: Int) -> Bool {
      folded.indices.contains(at) && (0x30...0x39).contains(folded[at])
    }
    for start in folded.indices where isDigit(start) && !isDigit(start - 1) {
      guard (0..<8).allSatisfy({ isDigit(start + $0) }), start + 8 < folded.count,
        folded[start + 8] == UInt8(ascii: "-"), (9..<13).allSatisfy({ isDigit(start + $0) })
      else { continue }
      var end = start + 13
      while isDigit(end) { end += 1 }
      return String(decoding: folded[start..<end], as: UTF8.self)
    }
    return nil
  }
}

/// Words by which a message asks how something is done, and reports nothing.
enum QuestionSigns {
  static func asksHow(_ folded: [UInt8]) -> Bool {
    if phrases.contains(where: { ByteSearch.contains(folded, $0) }) { return true }
    // 如何电话举报谣言: a word of how, then within ten characters what is to be done.
    return hows.contains { how in
      guard let start = ByteSearch.first(of: how, in: folded, from: 0) else { return false }
      let behind = Array(folded[start...].prefix(how.count + 30))
      return deeds.contains { ByteSearch.contains(behind, $0) }
    }
  }

  /// Whether it asks what became of a report: 我上次的投诉处理得怎么样了.
  static func asksStatus(_ folded: [UInt8]) -> Bool {
    filings.contains { ByteSearch.contains(folded, $0) }
      && standings.contains { ByteSearch.contains(folded, $0) }
  }

  private static let filings = [
    "工单", "我的诉求", "我的投诉", "我的举报", "上次的投诉", "上次投诉", "上次反映", "之前反映", "之前投诉", "my report",
    "my complaint",
    "my order", "my case",
  ].map { Array($0.utf8) }
  private static let standings = [
    "怎么样了", "怎样了", "办到", "进展", "进度", "处理了吗", "处理得", "处理到", "办好", "办完", "结果", "查一下", "查询", "status",
    "progress",
    "any news", "what happened", "how is",
  ].map { Array($0.utf8) }
  private static let hows = [
    "如何", "怎么", "怎样", "how do i ", "how to ", "how can i ", "where can i ",
  ]
  .map { Array($0.utf8) }
  private static let deeds = [
    "举报", "投诉", "反映", "申请", "办理", "报名", "预约", "查询", "登记", "办证", "complain", "report", "apply",
  ].map { Array($0.utf8) }
  private static let phrases = [
    "要什么材料", "什么材料", "需要哪些材料", "什么条件", "在哪里办", "去哪里办", "政策是什么", "有什么规定", "什么规定", "补贴多少", "标准是多少",
    "收费标准", "投诉电话", "举报电话", "电话是多少", "what documents",
  ].map { Array($0.utf8) }
}
