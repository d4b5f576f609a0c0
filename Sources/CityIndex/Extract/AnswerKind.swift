import CityText

/// What kind of thing a question asks for, and by which words.
public enum AnswerKind: String, CaseIterable, Sendable {
  case date, duration, clock, money, percent, phone, number
  case place, person, name
  case definition, reason, decision, anything
  case list
  /// Several sentences: how something is done, which measures are taken.
  case procedure

  /// Kinds whose answers are about as long.
  enum Length: Int, CaseIterable { case literal, name, clause, list, run }

  var length: Length {
    switch self {
    case .date, .duration, .clock, .money, .percent, .phone, .number: .literal
    case .place, .person, .name: .name
    case .definition, .reason, .decision, .anything: .clause
    case .list: .list
    case .procedure: .run
    }
  }

  /// The literals that answer it; empty for kinds that no literal answers.
  var literals: Set<Literal.Kind> {
    switch self {
    case .date: [.date]
    case .duration: [.duration]
    case .clock: [.clock]
    case .money: [.money]
    case .percent: [.percent]
    case .phone: [.phone]
    case .number: [.number, .money, .percent, .duration]
    default: []
    }
  }

  /// Whether nouns follow the question word: 哪个公司, 几类, how many windows.
  var hasHead: Bool {
    switch self {
    case .date, .number, .place, .person, .name, .list: true
    default: false
    }
  }

  /// The kind of a folded question, the kind by its question word alone, and the bytes of the words that ask: an
  /// empty range at the end where none do.
  static func read(_ folded: [UInt8]) -> (kind: AnswerKind, byWord: AnswerKind, asking: Range<Int>)
  {
    for (kind, words) in phrases {
      for word in words {
        guard let at = ByteSearch.first(of: word, in: folded) else { continue }
        let end = at + word.count
        guard stands(at..<end, in: folded) else { continue }
        let isBroad =
          (kind == .name || kind == .list) && broad.contains { ByteSearch.contains(folded, $0) }
        return (isBroad ? .procedure : kind, kind, at..<end)
      }
    }
    return (.anything, .anything, folded.count..<folded.count)
  }

  private static func split(_ words: String) -> [[UInt8]] {
    words.split(separator: "|").map { Array($0.utf8) }
  }

  /// Whether no letters of an alphabet go on at either end.
  private static func stands(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    func isLetter(_ i: Int) -> Bool { text.indices.contains(i) && text[i] &- 0x61 < 26 }
    return !(isLetter(range.lowerBound) && isLetter(range.lowerBound - 1))
      && !(isLetter(range.upperBound) && isLetter(range.upperBound - 1))
  }

  /// In the order they are tried: 哪一年 before 哪.
  private static let phrases: [(kind: AnswerKind, words: [[UInt8]])] = spelled.map {
    ($0.0, split($0.1))
  }

  private static let spelled: [(AnswerKind, String)] = [
    (.reason, "为什么|为何|何故|什么原因|原因是什么|的原因|何原因|why"),
    (.number, "how many|how much of"),
    (.duration, "how long|how many days"),
    (.money, "how much"),
    (.procedure, "如何|怎么样|怎样|怎么|何种方式|什么方式|how do|how can|how is|how are|how to|how"),
    (
      .date,
      "什么时候|什么时间|何时|哪一年|哪年|哪天|哪一天|几月几日|几号|几月|哪一日|时间是什么|日期是什么|截止时间|何年|"
        + "哪个年代|什么年代|哪个时期|什么时期|何日|when|what date|which year"
    ),
    (
      .duration,
      "多久|多长时间|几天|多少天|几个月|几年|多少年|多少个月|几个工作日|多少个工作日|几小时|多少小时|期限是多"
    ),
    (.clock, "几点|what time"),
    (.money, "多少钱|多少元|多少万元|多少亿元"),
    (
      .percent,
      "百分之几|百分之多少|率是多少|比例是多少|多大比例|率为多少|比例为多少|what percentage"
    ),
    (.phone, "电话是多少|电话是什么|热线是多少|电话号码|热线是什么|联系方式|phone number|hotline"),
    (
      .place,
      "哪里|哪儿|什么地方|何处|哪个地方|何地|什么地点|哪个城市|哪个国家|哪国|哪个省|哪个市|where"
    ),
    (.person, "谁|哪位|何人|什么人|哪个人|whom|whose|who"),
    (.number, "多少|几"),
    (.list, "哪些|哪几|哪两|哪三|哪四|哪五|哪六|哪七|哪八|哪十|which of|what are|which are"),
    (.definition, "什么是|何谓|是什么意思|指什么|何为|what does"),
    (.name, "什么|哪一|哪种|哪个|哪家|哪项|哪所|哪部|哪|何种|何|啥|what|which"),
    (.decision, "是否|能不能|可不可以|有没有|是不是|能否|吗|can i|do i|is there|are there"),
  ]

  /// Nouns of which the answer is sentences rather than a name: 哪些措施, 什么要求.
  private static let broad: [[UInt8]] = split(
    "措施|举措|要求|规定|政策|办法|做法|支持|帮助|准备|工作|内容|方面|条件|标准|安排|部署|服务|"
      + "measures|requirements|conditions|steps|support|rules|policies")
}
