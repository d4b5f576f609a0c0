/// Tells valid UTF-8 from other bytes, at some GB a second.
///
/// Kernel with unsafe reads of eight bytes, all inside.
public enum UTF8Check {
  /// - Complexity: O(n), up to the first broken byte.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return true }
      var at = 0
      while at < source.count {
        if at &+ 8 <= source.count {
          let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
          if word & 0x8080_8080_8080_8080 == 0 {
            at &+= 8
            continue
          }
          if areTwoOfThree(word) {
            at &+= 6
            continue
          }
        }
        let start = at
        if ScalarReader.next(source, &at) == 0xFFFD, at &- start == 1 { return false }
      }
      return true
    }
  }

  /// Whether the lowest six bytes are two characters of three: nearly all of a Chinese text.
  ///
  /// What begins with E0 or ED, where not every second byte is allowed, gets the closer look.
  @inline(__always)
  private static func areTwoOfThree(_ word: UInt64) -> Bool {
    guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { return false }
    let allowed: UInt64 = 0xFFFF ^ (1 << 0x0 | 1 << 0xD)
    return allowed &>> (word & 0xF) & allowed &>> (word &>> 24 & 0xF) & 1 == 1
  }
}
