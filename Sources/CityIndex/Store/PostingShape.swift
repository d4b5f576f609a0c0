/// How the postings of a term are laid out; it follows from how many there are.
///
/// - `short` (fewer than 128): a byte with the width of the codes, the codes at that width one after the
///   other from the lowest bit on, a varint distance (less one) a posting.
/// - `blocks`: the greatest impact of the list (a byte), three arrays with an element a block – u32 last
///   passage, u32 place of the block in the list, u8 greatest impact –, then the blocks: 128 postings each, the
///   rest in the form of `short`.
/// - `dense` (an eighth of the passages or more): the greatest impact, the width of the codes, u32 number of
///   exceptions; 72 bytes for each 512 passages: u32 postings before, u32 with three times ten bits for
///   the postings in its first 128, 256, 384 passages, 512 bits; the codes, 128 to a ``PackedBlock``; the
///   exceptions, u32 posting and u32 code each. A code with all bits set is an exception.
///
/// A block: how its distances and how its codes are cut (two bytes each), packed distances less one, packed
/// codes, exceptions of both (``PatchedBlock``). The first distance counts from the passage before the block, which is −1 at first.
enum PostingShape {
  case short
  case blocks
  case dense

  static let block = PackedBlock.count
  static let chunk = 512
  static let chunkSize = 72
  static let chunkHead = 8
  /// Bytes before the chunks of a dense list.
  static let denseHead = 6

  /// - Parameter passages: of the segment.
  @inline(__always)
  init(postings: Int, passages: Int) {
    self = postings < Self.block ? .short : postings * 8 >= passages ? .dense : .blocks
  }

  /// Blocks of that many postings, the rest included.
  static func blocks(_ postings: Int) -> Int { (postings + block - 1) / block }

  /// Where the blocks of a list begin: behind its greatest impact and its three arrays.
  static func blocksStart(_ postings: Int) -> Int { 1 + blocks(postings) * 9 }

  static func chunks(_ passages: Int) -> Int { (passages + chunk - 1) / chunk }
}
