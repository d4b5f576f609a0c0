import CityText

/// The terms of a text, for asking whether it holds one.
public struct TermSet: Sendable {
  /// Sorted, distinct keys of bigrams, words and numbers, and of single characters.
  private let keys: [UInt64]

  public init(_ texts: [[UInt8]]) {
    var keys: [UInt64] = []
    for text in texts { TermScanner.scan(text) { keys.append($0.key) } }
    keys.sort()
    var last: UInt64?
    self.keys = keys.filter { key in
      defer { last = key }
      return key != last
    }
  }

  /// - Complexity: O(log n).
  public func contains(_ key: UInt64) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  public var isEmpty: Bool { keys.isEmpty }
}
