/// The passages that the leading terms chose, while the late terms are added to their scores.
///
/// Arrays side by side, in ascending order of the passages' places, so that lists are walked once.
struct ChosenPassages {
  /// Among the passages of all parts in use.
  private var places: [UInt32]
  private var scores: [Float]
  /// Nil where places are numbers.
  private let numbers: PassageNumbers?
  private var parted: [Float] = []
  /// What a passage must reach in the end: no more than the `limit`-th best has already.
  private var goal: Float = 0

  /// - Parameter chosen: in the order of their numbers.
  init(_ chosen: [ScoredPassage], numbers: PassageNumbers?) {
    self.numbers = numbers
    guard let numbers else {
      places = chosen.map { UInt32(truncatingIfNeeded: $0.passage) }
      scores = chosen.map(\.score)
      return
    }
    let placed = chosen.map { (place: numbers.places[$0.passage], score: $0.score) }
      .sorted { $0.place < $1.place }
    places = placed.map(\.place)
    scores = placed.map(\.score)
  }

  var count: Int { places.count }

  /// The chosen passages of a part.
  private func range(of part: SearchedPart) -> Range<Int> {
    guard numbers != nil else { return places.indices }
    func first(from place: Int) -> Int {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(places[middle]) < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: part.offset)
    return start..<max(start, first(from: part.offset + part.passages))
  }

  /// Adds a term's part to the passages that hold it.
  ///
  /// A block is decoded only for passages that its greatest impact and `rest` can still bring to the goal; the
  /// others are as good as dropped.
  /// - Parameter rest: the most that the terms after this one can give.
  mutating func add(
    _ list: PostingList, of part: SearchedPart, factor: Float, rest: Float,
    _ impacts: ImpactTable, using batch: PostingBatch
  ) {
    let range = range(of: part)
    guard !range.isEmpty else { return }
    let offset = UInt32(truncatingIfNeeded: part.offset)
    if list.shape == .dense {
      guard let dense = DensePostings(list) else { return }
      for i in range {
        let passage = Int(places[i] &- offset)
        guard let code = dense.code(of: passage) else { continue }
        scores[i] += factor * impacts.impact(code: code, passage: passage)
      }
      return
    }
    // A 255th of the factor, with what sums of Float may be wrong by.
    let most = factor / 255 * 1.0001 * part.growth * impacts.stretch
    let missing = goal * 0.9999 - rest * 1.0001
    var probe = PostingProbe(list, using: batch)
    for i in range {
      // Given up before.
      guard scores[i] > 0 else { continue }
      let passage = places[i] &- offset
      if scores[i] < missing,
        scores[i] + most * Float(probe.greatestImpact(of: passage)) < missing
      {
        scores[i] = 0
        continue
      }
      guard let code = probe.code(of: passage) else { continue }
      scores[i] += factor * impacts.impact(code: code, passage: Int(passage))
    }
  }

  /// Drops the passages that stay below the `limit` best even with all of `rest`.
  mutating func drop(limit: Int, rest: Float) {
    guard count > limit else { return }
    parted.removeAll(keepingCapacity: true)
    parted += scores
    parted.withUnsafeMutableBufferPointer { Selection.moveGreatest(limit, toFrontOf: $0) }
    goal = parted[limit - 1]
    // Sums of Float in another order may differ by a few units in the last place.
    let least = goal * 0.9999 - rest * 1.0001
    var kept = 0
    for i in places.indices where scores[i] >= least {
      places[kept] = places[i]
      scores[kept] = scores[i]
      kept += 1
    }
    places.removeLast(count - kept)
    scores.removeLast(scores.count - kept)
  }

  /// The best, best first.
  func best(_ limit: Int) -> [ScoredPassage] {
    var best = TopPassages(limit: limit)
    for i in places.indices where scores[i] > 0 {
      let place = Int(places[i])
      best.offer(numbers.map { Int($0.numbers[place]) } ?? place, scores[i])
    }
    return best.sorted()
  }
}
