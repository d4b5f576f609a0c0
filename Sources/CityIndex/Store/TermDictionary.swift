/// The section `terms`: the keys of all terms, ascending, with where their postings are.
///
/// u32 number of terms, u32 zero; for each group of 16 terms its first key (u64); for each group where its
/// first term's postings begin (u64) and where its terms begin in this section (u64); then the terms: varint key
/// less the key before (not for the first of a group), varint number of postings, varint bytes of its
/// postings. About 4 bytes a term.
struct TermDictionary: Sendable {
  static let group = 16
  private static let head = 8

  /// What the dictionary says of a term.
  struct Entry {
    var key: UInt64
    /// Passages that hold the term.
    var passages: Int
    var offset: UInt64
    var length: Int
  }

  let view: ByteView
  let count: Int
  private let groups: Int

  init(_ view: ByteView) {
    self.view = view
    let claimed = (Int(view.u32(0)) + Self.group - 1) / Self.group
    // Never more than the section has room for.
    groups = min(claimed, max(0, view.count - Self.head) / 24)
    count = min(Int(view.u32(0)), groups * Self.group)
  }

  private func firstKey(_ group: Int) -> UInt64 { view.u64(Self.head &+ group &* 8) }

  /// - Complexity: O(log terms): a binary search over groups, then at most 16 terms.
  func entry(of key: UInt64) -> Entry? {
    // Halving without a branch: `low` groups begin at or below the key.
    var (low, rest) = (0, groups)
    while rest > 0 {
      let half = (rest &+ 1) &>> 1
      if firstKey(low &+ half &- 1) <= key { low &+= half }
      rest &-= half
    }
    guard low > 0 else { return nil }
    var walk = TermWalk(self, group: low - 1)
    while let entry = walk.next(), entry.key <= key {
      if entry.key == key { return entry }
      if walk.place & (Self.group - 1) == 0 { return nil }
    }
    return nil
  }

  /// Where the walk of a group begins: its first key, its postings, its terms.
  func start(ofGroup group: Int) -> (key: UInt64, postings: UInt64, terms: Int) {
    let places = Self.head + groups * 8 + group * 16
    return (firstKey(group), view.u64(places), Int(truncatingIfNeeded: view.u64(places + 8)))
  }

  /// Bytes before the first term.
  var termsStart: Int { Self.head + groups * 24 }
}

/// Walks over terms in the order of their keys.
struct TermWalk {
  private let dictionary: TermDictionary
  /// The number of the next term.
  private(set) var place: Int
  private(set) var cursor = 0
  private var key: UInt64 = 0
  private var offset: UInt64 = 0

  init(_ dictionary: TermDictionary, group: Int = 0) {
    self.dictionary = dictionary
    place = group * TermDictionary.group
  }

  /// The next term; nil behind the last or where the bytes are none.
  @inline(__always)
  mutating func next() -> TermDictionary.Entry? {
    guard place < dictionary.count else { return nil }
    if place & (TermDictionary.group - 1) == 0 {
      let start = dictionary.start(ofGroup: place / TermDictionary.group)
      (key, offset, cursor) = (start.key, start.postings, start.terms)
    } else {
      guard let step = Varint.readLong(dictionary.view, at: &cursor) else { return nil }
      key &+= step
    }
    guard let passages = Varint.read(dictionary.view, at: &cursor),
      let length = Varint.read(dictionary.view, at: &cursor)
    else { return nil }
    place += 1
    let entry = TermDictionary.Entry(
      key: key, passages: Int(passages), offset: offset, length: Int(length))
    offset &+= UInt64(length)
    return entry
  }
}
