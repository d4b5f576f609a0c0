@testable import CityIndex

extension FuzzTargets {
  /// Bytes before the list: u16 postings less one, u16 passages in sixteens.
  private static let postingHead = 4

  /// The bytes are a list of postings after four bytes that say how many of how many; then a dictionary.
  ///
  /// A small town's index has no list of 128 postings: these shapes are reached here only.
  func postings(_ bytes: [UInt8]) throws(FuzzFailure) {
    guard bytes.count > Self.postingHead else { return }
    let count = 1 + (Int(bytes[0]) | Int(bytes[1]) << 8)
    let passages = max(count, (Int(bytes[2]) | Int(bytes[3]) << 8) * 16)
    // Memory of its own, as exact as the sanitizer needs it.
    let memory = StableBytes(Array(bytes.dropFirst(Self.postingHead)))
    let list = PostingList(memory.view, count: count, passages: passages)
    let batch = PostingBatch()
    defer { batch.free() }
    var found: [UInt32: UInt32] = [:]
    var walk = PostingWalk(list)
    var batches = 0
    while case let size = walk.next(into: batch), size > 0 {
      batches += 1
      try FuzzFailure.check(
        batches <= PostingShape.blocks(count) && size <= PostingShape.block,
        "a list has more postings than it says")
      for i in 0..<size {
        try FuzzFailure.check(
          Int(batch.passages[i]) < passages, "a posting is outside the segment")
        found[batch.passages[i]] = batch.codes[i]
      }
    }
    var probe = PostingProbe(list, using: batch)
    for passage in stride(from: 0, to: passages, by: max(1, passages / 512)) {
      _ = probe.greatestImpact(of: UInt32(passage))
      let code = probe.code(of: UInt32(passage))
      // What a whole list holds by its order it holds by passage too. (Codes may differ where exceptions
      // stand twice or out of order: verify finds that.)
      if found.count == count, isAscending(list) {
        try FuzzFailure.check(
          (code != nil) == (found[UInt32(passage)] != nil),
          "passage \(passage) is held by its order or by itself alone")
      }
    }
    try dictionary(memory.view)
    withExtendedLifetime(memory) {}
  }

  /// Whether the last passages of the blocks are what the blocks end with.
  private func isAscending(_ list: PostingList) -> Bool {
    guard list.shape == .blocks else {
      return list.shape == .short || DensePostings(list)?.ranksAreRight == true
    }
    let batch = PostingBatch()
    defer { batch.free() }
    return (0..<list.blockCount).allSatisfy { block in
      list.decode(block: block, codes: false, into: batch)
        && batch.passages[list.size(ofBlock: block) - 1] == list.lastPassage(ofBlock: block)
    }
  }

  private func dictionary(_ view: ByteView) throws(FuzzFailure) {
    let dictionary = TermDictionary(view)
    var walk = TermWalk(dictionary)
    var steps = 0
    while let entry = walk.next() {
      steps += 1
      try FuzzFailure.check(steps <= dictionary.count, "a dictionary has more terms than it says")
      _ = dictionary.entry(of: entry.key)
    }
    let lengths = PassageLengths(view, passages: 64, totals: SIMD4(1, 0, 1, 1))
    for passage in 0..<64 { _ = lengths.lengths(of: passage) }
  }
}
