/// Up to 128 postings taken out of their coding: passages and codes side by side.
///
/// Memory of its own, given back by ``free()``: one search decodes thousands of batches into the same.
struct PostingBatch {
  let passages: UnsafeMutablePointer<UInt32>
  let codes: UnsafeMutablePointer<UInt32>

  init() {
    passages = .allocate(capacity: PackedBlock.count)
    codes = .allocate(capacity: PackedBlock.count)
    passages.initialize(repeating: 0, count: PackedBlock.count)
    codes.initialize(repeating: 0, count: PackedBlock.count)
  }

  func free() {
    passages.deallocate()
    codes.deallocate()
  }
}
