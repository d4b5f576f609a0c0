/// Writes the list of one term in the shape that its length asks for (``PostingShape``).
struct PostingEncoder {
  /// Passages of the segment.
  let passages: Int
  let impacts: ImpactTable

  /// Distances less one and codes of a block, taken apart.
  private var distances = [UInt32](repeating: 0, count: PackedBlock.count)
  private var blockBytes: [UInt8] = []

  init(passages: Int, impacts: ImpactTable) {
    self.passages = passages
    self.impacts = impacts
  }

  /// Appends the list of a term that these passages, in ascending order, hold with these codes.
  mutating func append(
    _ holders: UnsafeBufferPointer<UInt32>, codes: UnsafeBufferPointer<UInt32>,
    to bytes: inout [UInt8]
  ) {
    switch PostingShape(postings: holders.count, passages: passages) {
    case .short:
      fillDistances(holders, after: .max)
      appendShort(codes, to: &bytes)
    case .blocks: appendBlocks(holders, codes, to: &bytes)
    case .dense: appendDense(holders, codes, to: &bytes)
    }
  }

  private mutating func fillDistances(_ holders: UnsafeBufferPointer<UInt32>, after: UInt32) {
    var before = after
    for (i, passage) in holders.enumerated() {
      distances[i] = passage &- before &- 1
      before = passage
    }
  }

  private func appendShort(_ codes: UnsafeBufferPointer<UInt32>, to bytes: inout [UInt8]) {
    distances.withUnsafeBufferPointer {
      ShortPostings.append(
        distances: UnsafeBufferPointer(rebasing: $0[..<codes.count]), codes: codes, to: &bytes)
    }
  }

  private mutating func appendBlocks(
    _ holders: UnsafeBufferPointer<UInt32>, _ codes: UnsafeBufferPointer<UInt32>,
    to bytes: inout [UInt8]
  ) {
    let count = holders.count
    blockBytes.removeAll(keepingCapacity: true)
    var (last, places, greatest) = ([UInt8](), [UInt8](), [UInt8]())
    for start in stride(from: 0, to: count, by: PostingShape.block) {
      let range = start..<min(count, start + PostingShape.block)
      let part = UnsafeBufferPointer(rebasing: holders[range])
      let partCodes = UnsafeBufferPointer(rebasing: codes[range])
      fillDistances(part, after: start == 0 ? .max : holders[start - 1])
      last.appendLittle(holders[range.upperBound - 1])
      places.appendLittle(UInt32(PostingShape.blocksStart(count) + blockBytes.count))
      greatest.append(impacts.greatest(part, partCodes))
      if let block = partCodes.baseAddress, range.count == PostingShape.block {
        distances.withUnsafeBufferPointer {
          guard let base = $0.baseAddress else { return }
          BlockPostings.append(distances: base, codes: block, to: &blockBytes)
        }
      } else {
        appendShort(partCodes, to: &blockBytes)
      }
    }
    bytes.append(greatest.max() ?? 255)
    bytes += last
    bytes += places
    bytes += greatest
    bytes += blockBytes
  }

  private func appendDense(
    _ holders: UnsafeBufferPointer<UInt32>, _ codes: UnsafeBufferPointer<UInt32>,
    to bytes: inout [UInt8]
  ) {
    let width = Self.width(codes)
    let escape: UInt32 = width == 32 ? .max : 1 << UInt32(width) - 1
    var exceptions: [UInt8] = []
    for (posting, code) in codes.enumerated() where code >= escape && width < 32 {
      exceptions.appendLittle(UInt32(posting))
      exceptions.appendLittle(code)
    }
    bytes.append(impacts.greatest(holders, codes))
    bytes.append(UInt8(width))
    bytes.appendLittle(UInt32(exceptions.count / 8))
    appendBits(holders, to: &bytes)
    var block = [UInt32](repeating: 0, count: PackedBlock.count)
    for start in stride(from: 0, to: codes.count, by: PackedBlock.count) {
      for i in 0..<PackedBlock.count {
        block[i] = start + i < codes.count ? min(codes[start + i], escape) : 0
      }
      block.withUnsafeBufferPointer {
        guard let base = $0.baseAddress else { return }
        PackedBlock.append(base, width: width, to: &bytes)
      }
    }
    bytes += exceptions
  }

  /// The chunks of 512 bits with their heads.
  private func appendBits(_ holders: UnsafeBufferPointer<UInt32>, to bytes: inout [UInt8]) {
    var words = [UInt64](repeating: 0, count: PostingShape.chunks(passages) * 8)
    for passage in holders { words[Int(passage >> 6)] |= 1 << UInt64(passage & 63) }
    var rank = 0
    for chunk in 0..<PostingShape.chunks(passages) {
      bytes.appendLittle(UInt32(rank))
      var (inside, quarters) = (0, UInt32(0))
      for word in 0..<8 {
        inside += words[chunk * 8 + word].nonzeroBitCount
        if word & 1 == 1, word < 7 { quarters |= UInt32(inside) << UInt32(word / 2 * 10) }
      }
      bytes.appendLittle(quarters)
      for word in 0..<8 { bytes.appendLittle(words[chunk * 8 + word]) }
      rank += inside
    }
  }

  /// The width of the codes that takes the fewest bytes, an exception costing eight.
  private static func width(_ codes: UnsafeBufferPointer<UInt32>) -> Int {
    var lengths = [Int](repeating: 0, count: 34)
    // A code with all bits set needs one more.
    for code in codes { lengths[32 - (code &+ 1).leadingZeroBitCount] += 1 }
    let longest = lengths.lastIndex { $0 > 0 } ?? 0
    let blocks = PostingShape.blocks(codes.count)
    var best = longest
    var bestSize = blocks * PackedBlock.size(width: longest)
    var exceptions = 0
    for width in stride(from: longest - 1, through: 0, by: -1) {
      exceptions += lengths[width + 1]
      let size = blocks * PackedBlock.size(width: width) + exceptions * 8
      if size < bestSize { (best, bestSize) = (width, size) }
    }
    return best
  }
}
