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
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    utf8.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        let scalar = ScalarReader.next(source, &at)
        if let form = fold(scalar) { ScalarReader.append(form, to: &folded) }
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
    if scalar >= 0x3400 && scalar < 0xA000 {
      let form = simplified[Int(scalar) - 0x3400]
      return form == 0 ? scalar : UInt32(form)
    }
    return foldRest(scalar)
  }

  private static func foldRest(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      return nil
    case 0xA0, 0x3000: return 0x20
    case 0xFF01...0xFF5E: return fold(scalar - 0xFEE0)
    case 0xC0...0xDE where scalar != 0xD7, 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    // Latin Extended-A: pairs of capital and small, even or odd by stretch.
    case 0x100...0x137, 0x14A...0x177: return scalar | 1
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x178: return 0xFF
    case 0x20000...0x3FFFF: return farSimplified[scalar] ?? scalar
    default: return scalar
    }
  }

  /// For 0x3400…0x9FFF the simplified form, 0 where the character folds to itself. 56 KB, made at first use.
  private static let simplified: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0xA000 - 0x3400)
    eachPair(TraditionalTable.pairs) { traditional, simplified in
      if traditional >= 0x3400 && traditional < 0xA000 {
        table[Int(traditional) - 0x3400] = UInt16(simplified)
      }
    }
    // Twice at most: a form that is itself traditional would fold further on a second fold.
    for i in table.indices where table[i] >= 0x3400 && table[i] < 0xA000 {
      let further = table[Int(table[i]) - 0x3400]
      if further != 0 { table[i] = further }
    }
    return table
  }()

  private static let farSimplified: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    eachPair(TraditionalTable.farPairs) { table[$0] = $1 }
    for (key, form) in table where form >= 0x3400 && form < 0xA000 {
      let further = simplified[Int(form) - 0x3400]
      if further != 0 { table[key] = UInt32(further) }
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
