/// The documents of a generation that is being made, in their order, read from the present one only when asked for.
public struct IndexedSources: RandomAccessCollection, Sendable {
  /// A document with its place in the generation.
  public struct Numbered: Sendable {
    public var number: Int
    /// The number of its first passage, or of the next one where it has none.
    public var firstPassage: Int
    public var document: SourceDocument
  }

  private let entries: [IndexEntry]
  private let index: KnowledgeIndex?
  /// By entry, the number of its first document; then the number of documents.
  private let starts: [Int]

  public init(_ documents: [SourceDocument]) {
    self.init(documents.map { .new($0) }, in: nil)
  }

  /// - Parameter index: the present generation, whose documents the entries keep.
  public init(_ entries: [IndexEntry], in index: KnowledgeIndex?) {
    self.entries = entries
    self.index = index
    var starts = [0]
    starts.reserveCapacity(entries.count + 1)
    for entry in entries { starts.append(starts[starts.count - 1] + entry.count) }
    self.starts = starts
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { starts[starts.count - 1] }

  /// - Complexity: O(log entries), and the decoding of the document.
  public subscript(number: Int) -> SourceDocument {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] <= number { low = middle + 1 } else { high = middle }
    }
    switch entries[low] {
    case .new(let document): return document
    case .kept(let range):
      return index?.source(range.lowerBound + number - starts[low])
        ?? SourceDocument(id: "", metadata: DocumentMetadata(), text: [], clauses: [])
    }
  }

  /// The numbers of the documents that have these ids, by the ids' bytes.
  ///
  /// - Complexity: O(ids · log documents), and a look at every new document.
  func numbers(ofIDs ids: Set<[UInt8]>) -> [[UInt8]: Int] {
    var numbers: [[UInt8]: Int] = [:]
    var kept: [(range: Range<Int>, start: Int)] = []
    for (entry, start) in zip(entries, starts) {
      switch entry {
      case .kept(let range): kept.append((range, start))
      case .new(let document):
        let id = Array(document.id.utf8)
        if ids.contains(id) { numbers[id] = start }
      }
    }
    guard let index, !kept.isEmpty else { return numbers }
    kept.sort { $0.range.lowerBound < $1.range.lowerBound }
    for id in ids where numbers[id] == nil {
      guard let old = index.documentNumber(id: String(decoding: id, as: UTF8.self)) else {
        continue
      }
      var (low, high) = (0, kept.count)
      while low < high {
        let middle = (low + high) / 2
        if kept[middle].range.upperBound <= old { low = middle + 1 } else { high = middle }
      }
      if low < kept.count, kept[low].range.contains(old) {
        numbers[id] = kept[low].start + old - kept[low].range.lowerBound
      }
    }
    return numbers
  }

  /// The documents of some kinds; no others are decoded.
  ///
  /// - Complexity: a few nanoseconds for every document, besides the decoding.
  public func documents(ofKinds kinds: Set<String>) -> [Numbered] {
    var found: [Numbered] = []
    var (number, passage) = (0, 0)
    for entry in entries {
      switch entry {
      case .new(let document):
        if kinds.contains(document.metadata.kind) {
          found.append(Numbered(number: number, firstPassage: passage, document: document))
        }
        number += 1
        passage += document.clauses.count
      case .kept(let range):
        guard let index, !range.isEmpty else { continue }
        index.each(in: range, ofKinds: kinds) { old, firstPassage, document in
          found.append(
            Numbered(
              number: number + old - range.lowerBound, firstPassage: passage + firstPassage,
              document: document))
        }
        number += range.count
        passage +=
          index.passageRange(of: range.upperBound - 1).upperBound
          - index.passageRange(of: range.lowerBound).lowerBound
      }
    }
    return found
  }
}

extension KnowledgeIndex {
  /// Visits the documents of some kinds: number, passages before it in the range, the document.
  fileprivate func each(
    in range: Range<Int>, ofKinds kinds: Set<String>,
    _ visit: (_ number: Int, _ firstPassage: Int, _ document: SourceDocument) -> Void
  ) {
    let first = passageRange(of: range.lowerBound).lowerBound
    var number = range.lowerBound
    while let place = number < range.upperBound ? place(ofDocument: number) : nil {
      let end = min(range.upperBound, place.run.document + place.run.documents)
      let segment = place.segment
      if let labels = segment.labelNumbers(of: kinds), labels.contains(true) {
        for i in 0..<end - number {
          let kind = Int(segment.facet(of: place.number + i).kind)
          guard kind < labels.count, labels[kind] else { continue }
          visit(
            number + i, passageRange(of: number + i).lowerBound - first,
            segment.source(place.number + i))
        }
      }
      number = end
    }
  }

  /// Which entry a document is that was read anew: kept where it is what it was.
  public func entry(for document: SourceDocument) -> IndexEntry {
    guard let number = documentNumber(id: document.id), source(number) == document else {
      return .new(document)
    }
    return .kept(number..<number + 1)
  }
}
