import CityAgentKit
import CityIndex
import CityJSON

/// `index search`: the best clauses for some words, and with `--explain`, why.
enum IndexSearchCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let limit = try arguments.integer("limit", in: 1...1000) ?? 10
    let installation = try Installation(arguments)
    let index = try installation.openKnowledge(for: installation.skills()).index
    let text = arguments.operands.joined(separator: " ")
    let query = IndexQuery(text, synonyms: index.synonyms)
    let found = index.search(query, limit: limit)
    if arguments.has("json") {
      try Console.line(json(found, query, index, explains: arguments.has("explain")))
      return .success
    }
    if found.isEmpty { try Console.line(Phrase.nothingFound.text()) }
    for (rank, hit) in found.enumerated() {
      let passage = index.passage(hit.passage)
      try Console.line(
        "\(rank + 1). \(Decimals.text(Double(hit.score), places: 3))  "
          + "\(index.document(passage.document).id) · \(passage.clause)")
      let quote = index.text(document: passage.document, range: passage.range) ?? []
      try Console.line(
        "   "
          + DisplayWidth.shortened(String(decoding: quote, as: UTF8.self), to: Console.columns - 4))
      if arguments.has("explain") { try explain(hit, query, index) }
    }
    return .success
  }

  /// Each term's part in a score: its rarity, where it stands, what it adds.
  private static func explain(
    _ hit: ScoredPassage, _ query: IndexQuery, _ index: KnowledgeIndex
  ) throws(CommandFailure) {
    try Console.line(
      "     "
        + [Phrase.explainTerm, .explainScore, .explainRarity, .explainPassages, .explainPlaces]
        .map { DisplayWidth.padded($0.text(), to: 12) }.joined())
    for part in index.explain(query, passage: hit.passage) {
      let cells = [
        part.term, Decimals.text(Double(part.score), places: 3),
        Decimals.text(Double(part.idf), places: 2), "\(part.documentFrequency)",
        part.frequencies.map(String.init).joined(separator: "/"),
      ]
      try Console.line("     " + cells.map { DisplayWidth.padded($0, to: 12) }.joined())
    }
  }

  private static func json(
    _ found: [ScoredPassage], _ query: IndexQuery, _ index: KnowledgeIndex, explains: Bool
  ) -> String {
    var json = JSONWriter()
    json.object { w in
      w.key("generation", index.generation)
      w.key("passages")
      w.array(found) { w, hit in
        let passage = index.passage(hit.passage)
        let document = index.document(passage.document)
        w.object { w in
          w.key("document", document.id)
          w.key("clause", passage.clause)
          w.key("score", rounded(hit.score))
          w.key("range")
          w.array([passage.range.lowerBound, passage.range.upperBound]) { $0.integer($1) }
          w.key("digest", document.digest)
          let text = index.text(document: passage.document, range: passage.range) ?? []
          w.key("text", String(decoding: text, as: UTF8.self))
          guard explains else { return }
          w.key("terms")
          w.array(index.explain(query, passage: hit.passage)) { w, part in
            w.object { w in
              w.key("term", part.term)
              w.key("score", rounded(part.score))
              w.key("idf", rounded(part.idf))
              w.key("passages", part.documentFrequency)
              w.key("frequencies")
              w.array(part.frequencies) { $0.integer($1) }
            }
          }
        }
      }
    }
    return json.text
  }

  /// Four decimals: what lies beyond is rounding noise of Float.
  private static func rounded(_ score: Float) -> Double {
    (Double(score) * 10_000).rounded() / 10_000
  }
}
