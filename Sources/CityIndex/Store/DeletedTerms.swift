/// The section `deleted`: by term, how many passages of the parts in use hold it that the generation has no longer.
///
/// u64 bytes of the first of two ``TermDictionary``s, then both: of the first part, and of all others; the postings
/// in them have no bytes. Two, because those of the others go when an update takes them together. The section
/// is empty where nothing was deleted.
struct DeletedTerms: Sendable {
  let first: TermDictionary
  let others: TermDictionary
  let isEmpty: Bool

  /// Nil where the section has another length than it says.
  init?(_ view: ByteView) {
    isEmpty = view.count == 0
    let length = view.u64(0)
    guard !isEmpty else {
      (first, others) = (TermDictionary(.empty), TermDictionary(.empty))
      return
    }
    guard view.count >= 8, length <= UInt64(view.count - 8), let first = view.slice(8, length),
      let others = view.slice(8 + length, UInt64(view.count - 8) - length)
    else { return nil }
    self.first = TermDictionary(first)
    self.others = TermDictionary(others)
  }

  /// - Complexity: O(log terms).
  func count(of key: UInt64) -> Int {
    guard !isEmpty else { return 0 }
    return (first.entry(of: key)?.passages ?? 0) + (others.entry(of: key)?.passages ?? 0)
  }

  /// The section for counts in ascending order of the keys.
  static func bytes(first: [TermCount], others: [TermCount]) -> [UInt8] {
    guard !first.isEmpty || !others.isEmpty else { return [] }
    var bytes: [UInt8] = []
    let firstBytes = dictionary(first)
    bytes.appendLittle(UInt64(firstBytes.count))
    return bytes + firstBytes + dictionary(others)
  }

  private static func dictionary(_ counts: [TermCount]) -> [UInt8] {
    var writer = DictionaryWriter()
    for term in counts { writer.append(term.key, passages: term.passages, length: 0) }
    return writer.bytes
  }
}
