/// Finds known phrases in folded text: leftmost, longest, not overlapping.
public struct PhraseTable: Sendable {
  /// A phrase found: where, and which one.
  public struct Found: Sendable, Equatable {
    public var range: Range<Int>
    /// The tag the phrase was given.
    public var tag: Int
  }

  private struct Entry: Sendable {
    var phrase: [UInt8]
    var tag: Int
  }
  /// By the first two bytes, longest first: a question's position rarely has more than a few.
  private var entries: [UInt16: [Entry]] = [:]

  public init() {}

  /// Adds a folded phrase; of two equal ones the first stays.
  public mutating func add(_ phrase: [UInt8], tag: Int) {
    guard phrase.count > 1 else { return }
    let key = UInt16(phrase[0]) << 8 | UInt16(phrase[1])
    var list = entries[key] ?? []
    if list.contains(where: { $0.phrase == phrase }) { return }
    let at = list.firstIndex { $0.phrase.count < phrase.count } ?? list.count
    list.insert(Entry(phrase: phrase, tag: tag), at: at)
    entries[key] = list
  }

  /// The phrases of `text`, in order. A phrase of Latin letters begins and ends at a word's border.
  /// - Complexity: O(n · phrases that share a beginning).
  public func matches(in text: [UInt8]) -> [Found] {
    var found: [Found] = []
    var at = 0
    while at + 1 < text.count {
      guard let list = entries[UInt16(text[at]) << 8 | UInt16(text[at + 1])],
        let entry = list.first(where: { stands($0.phrase, in: text, at: at) })
      else {
        at += 1
        continue
      }
      found.append(Found(range: at..<(at + entry.phrase.count), tag: entry.tag))
      at += entry.phrase.count
    }
    return found
  }

  private func stands(_ phrase: [UInt8], in text: [UInt8], at start: Int) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    for i in phrase.indices where text[start + i] != phrase[i] { return false }
    if isLatin(phrase[0]), start > 0, isLatin(text[start - 1]) { return false }
    let end = start + phrase.count
    if isLatin(phrase[phrase.count - 1]), end < text.count, isLatin(text[end]) { return false }
    return true
  }

  private func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
