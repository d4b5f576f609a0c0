import CityText

/// The smallest hashes of a text's five-character pieces: enough to tell how much of two texts is the same.
///
/// A text of at most ``size`` pieces is held whole and compared exactly. Of a longer one the smallest hashes are a
/// fair sample of its set (A. Broder, “On the resemblance and containment of documents”, 1997): the standard error of
/// the resemblance is at most √(¼ ⁄ 128) = 0.044, at 0.8 it is 0.035.
struct ShingleSketch: Sendable, Equatable {
  /// How many hashes are kept.
  static let size = 128
  /// Characters of one piece.
  static let width = 5

  /// Ascending, distinct.
  private(set) var hashes: [UInt32] = []
  /// Whether the text had no more pieces than these.
  private(set) var isWhole = true

  /// - Parameter folded: folded UTF-8; white space is skipped. A text shorter than a piece is one piece.
  /// - Complexity: O(n).
  init(folded: [UInt8]) {
    let power = Self.power
    // Hashes are uniform: of a text of n pieces the smallest 128 lie below 128⁄n of the range; twice that is kept.
    let guess = UInt64(2 * Self.size) << 32 / UInt64(max(folded.count / 3, 2 * Self.size))
    var limit = UInt32(min(guess, UInt64(UInt32.max)))
    var kept: [UInt32] = []
    kept.reserveCapacity(4 * Self.size)
    var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var hash: UInt64 = 0
    var length = 0
    var skipped = 0
    folded.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        let scalar = Self.scalar(source, &at)
        if Self.isSpace(scalar) { continue }
        hash = (hash &- window.0 &* power) &* Self.base &+ scalar
        window = (window.1, window.2, window.3, window.4, scalar)
        length += 1
        guard length >= Self.width else { continue }
        let key = KeyHash.of(hash)
        if key > limit {
          skipped += 1
          continue
        }
        kept.append(key)
        if kept.count == 4 * Self.size {
          skipped += Self.keepSmallest(&kept)
          if kept.count == Self.size { limit = kept[Self.size - 1] }
        }
      }
    }
    if length > 0, length < Self.width { kept.append(KeyHash.of(hash)) }
    skipped += Self.keepSmallest(&kept)
    // The guess was too low: an odd text, with many pieces of few kinds or many bytes a character.
    if kept.count < Self.size, skipped > 0, limit != UInt32.max, length >= Self.width {
      self = Self.exact(folded)
      return
    }
    // A copy of just this size: what is kept is kept by the hundred thousand.
    hashes = [UInt32](unsafeUninitializedCapacity: kept.count) { target, count in
      for i in kept.indices { target.initializeElement(at: i, to: kept[i]) }
      count = kept.count
    }
    isWhole = skipped == 0
  }

  private init(hashes: [UInt32], isWhole: Bool) {
    self.hashes = hashes
    self.isWhole = isWhole
  }

  /// The same without a guess.
  private static func exact(_ folded: [UInt8]) -> ShingleSketch {
    var all: [UInt32] = []
    var dropped = 0
    eachPiece(of: folded) { key in
      all.append(key)
      if all.count == 64 * size { dropped += keepSmallest(&all) }
    }
    dropped += keepSmallest(&all)
    return ShingleSketch(hashes: all, isWhole: dropped == 0)
  }

  /// Calls `body` with the hash of each piece in text order.
  static func eachPiece(of folded: [UInt8], _ body: (UInt32) -> Void) {
    var scalars: [UInt64] = []
    folded.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        let scalar = scalar(source, &at)
        if !isSpace(scalar) { scalars.append(scalar) }
      }
    }
    guard !scalars.isEmpty else { return }
    for start in 0...max(0, scalars.count - width) {
      let piece = scalars[start..<min(scalars.count, start + width)]
      body(KeyHash.of(piece.reduce(0) { $0 &* base &+ $1 }))
    }
  }

  /// How much of two texts is the same: pieces in both over pieces in either, 0…1. Empty texts share nothing.
  func resemblance(to other: ShingleSketch) -> Double {
    // Beyond the end of a sample nothing is known.
    let limit = min(
      isWhole ? UInt32.max : hashes.last ?? 0, other.isWhole ? UInt32.max : other.hashes.last ?? 0)
    var (i, j, both, either) = (0, 0, 0, 0)
    let (a, b) = (hashes, other.hashes)
    while i < a.count || j < b.count {
      let x = i < a.count ? a[i] : UInt32.max
      let y = j < b.count ? b[j] : UInt32.max
      if min(x, y) > limit { break }
      either += 1
      if x == y, i < a.count, j < b.count { both += 1 }
      if i < a.count, x <= y { i += 1 }
      if j < b.count, y <= x { j += 1 }
    }
    return either == 0 ? 0 : Double(both) / Double(either)
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `base` to the power of `width` − 1: what the scalar that leaves the window is multiplied by.
  private static let power: UInt64 = (1..<width).reduce(1) { product, _ in product &* base }

  /// Sorts, drops equal ones and all but the smallest; returns how many distinct ones it dropped.
  private static func keepSmallest(_ keys: inout [UInt32]) -> Int {
    keys.sort()
    var count = 0
    for i in keys.indices where count == 0 || keys[i] != keys[count - 1] {
      keys[count] = keys[i]
      count += 1
    }
    keys.removeLast(keys.count - min(count, size))
    return max(0, count - size)
  }

  /// The scalar at `at` of valid UTF-8.
  @inline(__always)
  private static func scalar(_ source: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt64 {
    let first = UInt64(source[at])
    if first < 0x80 {
      at += 1
      return first
    }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt64(length))
    for i in 1..<length where at + i < source.count {
      value = value << 6 | UInt64(source[at + i] & 0x3F)
    }
    at += length
    return value
  }

  @inline(__always)
  private static func isSpace(_ scalar: UInt64) -> Bool {
    scalar == 0x20 || scalar &- 9 < 5 || scalar == 0x85 || scalar &- 0x2000 < 0xB
      || scalar == 0x2028 || scalar == 0x2029
  }
}
