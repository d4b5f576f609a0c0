/// Plain search of bytes in bytes, for clauses and questions of a few hundred bytes.
public enum ByteSearch {
  /// The offset of the first occurrence at or after `start`; nil where there is none or `needle` is empty.
  /// - Complexity: O(n · m) at worst, O(n) in practice.
  public static func first(of needle: [UInt8], in haystack: [UInt8], from start: Int = 0) -> Int? {
    guard !needle.isEmpty, haystack.count - start >= needle.count else { return nil }
    return haystack.withUnsafeBufferPointer { hay in
      needle.withUnsafeBufferPointer { pin in
        var at = start
        let last = hay.count - pin.count
        let head = pin[0]
        while at <= last {
          if hay[at] == head {
            var k = 1
            while k < pin.count && hay[at + k] == pin[k] { k += 1 }
            if k == pin.count { return at }
          }
          at += 1
        }
        return nil
      }
    }
  }

  /// Whether `needle` stands in `haystack`; the empty one always does.
  public static func contains(_ haystack: [UInt8], _ needle: [UInt8]) -> Bool {
    needle.isEmpty || first(of: needle, in: haystack) != nil
  }
}
