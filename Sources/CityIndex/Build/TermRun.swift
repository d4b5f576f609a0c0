/// The postings of one stretch of passages, by the keys of their terms: what a worker hands to the merge.
///
/// One block of bytes: the keys, ascending (u64), how many postings each term has (u32), where they begin (u32),
/// and the postings: a varint distance from the passage before, less one (from −1 in the stretch at first), and a
/// varint number of the signature in the run. The block stays in memory or goes to a file (``RunStore``).
struct TermRun: Sendable {
  let view: ByteView
  /// Keeps the bytes of the view.
  let owner: any Sendable & AnyObject
  let termCount: Int
  /// The number of the first passage of the stretch.
  let firstPassage: Int
  /// By number of a signature.
  let signatures: [SIMD4<UInt32>]

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
