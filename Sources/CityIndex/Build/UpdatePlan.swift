/// Which documents an update appends, and what the generation is made of then.
struct UpdatePlan: Sendable {
  /// A stretch of the generation: documents of a part, by their numbers there.
  struct Stretch {
    var segment: IndexSegment?
    /// Of the new part where there is no segment.
    var documents: Range<Int>
    var passages: Range<Int>
  }

  /// What the new part brings, in order.
  private(set) var documents: [SourceDocument] = []
  /// The generation, in order.
  private(set) var stretches: [Stretch] = []
  /// Documents in use so far that go, by part; those taken over into the new part included.
  private(set) var dropped: [(part: SearchedPart, document: Int)] = []
  /// Whether all parts but the first are taken over into the new one.
  let takesOver: Bool
  let index: KnowledgeIndex

  /// - Parameter entries: the documents of the next generation, each of the present one at most once.
  /// - Throws: ``IndexError`` `.damaged` where a document that is taken over or kept is none.
  init(
    _ entries: [IndexEntry], of index: KnowledgeIndex, policy: UpdatePolicy
  ) throws(IndexError) {
    self.index = index
    takesOver = index.searched.count - 1 >= policy.parts
    var isKept = [Bool](repeating: false, count: index.documentCount)
    var passages = 0
    for entry in entries {
      switch entry {
      case .new(let document): append(document, &passages)
      case .kept(let range):
        var number = range.lowerBound
        while number < range.upperBound {
          let run = index.order.run(ofDocument: number)
          let end = min(range.upperBound, run.document + run.documents)
          guard end > number else { break }
          let segment = index.segments[run.part]
          let first = run.localDocument + number - run.document
          let local = first..<first + end - number
          if takesOver, run.part != index.searched[0].segment.number {
            for document in local { append(try segment.checkedSource(document), &passages) }
          } else {
            for document in number..<end { isKept[document] = true }
            try keep(segment, local)
          }
          number = end
        }
      }
    }
    for (place, part) in index.searched.enumerated() where place == 0 || !takesOver {
      for number in 0..<index.order.runCount {
        let run = index.order.run(byPart: number)
        guard run.part == part.segment.number else { continue }
        for i in 0..<run.documents where !isKept[run.document + i] {
          dropped.append((part, run.localDocument + i))
        }
      }
    }
  }

  private mutating func append(_ document: SourceDocument, _ passages: inout Int) {
    let range = documents.count..<documents.count + 1
    let clauses = passages..<passages + document.clauses.count
    passages = clauses.upperBound
    documents.append(document)
    add(Stretch(segment: nil, documents: range, passages: clauses))
  }

  private mutating func keep(
    _ segment: IndexSegment, _ local: Range<Int>
  ) throws(IndexError) {
    let start = segment.firstPassage(of: local.lowerBound)
    let end = segment.firstPassage(of: local.upperBound)
    guard start <= end else { throw segment.damage("document \(local.lowerBound)") }
    add(Stretch(segment: segment, documents: local, passages: start..<end))
  }

  private mutating func add(_ stretch: Stretch) {
    if let last = stretches.last, last.segment === stretch.segment,
      last.documents.upperBound == stretch.documents.lowerBound
    {
      stretches[stretches.count - 1].documents =
        last.documents.lowerBound..<stretch.documents.upperBound
      stretches[stretches.count - 1].passages =
        last.passages.lowerBound..<stretch.passages.upperBound
    } else {
      stretches.append(stretch)
    }
  }

  /// The number that the new part gets in the file.
  var partNumber: Int { index.segments.count }

