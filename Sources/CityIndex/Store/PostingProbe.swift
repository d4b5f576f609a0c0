/// Looks passages up in a list, in ascending order.
struct PostingProbe {
  private let list: PostingList
  private let dense: DensePostings?
  private let batch: PostingBatch
  /// The block that may hold the passage asked for last, and the one decoded into ``batch``.
  private var near = 0
  private var block = -1
  /// How many postings are decoded, and how far they were passed.
  private var size = 0
  private var place = 0

  init(_ list: PostingList, using batch: PostingBatch) {
    self.list = list
    self.batch = batch
    dense = list.shape == .dense ? DensePostings(list) : nil
    guard list.shape == .short else { return }
    let postings = ShortPostings(list.view, count: list.count)
    if postings.decode(after: .max, below: list.passages, into: batch) { size = list.count }
  }

  /// The code of `passage`, which is not below the one before; nil where it does not hold the term.
  @inline(__always)
  mutating func code(of passage: UInt32) -> UInt32? {
    if let dense { return dense.code(of: Int(passage)) }
    if list.shape == .blocks {
      approach(passage)
      guard near == block || decodeNear() else { return nil }
    }
    // Halving without a branch: of the up to 128 postings ahead, those below the passage are passed by.
    var step = PostingShape.block / 2
    while step > 0 {
      if place &+ step <= size, batch.passages[place &+ step &- 1] < passage { place &+= step }
      step &>>= 1
    }
    if place < size, batch.passages[place] < passage { place &+= 1 }
    guard place < size, batch.passages[place] == passage else { return nil }
    return code()
  }

  /// The greatest impact that `passage` can have, a 255th each, without decoding anything.
  @inline(__always)
  mutating func greatestImpact(of passage: UInt32) -> UInt8 {
    guard list.shape == .blocks else { return list.greatestImpact }
    approach(passage)
    return near < list.blockCount ? list.greatestImpact(ofBlock: near) : 0
  }

  private func code() -> UInt32 {
    guard list.shape == .blocks, size == PostingShape.block else { return batch.codes[place] }
    return BlockPostings(list.bytes(ofBlock: block)).code(place)
  }

  /// Moves on to the first block that ends at `passage` or behind it.
  @inline(__always)
  private mutating func approach(_ passage: UInt32) {
    guard near < list.blockCount, list.lastPassage(ofBlock: near) < passage else { return }
    // Gallop: the next candidate is mostly near.
    var (low, step) = (near + 1, 1)
    while low + step < list.blockCount, list.lastPassage(ofBlock: low + step - 1) < passage {
      low += step
      step *= 2
    }
    var high = min(list.blockCount, low + step)
    while low < high {
      let middle = (low + high) / 2
      if list.lastPassage(ofBlock: middle) < passage { low = middle + 1 } else { high = middle }
    }
    near = low
  }

  /// Decodes the block that was approached; false behind the last.
  private mutating func decodeNear() -> Bool {
    (size, place) = (0, 0)
    block = near
    guard near < list.blockCount, list.decode(block: near, codes: false, into: batch) else {
      return false
    }
    size = list.size(ofBlock: near)
    return true
  }
}
