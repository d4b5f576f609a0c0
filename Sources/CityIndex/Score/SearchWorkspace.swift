/// Memory of one search: a score a passage, and the postings just decoded. Used again by the next search.
///
/// Kernel with unsafe pointers: `scores` has an element for each passage of the parts in use, one part after the
/// other (``SearchedPart/offset``).
final class SearchWorkspace: @unchecked Sendable {
  let passages: Int
  /// All zero between searches.
  let scores: UnsafeMutablePointer<Float>
  /// The passages with a score above 0, in the order in which they got one: few of all, so that nothing here
  /// costs time by the number of passages. There is room for one more.
  private let reached: UnsafeMutablePointer<UInt32>
  private var reachedCount = 0
  let batch = PostingBatch()
  private let parts: [SearchedPart]
  /// Nil where places are numbers.
  let numbers: PassageNumbers?

  init(_ parts: [SearchedPart], numbers: PassageNumbers?) {
    self.parts = parts
    self.numbers = numbers
    let passages = parts.last.map { $0.offset + $0.passages } ?? 0
    self.passages = passages
    scores = .allocate(capacity: max(1, passages))
    scores.initialize(repeating: 0, count: max(1, passages))
    reached = .allocate(capacity: passages + 1)
    reached.initialize(repeating: 0, count: passages + 1)
  }

  deinit {
    scores.deallocate()
    reached.deallocate()
    batch.free()
  }

  /// Adds a term's part to the score of each passage that holds it.
  func add(_ list: PostingList, of part: SearchedPart, factor: Float, _ impacts: ImpactTable) {
    var walk = PostingWalk(list)
    while case let count = walk.next(into: batch), count > 0 {
      let offset = UInt32(truncatingIfNeeded: part.offset)
      let first = reachedCount
      impacts.add(
        batch, count: count, factor: factor, to: scores + part.offset, reached: reached,
        count: &reachedCount)
      if offset > 0 { for i in first..<reachedCount { reached[i] &+= offset } }
    }
  }

  /// The best passages that the filter keeps, at most `limit`.
  func collect(_ limit: Int, filter: inout DocumentFilter?) -> TopPassages {
    var best = TopPassages(limit: limit)
    for i in 0..<reachedCount {
      let place = Int(reached[i])
      let score = scores[place]
      guard score >= best.threshold, let number = number(at: place), keeps(place, &filter) else {
        continue
      }
      best.offer(number, score)
    }
    best.cut()
    return best
  }

  /// The number in the generation of the passage at a place; nil where it is there no longer.
  @inline(__always)
  private func number(at place: Int) -> Int? {
    guard let numbers else { return place }
    let number = numbers.numbers[place]
    return number == PassageNumbers.none ? nil : Int(number)
  }

  private func keeps(_ place: Int, _ filter: inout DocumentFilter?) -> Bool {
    guard filter != nil else { return true }
    let part = parts.lastIndex { $0.offset <= place } ?? 0
    return filter?.keeps(passage: place - parts[part].offset, part: part) ?? true
  }

  func clear() {
    for i in 0..<reachedCount { scores[Int(reached[i])] = 0 }
    reachedCount = 0
  }
}
