/// Which documents a query keeps, asked for passages of a part in ascending order.
struct DocumentFilter {
  private var parts: [PartFilter]
  private let order: DocumentOrder
  /// The run of the passage asked for last by its number, and the place of its part.
  private var run = DocumentOrder.Run()
  private var part: Int?

  /// Nil where the query keeps every document.
  init?(_ query: IndexQuery, in index: KnowledgeIndex) {
    if query.documents.isEmpty, query.kinds.isEmpty, query.languages.isEmpty, query.skills.isEmpty {
      return nil
    }
    order = index.order
    parts = index.searched.map { PartFilter(query, $0.segment) }
    for number in query.documents {
      guard let place = index.place(ofDocument: number) else { continue }
      let part = index.searched.firstIndex { $0.segment === place.segment }
      if let part { parts[part].documents.insert(place.number) }
    }
  }

  /// - Parameter part: the place of its part among those in use.
  mutating func keeps(passage: Int, part: Int) -> Bool { parts[part].keeps(passage: passage) }

  /// The same of a passage by its number in the generation.
  mutating func keeps(passage number: Int) -> Bool {
    if part == nil || number < run.passage || number >= run.passage + run.passages {
      run = order.run(ofPassage: number)
      part = order.parts.firstIndex(of: run.part)
    }
    guard let part else { return false }
    return parts[part].keeps(passage: number - run.passage + run.localPassage)
  }
}

/// Which documents of one part a query keeps.
private struct PartFilter {
  private let segment: IndexSegment
  private let keepsAll: Bool
  /// By their numbers in the part; what counts only where the query names documents.
  var documents: Set<Int> = []
  /// By label number; nil keeps all.
  private let kinds: [Bool]?
  private let languages: [Bool]?
  private let skills: [Bool]?
  /// Passages of a document follow one another: the last decision is mostly the next one too.
  private var last = -1
  private var lastKept = false

  init(_ query: IndexQuery, _ segment: IndexSegment) {
    self.segment = segment
    keepsAll = query.documents.isEmpty
    kinds = segment.labelNumbers(of: query.kinds)
    languages = segment.labelNumbers(of: query.languages)
    skills = segment.labelNumbers(of: query.skills)
  }

  mutating func keeps(passage: Int) -> Bool {
    let document = segment.document(ofPassage: passage)
    if document != last {
      last = document
      lastKept = keeps(document: document)
    }
    return lastKept
  }

  private func keeps(document: Int) -> Bool {
    if !keepsAll, !documents.contains(document) { return false }
    let facet = segment.facet(of: document)
    if let kinds, !Self.contains(facet.kind, kinds) { return false }
    if let languages, !Self.contains(facet.language, languages) { return false }
    guard let skills else { return true }
    let all = segment.parts.skills
    let range = Int(facet.firstSkill)..<Int(facet.firstSkill) + Int(facet.skillCount)
    return range.clamped(to: 0..<all.count / 4).contains { Self.contains(all.u32($0 * 4), skills) }
  }

  private static func contains(_ label: UInt32, _ set: [Bool]) -> Bool {
    Int(label) < set.count && set[Int(label)]
  }
}

extension IndexSegment {
  /// For each label whether it is among `names`; nil where `names` is empty.
  func labelNumbers(of names: Set<String>) -> [Bool]? {
    guard !names.isEmpty else { return nil }
    return (0..<labelCount).map { names.contains(label($0).string) }
  }
}
