/// How many passages hold a term.
struct TermCount: Equatable {
  var key: UInt64
  var passages: UInt32

  /// All that a dictionary counts, in the order of the keys; nil where they are in none, or more than a generation
  /// can have.
  static func all(of dictionary: TermDictionary) -> [TermCount]? {
    var walk = TermWalk(dictionary)
    var counts: [TermCount] = []
    counts.reserveCapacity(min(dictionary.count, 1 << 20))
    while let entry = walk.next() {
      guard entry.passages < Int32.max, counts.last.map({ $0.key < entry.key }) ?? true else {
        return nil
      }
      counts.append(TermCount(key: entry.key, passages: UInt32(entry.passages)))
    }
    return counts
  }

  /// The sums of two lists in the order of their keys.
  static func sums(_ a: [TermCount], _ b: [TermCount]) -> [TermCount] {
    guard !a.isEmpty, !b.isEmpty else { return a.isEmpty ? b : a }
    var sums: [TermCount] = []
    sums.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i].key < b[j].key {
        sums.append(a[i])
        i += 1
      } else if i == a.count || b[j].key < a[i].key {
        sums.append(b[j])
        j += 1
      } else {
        sums.append(TermCount(key: a[i].key, passages: a[i].passages &+ b[j].passages))
        (i, j) = (i + 1, j + 1)
      }
    }
    return sums
  }
}
