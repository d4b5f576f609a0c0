import CityText

/// What kind of thing a question asks for, and whether a text holds one.
///
/// Li & Roth's coarse answer types, as far as guides and reports are asked for them.
public struct AskedFor: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case anything
    /// A number; with the measure word that must follow it (`类` in 多少类), where one is asked for.
    case number(measure: [UInt8])
    case money, percent, duration, date, clock, reason
  }
  public var kind: Kind

  public init(_ kind: Kind) { self.kind = kind }

  /// Reads the kind off the folded question.
  public init(folded: [UInt8]) {
    func has(_ words: [String]) -> Bool {
      words.contains { ByteSearch.contains(folded, Array($0.utf8)) }
    }
    if has(["为什么", "为何", "why ", "原因"]) {
      kind = .reason
    } else if has(["多久", "多长时间", "几天", "多少天", "几个月", "几年", "多少个工作日", "how long", "how many days"]) {
      kind = .duration
    } else if has(["多少钱", "多少元", "金额", "how much"]) {
      kind = .money
    } else if has(["率多少", "率是多少", "率达到多少", "百分之几", "比例是多少", "多大比例", "percentage"]) {
      kind = .percent
    } else if has(["什么时候", "何时", "哪一年", "哪年", "哪天", "几月", "几号", "when "]) {
      kind = .date
    } else if has(["几点"]) {
      kind = .clock
    } else if let measure = Self.measure(in: folded) {
      kind = .number(measure: measure)
    } else if has(["how many"]) {
      kind = .number(measure: [])
    } else {
      kind = .anything
    }
  }

  /// The measure word after 多少 or 几; empty for 个 and where none follows.
  private static func measure(in folded: [UInt8]) -> [UInt8]? {
    for word in ["多少", "几"] {
      let mark = Array(word.utf8)
      guard let at = ByteSearch.first(of: mark, in: folded) else { continue }
      let rest = folded[(at + mark.count)...]
      guard rest.count >= 3, rest.first! >= 0xE3 else { return [] }
      let next = Array(rest.prefix(3))
      return measures.contains(next) ? next : []
    }
    return nil
  }

  private static let measures: Set<[UInt8]> = Set(
    ["类", "种", "项", "家", "名", "次", "件", "条", "台", "场", "届", "步", "级", "期", "位", "人", "张", "份"]
      .map { Array($0.utf8) })

  /// Whether `text` holds a thing of the kind.
  public func isHeld(by text: [UInt8]) -> Bool {
    switch kind {
    case .anything: return true
    case .reason:
      return ["因", "由于", "为了", "目的", "because", "due to", "针对"].contains {
        ByteSearch.contains(text, Array($0.utf8))
      }
    case .number(let measure) where !measure.isEmpty:
      return literals(text).contains { literal in
        let end = literal.range.upperBound
        return ByteSearch.contains(Array(text[literal.range]), measure)
          || text[end...].starts(with: measure)
      }
    case .number:
      return !literals(text).isEmpty
    case .money: return literals(text).contains { $0.kind == .money || $0.kind == .number }
    case .percent: return literals(text).contains { $0.kind == .percent }
    case .duration: return literals(text).contains { $0.kind == .duration }
    // “什么时候开门” is answered by a time of day as well.
    case .date: return literals(text).contains { $0.kind == .date || $0.kind == .clock }
    case .clock: return literals(text).contains { $0.kind == .clock }
    }
  }

  private func literals(_ text: [UInt8]) -> [Literal] {
    LiteralScanner.scan(text).filter { $0.kind != .url && $0.kind != .identifier }
  }
}
