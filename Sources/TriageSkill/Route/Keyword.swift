import CityText

/// A phrase that points to a row: one word, or several that must stand near each other: `井盖+响`.
///
/// A word with `~` before it is weak: it says where something is, or stands in many reports: `~绿化带`.
struct Keyword: Sendable, Equatable {
  /// Folded parts, one or more.
  var parts: [[UInt8]]
  var isWeak = false

  /// Reads a keyword as a table writes it; nil where nothing is left of it.
  init?(_ text: String) {
    var folded = Folding.fold(Array(text.utf8))[...]
    while folded.first == 0x20 { folded.removeFirst() }
    if folded.first == UInt8(ascii: "~") {
      isWeak = true
      folded.removeFirst()
    }
    parts = folded.split(separator: UInt8(ascii: "+")).compactMap {
      var part = $0
      while part.first == 0x20 { part.removeFirst() }
      while part.last == 0x20 { part.removeLast() }
      return part.isEmpty ? nil : [UInt8](part)
    }
    if parts.isEmpty { return nil }
  }

  var text: String {
    parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "+")
  }

  /// What it says of its row: half its letters, up to eight of them; three quarters of that where it has several parts,
  /// which are common words as a rule, and half of it where it is weak.
  var weight: Double {
    min(letters, 8) / 2 * (parts.count > 1 ? 0.75 : 1) * (isWeak ? 0.5 : 1)
  }

  /// Letters as a reader counts them: a CJK character is one, four letters of an alphabet are one.
  var letters: Double {
    var bytes = 0
    var wide = 0
    for part in parts {
      for byte in part where byte & 0xC0 != 0x80 {
        if byte >= 0xE0 { wide += 1 } else if byte != 0x20 { bytes += 1 }
      }
    }
    return Double(wide) + Double(bytes) / 4
  }
}
