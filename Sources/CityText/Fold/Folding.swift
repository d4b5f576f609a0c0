/// Folds width, case and traditional characters to one form for comparison, never for display.
///
/// - full-width ASCII and the ideographic space become ASCII; half-width katakana stay;
/// - ASCII, Latin-1, Greek and Cyrillic letters become lower case;
/// - traditional characters become simplified, one scalar to one scalar;
/// - zero-width and direction marks, soft hyphens, variation selectors and the BOM disappear.
public enum Folding {
  /// The folded form of valid UTF-8.
  /// - Complexity: O(n), at memory speed.
  public static func fold(_ utf8: [UInt8]) -> [UInt8] {
    // No valid text grows: a form is never longer than what it stands for. Only a broken byte is,
    // as U+FFFD.
    var rest = utf8.count
    let folded = [UInt8](unsafeUninitializedCapacity: utf8.count) { target, count in
      rest = utf8.withUnsafeBufferPointer { fold($0, into: target, &count) }
    }
    return rest == utf8.count ? folded : foldBroken(utf8)
  }

  /// Folds into `target`, which has room for as many bytes as `source`; returns where it stopped:
  /// the end, or the first broken byte.
  private static func fold(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) -> Int {
    let han = hanForms
    var at = 0
    var out = 0
    while at < source.count {
      let first = source[at]
      if first < 0x80 {
        target[out] = first &- 0x41 < 26 ? first | 0x20 : first
        at += 1
        out += 1
        continue
      }
      let start = at
      let scalar = ScalarReader.next(source, &at)
      if scalar == 0xFFFD, at - start == 1 { return start }
      let form: UInt32
      if scalar &- hanStart < hanCount {
        form = UInt32(han[Int(scalar &- hanStart)])
      } else {
        guard let found = fold(scalar) else { continue }
        form = found
      }
      ScalarReader.eachByte(of: form) {
        target[out] = $0
        out += 1
      }
    }
    count = out
    return at
  }

  private static func foldBroken(_ utf8: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    utf8.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        if let form = fold(ScalarReader.next(source, &at)) {
          ScalarReader.append(form, to: &folded)
        }
      }
    }
    return folded
  }

  /// The folded form of a string.
  public static func fold(_ text: String) -> String {
    String(decoding: fold(Array(text.utf8)), as: UTF8.self)
  }

  /// The scalar that `scalar` folds to; nil where it disappears.
  public static func fold(_ scalar: UInt32) -> UInt32? {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar + 0x20 : scalar }
    if scalar &- hanStart < hanCount { return UInt32(hanForms[Int(scalar &- hanStart)]) }
    return foldRest(scalar)
  }

  private static func foldRest(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF,
      0xE0100...0xE01EF:
      return nil
    case 0xA0, 0x3000: return 0x20
    case 0xFF01...0xFF5E: return fold(scalar - 0xFEE0)
    case 0x20000...0x3FFFF: return farSimplified[scalar] ?? scalar
    case 0xC0...0x52F: return lowerCase(scalar)
    default: return scalar
    }
  }

  /// Latin-1, Latin Extended-A, Greek and Cyrillic capitals.
  private static func lowerCase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7, 0x391...0x3A9 where scalar != 0x3A2, 0x3AA, 0x3AB,
      0x410...0x42F:
      return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    // A dotted capital I has no lower case of one scalar but i.
    case 0x130: return 0x69
    case 0x178: return 0xFF
    // Pairs of capital and small, even or odd by stretch.
    case 0x100...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F:
      return scalar | 1
    case 0x139...0x148, 0x179...0x17E, 0x4C1...0x4CE: return (scalar + 1) & ~1
    case 0x4C0: return 0x4CF
    case 0x386: return 0x3AC
    case 0x388...0x38A: return scalar + 37
    case 0x38C: return 0x3CC
    case 0x38E, 0x38F: return scalar + 63
    default: return scalar
    }
  }

  /// The characters that have a table of their own: U+3400 to U+9FFF.
  @usableFromInline static let hanStart: UInt32 = 0x3400
  @usableFromInline static let hanCount: UInt32 = 0xA000 - 0x3400

  /// What each of them folds to, itself where it does not. 56 KB, made at first use and kept.
  ///
  /// A bare pointer because the index looks into it for every character of every text.
  @usableFromInline nonisolated(unsafe) static let hanForms: UnsafePointer<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: Int(hanCount))
    for i in 0..<hanCount { table[Int(i)] = UInt16(hanStart + i) }
    eachPair(TraditionalTable.pairs) { traditional, simplified in
      if traditional &- hanStart < hanCount {
        table[Int(traditional &- hanStart)] = UInt16(simplified)
      }
    }
    // A form that is itself traditional would fold further on a second fold.
    for i in 0..<Int(hanCount) where UInt32(table[i]) &- hanStart < hanCount {
      table[i] = table[Int(UInt32(table[i]) &- hanStart)]
    }
    return UnsafePointer(table)
  }()

  private static let farSimplified: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    eachPair(TraditionalTable.farPairs) { table[$0] = $1 }
    for (key, form) in table where form &- hanStart < hanCount {
      table[key] = UInt32(hanForms[Int(form &- hanStart)])
    }
    return table
  }()

  private static func eachPair(_ pairs: StaticString, _ body: (UInt32, UInt32) -> Void) {
    pairs.withUTF8Buffer { source in
      var at = 0
      var first: UInt32?
      while at < source.count {
        let scalar = ScalarReader.next(source, &at)
        if scalar < 0x80 { continue }
        if let traditional = first {
          body(traditional, scalar)
          first = nil
        } else {
          first = scalar
        }
      }
    }
  }
}
