/// The postings of one stretch of passages, by the keys of their terms: what a worker hands to the merge.
///
/// One block of bytes: the keys, ascending (u64), how many postings each term has (u32), where they begin (u32),
/// and the postings (``RunPosting``), the distances counted from −1 in the stretch at first. The block stays in memory
/// or goes to a file (``RunStore``).
struct TermRun: Sendable {
  let view: ByteView
  /// Keeps the bytes of the view.
  let owner: any Sendable & AnyObject
  let termCount: Int
  /// The number of the first passage of the stretch.
  let firstPassage: Int
  /// By number of a signature.
  let signatures: [SIMD4<UInt32>]

  init(_ lists: RunLists, firstPassage: Int) {
    let terms = lists.sortedTerms
    let head = terms.count * 16
    let memory = StableBytes(count: head + lists.byteCount) { bytes in
      for (i, term) in terms.enumerated() {
        bytes.storeBytes(of: term.key.littleEndian, toByteOffset: i * 8, as: UInt64.self)
        bytes.storeBytes(
          of: term.postings.littleEndian, toByteOffset: terms.count * 8 + i * 4, as: UInt32.self)
        bytes.storeBytes(
          of: (UInt32(head) + term.start).littleEndian, toByteOffset: terms.count * 12 + i * 4,
          as: UInt32.self)
      }
      UnsafeMutableRawBufferPointer(rebasing: bytes[head...]).copyMemory(from: lists.bytes)
    }
    self.init(
      view: memory.view, owner: memory, termCount: terms.count, firstPassage: firstPassage,
      signatures: lists.signatures.signatures)
  }

  private init(
    view: ByteView, owner: any Sendable & AnyObject, termCount: Int, firstPassage: Int,
    signatures: [SIMD4<UInt32>]
  ) {
    self.view = view
    self.owner = owner
    self.termCount = termCount
    self.firstPassage = firstPassage
    self.signatures = signatures
  }

  /// The same run with its bytes elsewhere.
  func moved(to view: ByteView, owner: any Sendable & AnyObject) -> TermRun {
    TermRun(
      view: view, owner: owner, termCount: termCount, firstPassage: firstPassage,
      signatures: signatures)
  }

  @inline(__always) func key(_ term: Int) -> UInt64 { view.u64(term &* 8) }

  @inline(__always)
  func count(_ term: Int) -> Int { Int(view.u32(termCount &* 8 &+ term &* 4)) }

  /// Where a term's postings begin in the block.
  @inline(__always)
  func start(_ term: Int) -> Int { Int(view.u32(termCount &* 12 &+ term &* 4)) }

  /// The first term whose key is `least` or more.
  func firstTerm(from least: UInt64) -> Int {
    var (low, high) = (0, termCount)
    while low < high {
      let middle = (low + high) / 2
      if key(middle) < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
