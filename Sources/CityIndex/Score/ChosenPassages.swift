/// The passages that the leading terms chose, while the late terms are added to their scores.
///
/// Two arrays side by side, in ascending order of the passages, so that lists are walked once.
struct ChosenPassages {
  private var passages: [UInt32]
  private var scores: [Float]
  private var parted: [Float] = []
  /// What a passage must reach in the end: no more than the `limit`-th best has already.
  private var goal: Float = 0

  init(_ chosen: [ScoredPassage]) {
    passages = chosen.map { UInt32(truncatingIfNeeded: $0.passage) }
    scores = chosen.map(\.score)
  }

  var count: Int { passages.count }

  /// Adds a term's part to the passages that hold it.
  ///
  /// A block is decoded only for passages that its greatest impact and `rest` can still bring to the goal; the
  /// others are as good as dropped.
  /// - Parameter rest: the most that the terms after this one can give.
  mutating func add(
    _ list: PostingList, factor: Float, rest: Float, _ impacts: ImpactTable,
    using batch: PostingBatch
  ) {
    if list.shape == .dense {
      guard let dense = DensePostings(list) else { return }
      for i in passages.indices {
        let passage = Int(passages[i])
        guard let code = dense.code(of: passage) else { continue }
        scores[i] += factor * impacts.impact(code: code, passage: passage)
      }
      return
    }
    // A 255th of the factor, with what sums of Float may be wrong by.
    let part = impacts.isUsual ? factor / 255 * 1.0001 : .infinity
    let missing = goal * 0.9999 - rest * 1.0001
    var probe = PostingProbe(list, using: batch)
    for i in passages.indices {
      let passage = passages[i]
      if scores[i] < missing,
        scores[i] + part * Float(probe.greatestImpact(of: passage)) < missing
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
    for i in passages.indices where scores[i] >= least {
      passages[kept] = passages[i]
      scores[kept] = scores[i]
      kept += 1
    }
    passages.removeLast(count - kept)
    scores.removeLast(scores.count - kept)
  }

  /// The best, best first.
  func best(_ limit: Int) -> [ScoredPassage] {
    var best = TopPassages(limit: limit)
    for i in passages.indices where scores[i] > 0 { best.offer(Int(passages[i]), scores[i]) }
    return best.sorted()
  }
}
