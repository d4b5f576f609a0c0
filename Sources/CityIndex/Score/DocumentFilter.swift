/// Which documents a query keeps, asked for passages in ascending order.
struct DocumentFilter {
  private let index: KnowledgeIndex
  private let documents: Set<Int>
  /// By label number; nil keeps all.
  private let kinds: [Bool]?
  private let languages: [Bool]?
  private let skills: [Bool]?
  /// Passages of a document follow one another: the last decision is mostly the next one too.
  private var last = -1
  private var lastKept = false

  /// Nil where the query keeps every document.
  init?(_ query: IndexQuery, in index: KnowledgeIndex) {
    self.index = index
    documents = query.documents
    kinds = index.labelNumbers(of: query.kinds)
    languages = index.labelNumbers(of: query.languages)
    skills = index.labelNumbers(of: query.skills)
    if documents.isEmpty, kinds == nil, languages == nil, skills == nil { return nil }
  }

  mutating func keeps(passage: Int) -> Bool {
    let record = index.parts.passages.record(passage, width: PassageRecord.width)
    let document = Int(PassageRecord.document(in: record))
    if document != last {
      last = document
      lastKept = keeps(document: document)
    }
    return lastKept
  }

  private func keeps(document: Int) -> Bool {
    if !documents.isEmpty, !documents.contains(document) { return false }
    let record = index.record(ofDocument: document)
    if let kinds, !Self.contains(record.kind, kinds) { return false }
    if let languages, !Self.contains(record.language, languages) { return false }
    guard let skills else { return true }
    let all = index.parts.skills
    let range = Int(record.firstSkill)..<Int(record.firstSkill) + Int(record.skillCount)
    return range.clamped(to: 0..<all.count / 4).contains { Self.contains(all.u32($0 * 4), skills) }
  }

  private static func contains(_ label: UInt32, _ set: [Bool]) -> Bool {
    Int(label) < set.count && set[Int(label)]
  }
}

extension KnowledgeIndex {
  /// For each label of the index whether it is among `names`; nil where `names` is empty.
  fileprivate func labelNumbers(of names: Set<String>) -> [Bool]? {
    guard !names.isEmpty else { return nil }
    return (0..<parts.labels.count / 16).map { number in
      let record = parts.labels.record(number, width: 16)
      return names.contains(parts.strings.string(record.u64(0), record.u64(8)))
    }
  }
}
