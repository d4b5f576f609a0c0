import CityText

/// What a question asks for, by which of its words, and whether a text holds such a thing.
///
/// The one reading of a question's type: of ``AnswerReader``, of the runtime, of the skills.
public struct AskedFor: Sendable, Equatable {
  public let kind: AnswerKind
  /// The measure word that must follow a number, in 多少类; empty for 个 and where none does.
  public let measure: [UInt8]
  /// The kind by the question word alone, without the noun.
  let byWord: AnswerKind
  /// Bytes of the words that ask; empty at the end where none do.
  let asking: Range<Int>

  /// Reads it off the folded question.
  ///
  /// - Complexity: O(n · question words).
  public init(folded: [UInt8]) {
    for (kind, words) in Self.phrases {
      for word in words {
        guard let at = ByteSearch.first(of: word, in: folded) else { continue }
        let end = at + word.count
        guard Self.stands(at..<end, in: folded),
          !(word == Self.whereAt && Self.namesNoun(folded[end...]))
        else {
          continue
        }
        self.kind =
          Self.things.contains(word)
          ? kind : Self.byNoun(kind, asking: at..<end, in: folded) ?? kind
        byWord = kind
        asking = at..<end
        measure = kind == .number ? Self.measure(folded[end...]) : []
        return
      }
    }
    (kind, byWord, measure) = (.anything, .anything, [])
    asking = folded.count..<folded.count
  }

  /// 在哪, which asks for a place where no noun follows: 在哪个期刊 does not.
  private static let whereAt = Array("在哪".utf8)

  /// One thing among its like: what follows is its name, whatever comes then: 在哪个公司工作.
  private static let things: Set<[UInt8]> = Set(["哪个", "哪家", "哪所", "哪部"].map { Array($0.utf8) })

  private static func namesNoun(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, first >= 0xE3 else { return false }
    return !["里", "儿", "呢", "啊", "呀"].contains { rest.starts(with: $0.utf8) }
  }

  /// What the noun that is asked for makes of the kind: 哪些措施 wants sentences, 有什么特点 a clause.
  ///
  /// The noun follows the question word, or stands before it where nothing follows: 措施有哪些.
  private static func byNoun(
    _ kind: AnswerKind, asking: Range<Int>, in folded: [UInt8]
  ) -> AnswerKind? {
    guard kind == .name || kind == .list else { return nil }
    let behind = Array(folded[asking.upperBound...].prefix(nounBytes))
    let isLast = behind.count < 7
    let near =
      isLast ? Array(folded[..<asking.lowerBound].suffix(nounBytes / 2)) + behind : behind
    if broad.contains(where: { ByteSearch.contains(near, $0) }) { return .procedure }
    let isDescribed = kind == .name && described.contains { ByteSearch.contains(near, $0) }
    return isDescribed ? .definition : nil
  }

  /// Bytes in which the noun is looked for: ten characters.
  private static let nounBytes = 30

  /// Whether no letters of an alphabet go on at either end.
  private static func stands(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    func isLetter(_ i: Int) -> Bool { text.indices.contains(i) && text[i] &- 0x61 < 26 }
    return !(isLetter(range.lowerBound) && isLetter(range.lowerBound - 1))
      && !(isLetter(range.upperBound) && isLetter(range.upperBound - 1))
  }

  private static func measure(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    guard rest.count >= 3, rest.first! >= 0xE3 else { return [] }
    let next = Array(rest.prefix(3))
    return measures.contains(next) ? next : []
  }

  private static let measures: Set<[UInt8]> = Set(
    "类种项家名次件条台场届步级期位人张份".map { Array(String($0).utf8) })

  /// Whether some texts hold nothing of the kind: whether ``isHeld(by:)`` tells anything.
  public var isParticular: Bool {
    switch kind {
    case .reason, .number, .money, .percent, .duration, .date, .clock: true
    default: false
    }
  }

  /// Whether `text` holds a thing of the kind.
  public func isHeld(by text: [UInt8]) -> Bool {
    switch kind {
    case .reason:
      return ["因", "由于", "为了", "目的", "because", "due to", "针对"].contains {
        ByteSearch.contains(text, Array($0.utf8))
      }
    case .number where !measure.isEmpty:
      return literals(text).contains { literal in
        let end = literal.range.upperBound
        return ByteSearch.contains(Array(text[literal.range]), measure)
          || text[end...].starts(with: measure)
      }
    case .number: return !literals(text).isEmpty
    case .money: return literals(text).contains { $0.kind == .money || $0.kind == .number }
    // “什么时候开门” is answered by a time of day as well.
    case .date: return literals(text).contains { $0.kind == .date || $0.kind == .clock }
    case .percent, .duration, .clock:
      return literals(text).contains { kind.literals.contains($0.kind) }
    default: return true
    }
  }

  private func literals(_ text: [UInt8]) -> [Literal] {
    LiteralScanner.scan(text).filter { $0.kind != .url && $0.kind != .identifier }
  }
}
