/// The order of ids by their bytes.
enum IdentifierOrder {
  /// The numbers of the ids in their byte order.
  /// - Complexity: O(n log n); most comparisons look at the first eight bytes that not all ids share.
  static func numbers(of ids: [String]) -> [Int] {
    let shared = sharedPrefix(of: ids)
    let keys = ids.indices.map { (first: eightBytes(of: ids[$0], from: shared), number: $0) }
    return keys.sorted { a, b in
      a.first != b.first
        ? a.first < b.first : ids[a.number].utf8.lexicographicallyPrecedes(ids[b.number].utf8)
    }.map(\.number)
  }

  /// How many bytes all ids begin with.
  private static func sharedPrefix(of ids: [String]) -> Int {
    guard let first = ids.first.map({ Array($0.utf8) }) else { return 0 }
    return ids.reduce(first.count) { shared, id in
      var id = id
      return id.withUTF8 { bytes in
        var i = 0
        while i < min(shared, bytes.count), bytes[i] == first[i] { i += 1 }
        return i
      }
    }
  }

  /// The bytes from `start` on as a number that orders like them, zeros behind the end.
  private static func eightBytes(of id: String, from start: Int) -> UInt64 {
    var id = id
    return id.withUTF8 { bytes in
      (start..<start + 8).reduce(0) { $0 << 8 | UInt64($1 < bytes.count ? bytes[$1] : 0) }
    }
  }
}
