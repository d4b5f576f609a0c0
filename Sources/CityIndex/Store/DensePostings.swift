/// The postings of a term that an eighth of the passages or more hold: a bit a passage.
///
/// Whether a passage holds the term is one look; its code stands at the number of postings before it, which
/// the heads of the chunks and at most two population counts give.
///
/// Kernel with unsafe pointers: all sizes are checked once, when it is made.
struct DensePostings {
  let view: ByteView
  let passages: Int
  let count: Int

  private let width: Int
  private let exceptions: Int
  private let exceptionsStart: Int
  private let escape: UInt32
  /// The first chunk, and the first code.
  private let chunks: UnsafeRawPointer
  private let codes: UnsafeRawPointer

  /// Nil where the parts do not fill the list.
  init?(_ list: PostingList) {
    view = list.view
    passages = list.passages
    count = list.count
    width = Int(view.u8(1))
    exceptions = Int(view.u32(2))
    let codesStart =
      PostingShape.denseHead + PostingShape.chunks(passages) * PostingShape.chunkSize
    exceptionsStart =
      codesStart + PostingShape.blocks(count) * PackedBlock.size(width: min(32, width))
    escape = width >= 32 ? .max : 1 &<< UInt32(width) &- 1
    guard width <= 32, exceptions <= count, exceptionsStart + exceptions * 8 == view.count,
      let base = view.raw.baseAddress
    else { return nil }
    chunks = base + PostingShape.denseHead
    codes = base + codesStart
  }

  @inline(__always)
  private func head(ofWord word: Int) -> UnsafeRawPointer {
    chunks + (word &>> 3) &* PostingShape.chunkSize
  }

  /// 64 passages' bits; `word` is below ``words``.
  @inline(__always)
  func word(_ word: Int) -> UInt64 {
    head(ofWord: word).loadUnaligned(
      fromByteOffset: PostingShape.chunkHead &+ (word & 7) &* 8, as: UInt64.self)
  }

  var words: Int { PostingShape.chunks(passages) * 8 }

  /// The code of a passage below ``passages``; nil where it does not hold the term.
  @inline(__always)
  func code(of passage: Int) -> UInt32? {
    let word = passage &>> 6
    let bits = self.word(word)
    let bit = UInt64(truncatingIfNeeded: passage & 63)
    guard bits &>> bit & 1 != 0 else { return nil }
    return code(ofPosting: rank(word, bits & (1 &<< bit &- 1)))
  }

  /// Postings before the given bits of a word.
  @inline(__always)
  func rank(_ word: Int, _ below: UInt64) -> Int {
    let head = head(ofWord: word)
    let quarter = (word & 7) &>> 1
    // The three times ten bits, moved up so that the first quarter takes none.
    let inside = UInt64(head.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) &<< 10
    var rank = Int(head.loadUnaligned(as: UInt32.self)) &+ below.nonzeroBitCount
    rank &+= Int(inside &>> UInt64(truncatingIfNeeded: quarter &* 10) & 1023)
    if word & 1 != 0 { rank &+= self.word(word &- 1).nonzeroBitCount }
    return rank
  }

  private func code(ofPosting posting: Int) -> UInt32 {
    guard posting < count else { return .max }
    let block = codes + (posting &>> 7) &* PackedBlock.size(width: width)
    let code = PackedBlock.value(posting & 127, at: block, width: width)
    return code == escape && exceptions > 0 ? exception(posting) : code
  }

  /// The code of an exception by binary search; the escape itself where it is none.
  func exception(_ posting: Int) -> UInt32 {
    var (low, high) = (0, exceptions)
    while low < high {
      let middle = (low + high) / 2
      if Int(view.u32(exceptionsStart + middle * 8)) < posting {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < exceptions, Int(view.u32(exceptionsStart + low * 8)) == posting else {
      return escape
    }
    return view.u32(exceptionsStart + low * 8 + 4)
  }

  /// Decodes the codes of 128 postings from `block` · 128 on; `cursor` walks over the exceptions.
  func decodeCodes(block: Int, cursor: inout Int, into codes: UnsafeMutablePointer<UInt32>) -> Bool
  {
    guard block < PostingShape.blocks(count) else { return false }
    PackedBlock.unpack(
      self.codes + block * PackedBlock.size(width: width), width: width, into: codes)
    while cursor < exceptions {
      let place = Int(view.u32(exceptionsStart &+ cursor &* 8)) &- block &* PostingShape.block
      guard place < PostingShape.block else { break }
      guard place >= 0 else { return false }
      codes[place] = view.u32(exceptionsStart &+ cursor &* 8 &+ 4)
      cursor += 1
    }
    return true
  }

  /// Whether the heads of the chunks count what is in them, and all exceptions are ones.
  var ranksAreRight: Bool {
    var rank = 0
    for word in 0..<words {
      if word & 1 == 0, self.rank(word, 0) != rank { return false }
      rank += self.word(word).nonzeroBitCount
    }
    return rank == count
  }
}
