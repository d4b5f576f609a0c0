import CityIndex
import CityText

/// A span of a generation, read back from it: what a sentence is held against.
struct ClauseText: Sendable {
  let document: String
  let path: String
  let digest: String
  /// The span's own text.
  let quote: String
  /// The whole clause around it, and the title it stands under.
  private let clause: [UInt8]
  private let heading: [UInt8]
  /// The fields of the row, where the span is a cell of a table.
  private let row: [String]?

  /// Nil where the span lies outside its passage, cuts a character, or is no whole cell of its table.
  init?(_ span: EvidenceSpan, in index: KnowledgeIndex) {
    switch span.place {
    case .passage(let number): self.init(passage: number, span.range, in: index)
    case .table(let number): self.init(table: number, span.range, in: index)
    }
  }

  private init?(table number: Int, _ range: Range<Int>, in index: KnowledgeIndex) {
    guard let cell = index.cell(document: number, range: range) else { return nil }
    document = index.documentID(number)
    digest = index.digest(document: number)
    path = "row \(cell.row)/column \(cell.column)"
    quote = cell.text
    clause = Array(cell.fields.joined(separator: " ").utf8)
    heading = Array(cell.column.utf8)
    row = cell.fields
  }

  private init?(passage number: Int, _ range: Range<Int>, in index: KnowledgeIndex) {
    guard (0..<index.passageCount).contains(number) else { return nil }
    let passage = index.passage(number)
    let span = (range: range, passage: number)
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
    row = nil
    self.heading = Array((document.metadata.title + " " + passage.heading).utf8)
  }

  /// The whole clause, folded.
  var folded: [UInt8] { Folding.fold(clause) }

  /// The language that the clause is written in.
  var language: WrittenLanguage { WrittenLanguage.detect(clause) }

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

  /// Whether each key stands in a field of its own in the cell's row.
  func isOf(_ keys: [String]) -> Bool {
    guard let row else { return keys.isEmpty }
    return keys.allSatisfy { row.contains($0) }
  }

  /// Whether the number stands in the quote, as it is or as a percentage or amount; a cell of a table is
  /// the number as a whole.
  func holds(_ value: Double) -> Bool {
    if row != nil, let number = Double(quote) { return number == value }
    return LiteralScanner.scan(Array(quote.utf8)).contains { literal in
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
