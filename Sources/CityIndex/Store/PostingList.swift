/// The postings of one term in one segment, still coded (``PostingShape``).
struct PostingList {
  /// How many passages hold the term.
  let count: Int
  let shape: PostingShape
  let view: ByteView
  /// Passages of the segment: every posting is below.
  let passages: Int

  init(_ view: ByteView, count: Int, passages: Int) {
    self.count = count
    self.view = view
    self.passages = passages
    shape = PostingShape(postings: count, passages: passages)
  }

  /// No impact of the list is greater than this 255th part; 255 where nothing is known.
  var greatestImpact: UInt8 { shape == .short ? 255 : view.u8(0) }

  // MARK: Blocks

  var blockCount: Int { PostingShape.blocks(count) }

  @inline(__always)
  func lastPassage(ofBlock block: Int) -> UInt32 { view.u32(1 &+ block &* 4) }

  @inline(__always)
  func greatestImpact(ofBlock block: Int) -> UInt8 { view.u8(1 &+ blockCount &* 8 &+ block) }

  /// How many postings a block has.
  @inline(__always)
  func size(ofBlock block: Int) -> Int {
    min(PostingShape.block, count &- block &* PostingShape.block)
  }

  /// The bytes of a block; empty where they are not wholly inside.
  func bytes(ofBlock block: Int) -> ByteView {
    let place = 1 + blockCount * 4 + block * 4
    let start = Int(view.u32(place))
    let end = block + 1 < blockCount ? Int(view.u32(place + 4)) : view.count
    guard start >= PostingShape.blocksStart(count), end >= start else { return .empty }
    return view.slice(start, end - start) ?? .empty
  }

  /// Decodes a block; false where its bytes are none.
  func decode(block: Int, codes: Bool, into batch: PostingBatch) -> Bool {
    let before = block == 0 ? UInt32.max : lastPassage(ofBlock: block - 1)
    let bytes = bytes(ofBlock: block)
    let size = size(ofBlock: block)
    guard size == PostingShape.block else {
      return ShortPostings(bytes, count: size).decode(after: before, below: passages, into: batch)
    }
    return BlockPostings(bytes).decode(after: before, below: passages, codes: codes, into: batch)
  }
}
