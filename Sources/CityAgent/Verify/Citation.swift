public import CityIndex
public import CityText

/// The proof of a sentence: document, clause, byte range and digest, and the quote itself.
///
/// Only the ``Verifier`` makes one. `range` is [start, end) in the document's canonical text as
/// `index show DOCUMENT` prints it, `digest` the SHA-256 of that text, `quote` exactly those bytes.
public struct Citation: Sendable, Equatable, Encodable {
  /// From 1, in order of first use.
  public let number: Int
  public let document: String
  public let clause: String
  public let quote: String
  public let range: Range<Int>
  public let digest: String

  fileprivate init(
    number: Int, document: String, clause: String, quote: String, range: Range<Int>, digest: String
  ) {
    self.number = number
    self.document = document
    self.clause = clause
    self.quote = quote
    self.range = range
    self.digest = digest
  }

  enum CodingKeys: String, CodingKey { case number, document, clause, quote, range, digest }

  public func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: CodingKeys.self)
    try keyed.encode(number, forKey: .number)
    try keyed.encode(document, forKey: .document)
    try keyed.encode(clause, forKey: .clause)
    try keyed.encode(quote, forKey: .quote)
    try keyed.encode([range.lowerBound, range.upperBound], forKey: .range)
    try keyed.encode(digest, forKey: .digest)
  }
}

/// A sentence that held, with the citations it rests on.
public struct VerifiedSentence: Sendable, Equatable {
  public let text: String
  public let citations: [Citation]
  /// Whether it says something of its own: quoted or computed, not framing.
  public let isProof: Bool
}

/// Proves sentences against one generation; what it cannot prove it does not return.
///
/// One verifier serves one answer: citations are numbered in order of first use.
public struct Verifier: Sendable {
  private let index: KnowledgeIndex
  private let language: WrittenLanguage
  private var numbers: [EvidenceSpan: Citation] = [:]

  public init(_ index: KnowledgeIndex, language: WrittenLanguage) {
    self.index = index
    self.language = language
  }

  /// The sentence with its citations; nil where it cannot be proved.
  public mutating func verified(_ sentence: DraftSentence) -> VerifiedSentence? {
    switch sentence.kind {
    case .framing(let framing):
      guard let text = framing.text(in: language) else { return nil }
      return VerifiedSentence(text: text, citations: [], isProof: false)
    case .quoted(let text, let span):
      guard let clause = ClauseText(span, in: index), clause.supports(text) else { return nil }
      return VerifiedSentence(text: text, citations: [cite(span, clause)], isProof: true)
    case .computed(let text, let derivation):
      guard let clauses = proved(derivation), derivation.allows(text) else { return nil }
      let citations = zip(derivation.cells, clauses).map { cite($0.span, $1) }
      return VerifiedSentence(text: text, citations: citations, isProof: true)
    }
  }

  /// The cells' clauses, where each cell's value stands in its place and the operation gives the value.
  private func proved(_ derivation: Derivation) -> [ClauseText]? {
    guard let value = derivation.evaluated(), derivation.matches(value) else { return nil }
    var clauses: [ClauseText] = []
    for cell in derivation.cells {
      guard let clause = ClauseText(cell.span, in: index), clause.holds(cell.value),
        clause.isOf(cell.keys)
      else { return nil }
      clauses.append(clause)
    }
    return clauses
  }

  private mutating func cite(_ span: EvidenceSpan, _ clause: ClauseText) -> Citation {
    if let known = numbers[span] { return known }
    let citation = Citation(
      number: numbers.count + 1, document: clause.document, clause: clause.path,
      quote: clause.quote, range: span.range, digest: clause.digest)
    numbers[span] = citation
    return citation
  }
}
