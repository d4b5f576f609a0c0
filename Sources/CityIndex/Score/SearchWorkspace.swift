/// Memory of one search: a score a passage, and the postings just decoded. Used again by the next search.
///
/// Kernel with unsafe pointers: `scores` has an element for each passage of the parts in use, one part after the
/// other (``SearchedPart/offset``).
final class SearchWorkspace: @unchecked Sendable {
  let passages: Int
  /// All zero between searches.
  let scores: UnsafeMutablePointer<Float>
  let batch = PostingBatch()
  private let parts: [SearchedPart]
  /// Nil where places are numbers.
  let numbers: PassageNumbers?

  init(_ parts: [SearchedPart], numbers: PassageNumbers?) {
    self.parts = parts
    self.numbers = numbers
    let passages = parts.last.map { $0.offset + $0.passages } ?? 0
    self.passages = passages
    // Whole rows of 16 are read at once.
    let room = (passages + 15) & ~15
    scores = UnsafeMutableRawPointer.allocate(byteCount: max(16, room) * 4, alignment: 64)
      .bindMemory(to: Float.self, capacity: max(16, room))
    scores.initialize(repeating: 0, count: max(16, room))
  }

  deinit {
    scores.deallocate()
    batch.free()
  }

  /// Adds a term's part to the score of each passage that holds it.
  /// - Parameter offset: where the passages of the list's part begin.
  func add(_ list: PostingList, at offset: Int, factor: Float, _ impacts: ImpactTable) {
    let scores = scores + offset
    var walk = PostingWalk(list)
    while case let count = walk.next(into: batch), count > 0 {
      impacts.add(batch, count: count, factor: factor, to: scores)
    }
  }

  /// The best passages that the filter keeps, at most `limit`.
  func collect(_ limit: Int, filter: inout DocumentFilter?) -> TopPassages {
    let guess = filter == nil ? likelyThreshold(limit) : nil
    if let guess {
      var best = TopPassages(limit: limit, threshold: guess)
      offer(to: &best, filter: &filter)
      if best.count == limit { return best }
    }
    var best = TopPassages(limit: limit)
    offer(to: &best, filter: &filter)
    return best
  }

  /// A score that about 1.5 times `limit` passages reach, by one row of sixteen in 32; nil for few passages.
  ///
  /// Whoever begins with it has little to sort out again. Where too few reach it the search begins anew.
  private func likelyThreshold(_ limit: Int) -> Float? {
    guard limit >= 32, limit <= passages / 64 else { return nil }
    var sample = TopPassages(limit: limit / 32 * 3 / 2 + 6)
    for row in stride(from: 0, to: passages & ~15, by: 512) {
      for place in row..<row + 16 where scores[place] > 0 {
        if let number = number(at: place) { sample.offer(number, scores[place]) }
      }
    }
    sample.cut()
    return sample.isFull ? sample.threshold : nil
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

  /// Offers every passage with a score at or above the threshold that the filter keeps.
  ///
  /// Scores are looked at sixteen at a time, as the whole numbers that their bits are: of floats that are
  /// not negative the greater has the greater one.
  private func offer(to best: inout TopPassages, filter: inout DocumentFilter?) {
    typealias Row = SIMD4<Int32>
    let rows = UnsafeRawPointer(scores)
    let passages = passages
    var threshold = best.threshold
    var below = Row(repeating: Int32(bitPattern: threshold.bitPattern) &- 1)
    var start = 0
    while start < passages {
      defer { start &+= 16 }
      let row = rows + start &* 4
      // Negative where a score is the threshold or more.
      let signs =
        (below &- row.load(as: Row.self))
        | (below &- row.load(fromByteOffset: 16, as: Row.self))
        | (below &- row.load(fromByteOffset: 32, as: Row.self))
        | (below &- row.load(fromByteOffset: 48, as: Row.self))
      let halves = unsafeBitCast(signs, to: SIMD2<UInt64>.self)
      guard (halves[0] | halves[1]) & 0x8000_0000_8000_0000 != 0 else { continue }
      for place in start..<min(start &+ 16, passages) where scores[place] >= threshold {
        guard let number = number(at: place), keeps(place, &filter) else { continue }
        best.offer(number, scores[place])
      }
      guard best.threshold != threshold else { continue }
      threshold = best.threshold
      below = Row(repeating: Int32(bitPattern: threshold.bitPattern) &- 1)
    }
    best.cut()
  }

  func clear() { scores.update(repeating: 0, count: passages) }
}