  /// Whether the index is written anew rather than appended to.
  func isRewrite(_ policy: UpdatePolicy) -> Bool {
    let first = index.file.parts[0].count
    // A part is somewhat over twice as large as its texts.
    let growth = documents.reduce(0) { $0 + $1.text.count * 2 + 256 }
    let appended = index.file.view.count - first + IndexFormat.partAlignment + growth
    let base = index.searched[0].segment
    var live = 0
    for stretch in stretches where stretch.segment === base { live += stretch.documents.count }
    return Double(appended) > policy.appended * Double(first)
      || Double(base.documentCount - live) > policy.deleted * Double(base.documentCount)
  }

  /// The section `order`.
  var order: [UInt8] {
    var runs: [DocumentOrder.Run] = []
    var (document, passage) = (0, 0)
    for stretch in stretches {
      runs.append(
        DocumentOrder.Run(
          part: stretch.segment?.number ?? partNumber, document: document, passage: passage,
          localDocument: stretch.documents.lowerBound, localPassage: stretch.passages.lowerBound))
      document += stretch.documents.count
      passage += stretch.passages.count
    }
    let parts = takesOver ? [index.searched[0].segment.number] : index.order.parts
    return DocumentOrder.bytes(parts: parts + [partNumber], runs: runs)
  }

  /// The section `deleted`.
  /// - Throws: ``IndexError`` `.damaged` where a document that goes is none.
  func deleted() throws(IndexError) -> [UInt8] {
    let base = index.searched[0].segment
    let isBase = { (gone: (part: SearchedPart, document: Int)) in gone.part.segment === base }
    guard let first = TermCount.all(of: index.deleted.first),
      let others = TermCount.all(of: index.deleted.others)
    else { throw index.damage("section “deleted”") }
    let goneFirst = try Self.terms(of: dropped.filter(isBase))
    let goneOthers = try Self.terms(of: dropped.filter { !isBase($0) })
    return DeletedTerms.bytes(
      first: TermCount.sums(first, goneFirst),
      others: takesOver ? [] : TermCount.sums(others, goneOthers))
  }

  /// How many passages of these documents hold each term, in the order of the keys.
  static func terms(
    of documents: [(part: SearchedPart, document: Int)]
  ) throws(IndexError) -> [TermCount] {
    guard !documents.isEmpty else { return [] }
    var counts: [TermCount] = []
    // A few at a time: their texts need not all be in memory.
    for first in stride(from: 0, to: documents.count, by: 4_096) {
      var sources: [SourceDocument] = []
      for (part, number) in documents[first..<min(first + 4_096, documents.count)] {
        sources.append(try part.segment.checkedSource(number))
      }
      for run in RunScanner().scan(sources).map(\.run) {
        let more = (0..<run.termCount).map {
          TermCount(key: run.key($0), passages: UInt32(run.count($0)))
        }
        counts = TermCount.sums(counts, more)
      }
    }
    return counts
  }

  /// Counts and sums of the documents that stay where they are.
  var kept: StateRecord {
    var state = StateRecord()
    state.fieldTotals = index.state.fieldTotals
    state.textBytes = index.state.textBytes
    let base = index.searched[0].segment
    var gone = dropped
    if takesOver {
      gone = []
      for number in 0..<index.documentCount {
        guard let place = index.place(ofDocument: number), place.segment !== base else { continue }
        let part = index.searched.first { $0.segment === place.segment }
        if let part { gone.append((part, place.number)) }
      }
      gone += dropped
    }
    for (part, document) in gone {
      let segment = part.segment
      state.textBytes &-= UInt64(segment.text(of: document)?.count ?? 0)
      for passage in segment.passages(of: document) {
        state.fieldTotals &-= SIMD4<UInt64>(
          truncatingIfNeeded: segment.lengths.lengths(of: passage))
      }
    }
    for stretch in stretches where stretch.segment != nil {
      state.documentCount += stretch.documents.count
      state.passageCount += stretch.passages.count
    }
    return state
  }
}

extension IndexSegment {
  /// Where a document's passages begin; where all end for the number behind the last.
  func firstPassage(of number: Int) -> Int {
    number < documentCount ? passages(of: number).lowerBound : passageCount
  }
}
