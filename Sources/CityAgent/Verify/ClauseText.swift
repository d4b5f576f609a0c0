import CityIndex
import CityText

/// A span of a generation, read back from it: what a sentence is held against.
struct ClauseText {
  let document: String
  let path: String
  let digest: String
  /// The span's own text.
  let quote: String
  /// The whole clause around it, and the title it stands under.
  private let clause: [UInt8]
  private let heading: [UInt8]

  /// Nil where the span lies outside its passage, or cuts a character.
  init?(_ span: EvidenceSpan, in index: KnowledgeIndex) {
    guard (0..<index.passageCount).contains(span.passage) else { return nil }
    let passage = index.passage(span.passage)
    guard !span.range.isEmpty, span.range.lowerBound >= passage.range.lowerBound,
      span.range.upperBound <= passage.range.upperBound,
      let bytes = index.text(document: passage.document, range: span.range),
      let clause = index.text(document: passage.document, range: passage.range),
      let quote = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let document = index.document(passage.document)
    self.document = document.id
    self.path = passage.clause
    self.digest = document.digest
    self.quote = quote
    self.clause = clause
    self.heading = Array((document.metadata.title + " " + passage.heading).utf8)
  }

  /// Whether the clause says what `text` says: verbatim, or with every literal and quoted name in it.
  func supports(_ text: String) -> Bool {
    if text == quote { return true }
    let folded = Folding.fold(Array(text.utf8))
    let source = Folding.fold(clause)
    if ByteSearch.contains(source, folded) { return true }
    let known = Set(
      (LiteralScanner.scan(clause) + LiteralScanner.scan(heading)).map(Fact.init))
    for literal in LiteralScanner.scan(Array(text.utf8))
    where !known.contains(Fact(literal)) {
      return false
    }
    return quotedNames(in: folded).allSatisfy {
      ByteSearch.contains(source, $0) || ByteSearch.contains(Folding.fold(heading), $0)
    }
  }

  /// Whether the number stands in the quote, as it is or as a percentage or amount.
  func holds(_ value: Double) -> Bool {
    LiteralScanner.scan(Array(quote.utf8)).contains { literal in
      let number = literal.canonical.split(separator: " ").compactMap { Double($0) }.first
      return number.map { abs($0 - value) <= 1e-9 * max(1, abs(value)) } ?? false
    }
  }

  /// A literal without its place.
  private struct Fact: Hashable {
    let kind: Literal.Kind
    let canonical: String

    init(_ literal: Literal) {
      kind = literal.kind
      canonical = literal.canonical
    }
  }

  /// What stands between 《》, “” or 「」 in the text.
  private func quotedNames(in folded: [UInt8]) -> [[UInt8]] {
    let pairs: [(open: String, close: String)] = [("《", "》"), ("“", "”"), ("「", "」")]
    var names: [[UInt8]] = []
    for pair in pairs {
      var at = 0
      while let open = ByteSearch.first(of: Array(pair.open.utf8), in: folded, from: at),
        let close = ByteSearch.first(of: Array(pair.close.utf8), in: folded, from: open)
      {
        names.append(Array(folded[(open + pair.open.utf8.count)..<close]))
        at = close + pair.close.utf8.count
      }
    }
    return names
  }
}

extension Derivation {
  /// Whether the claimed value is the evaluated one at the claimed precision.
  func matches(_ evaluated: Double) -> Bool {
    var half = 0.5
    for _ in 0..<max(0, min(decimals, 12)) { half /= 10 }
    return abs(evaluated - value) <= half * (1 + 1e-9)
  }

  /// Whether every number of the sentence is the value, or a cell's.
  func allows(_ text: String) -> Bool {
    let numbers = Set(([value] + cells.map(\.span).indices.map { cells[$0].value }).map(abs))
    return LiteralScanner.scan(Array(text.utf8)).allSatisfy { literal in
      switch literal.kind {
      case .number, .percent, .money:
        let number = literal.canonical.split(separator: " ").compactMap { Double($0) }.first
        return number.map { n in numbers.contains { abs($0 - abs(n)) <= 1e-9 * max(1, $0) } }
          ?? false
      case .date, .duration, .clock, .phone, .identifier, .url: return true
      }
    }
  }
}
