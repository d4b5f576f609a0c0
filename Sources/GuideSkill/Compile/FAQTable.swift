import CityAgent
import CityIndex
import CityText

/// The wordings of all frequent questions, compiled when the index is built.
struct FAQTable: Sendable {
  static let name = "frequent-questions"
  static let version = 1

  /// For each entry its passage: the answer's clause.
  var passages: [UInt32] = []
  /// Wordings; a wording's bearer is its entry.
  var wordings: NameIndex

  /// - Parameters:
  ///   - documents: lists of frequent questions, in index order.
  ///   - content: the terms of a folded question that carry content, distinct.
  init(
    documents: [IndexedSources.Numbered], synonyms: Synonyms, content: ([UInt8]) -> [UInt64]
  ) {
    var names: [(terms: [UInt64], bearer: Int)] = []
    for numbered in documents {
      for (i, clause) in numbered.document.clauses.enumerated() {
        // The heading holds the entry's question and its other wordings.
        for wording in clause.heading.split(separator: "/") {
          let terms = content(synonyms.rewritten(Folding.fold(Array(wording.utf8))))
          if !terms.isEmpty { names.append((terms, passages.count)) }
        }
        passages.append(UInt32(numbered.firstPassage + i))
      }
    }
    wordings = NameIndex(names, bearerCount: passages.count)
  }

  var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write(passages)
    wordings.write(to: &writer)
    return writer.bytes
  }

  init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let passages = reader.numbers(),
      let wordings = NameIndex(&reader, bearerCount: passages.count)
    else { return nil }
    self.passages = passages
    self.wordings = wordings
  }
}
