/// Walks a list from its first posting to its last, a batch at a time.
struct PostingWalk {
  private let list: PostingList
  private let dense: DensePostings?
  private let codes: Bool
  /// Batches given so far.
  private var batches = 0
  /// Of a dense list: the word being read, what is left of it, exceptions met.
  private var word = -1
  private var bits: UInt64 = 0
  private var exceptions = 0

  /// - Parameter codes: whether they are wanted; a short list gives them anyway.
  init(_ list: PostingList, codes: Bool = true) {
    self.list = list
    self.codes = codes
    dense = list.shape == .dense ? DensePostings(list) : nil
  }

  /// Decodes the next batch; all its passages are below the list's.
  /// - Returns: how many postings it has; 0 at the end or where the bytes are no postings.
  mutating func next(into batch: PostingBatch) -> Int {
    defer { batches += 1 }
    switch list.shape {
    case .short:
      guard batches == 0 else { return 0 }
      let postings = ShortPostings(list.view, count: list.count)
      return postings.decode(after: .max, below: list.passages, into: batch) ? list.count : 0
    case .blocks:
      guard batches < list.blockCount, list.decode(block: batches, codes: codes, into: batch)
      else { return 0 }
      return list.size(ofBlock: batches)
    case .dense: return nextDense(into: batch)
    }
  }

  private mutating func nextDense(into batch: PostingBatch) -> Int {
    guard let dense, batches < PostingShape.blocks(list.count) else { return 0 }
    let size = list.size(ofBlock: batches)
    var found = 0
    while found < size {
      while bits == 0 {
        word += 1
        guard word < dense.words else { return 0 }
        bits = dense.word(word)
      }
      let passage = word &* 64 &+ bits.trailingZeroBitCount
      guard passage < list.passages else { return 0 }
      batch.passages[found] = UInt32(truncatingIfNeeded: passage)
      bits &= bits &- 1
      found &+= 1
    }
    guard !codes || dense.decodeCodes(block: batches, cursor: &exceptions, into: batch.codes) else {
      return 0
    }
    return size
  }
}
