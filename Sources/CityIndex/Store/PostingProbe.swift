/// Looks passages up in a list, in ascending order.
struct PostingProbe {
  private let list: PostingList
  private let dense: DensePostings?
  private let batch: PostingBatch
  /// The block decoded into ``batch``, how many postings it has, and how far its passages were passed.
  private var block = -1
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
    if list.shape == .blocks, block < 0 || passage > list.lastPassage(ofBlock: block) {
      guard seek(passage) else { return nil }
    }
    while place < size, batch.passages[place] < passage { place &+= 1 }
    guard place < size, batch.passages[place] == passage else { return nil }
    return code()
  }

  /// The greatest impact that `passage` can have, a 255th each, without decoding anything.
  @inline(__always)
  mutating func greatestImpact(of passage: UInt32) -> UInt8 {
    guard list.shape == .blocks else { return list.greatestImpact }
    var at = max(0, block)
    while at < list.blockCount, list.lastPassage(ofBlock: at) < passage { at += 1 }
    return at < list.blockCount ? list.greatestImpact(ofBlock: at) : 0
  }

  private func code() -> UInt32 {
    guard list.shape == .blocks, size == PostingShape.block else { return batch.codes[place] }
    return BlockPostings(list.bytes(ofBlock: block)).code(place)
  }

  /// Decodes the block that may hold `passage`; false behind the last.
  private mutating func seek(_ passage: UInt32) -> Bool {
    var (low, step) = (block + 1, 1)
    // Gallop: the next candidate is mostly near.
    while low + step < list.blockCount, list.lastPassage(ofBlock: low + step - 1) < passage {
      low += step
      step *= 2
    }
    var high = min(list.blockCount, low + step)
    while low < high {
      let middle = (low + high) / 2
      if list.lastPassage(ofBlock: middle) < passage { low = middle + 1 } else { high = middle }
    }
    (size, place) = (0, 0)
    block = low
    guard low < list.blockCount, list.decode(block: low, codes: false, into: batch) else {
      block = max(0, list.blockCount - 1)
      return false
    }
    size = list.size(ofBlock: low)
    return true
  }
}
