import CityText

/// A phrase that points to a row: one word, or several that must stand near each other: `井盖+响`.
///
/// A word with `~` before it is weak: it says where something is, or stands in many reports: `~绿化带`.
struct Keyword: Sendable, Equatable {
  /// As the table writes it.
  let text: String
  /// Folded, without the mark of a weak one.
  let folded: ArraySlice<UInt8>
  /// Its parts, in bytes of ``folded``; one or more.
  let parts: [Range<Int>]
  let isWeak: Bool

  /// Reads a keyword as a table writes it; nil where nothing is left of it.
  init?(_ text: String) {
    self.text = text
    let bytes = Folding.fold(Array(text.utf8))
    isWeak = bytes.first == UInt8(ascii: "~")
    folded = isWeak ? bytes[1...] : bytes[...]
    var parts: [Range<Int>] = []
    var start = folded.startIndex
    for at in folded.startIndex...folded.endIndex
    where at == folded.endIndex || folded[at] == UInt8(ascii: "+") {
      var (low, high) = (start, at)
      while low < high, folded[low] == 0x20 { low += 1 }
      while low < high, folded[high - 1] == 0x20 { high -= 1 }
      if low < high { parts.append(low..<high) }
      start = at + 1
    }
    if parts.isEmpty { return nil }
    self.parts = parts
  }

  /// What it says of its row: half its letters, up to eight of them; six tenths of that where it has several parts,
  /// which are common words as a rule, and half of it where it is weak.
  var weight: Double {
    min(letters, 8) / 2 * (parts.count > 1 ? 0.6 : 1) * (isWeak ? 0.5 : 1)
  }

  /// Letters as a reader counts them: a CJK character is one, four letters of an alphabet are one.
  var letters: Double {
    var bytes = 0
    var wide = 0
    for part in parts {
      for byte in folded[part] where byte & 0xC0 != 0x80 {
        if byte >= 0xE0 { wide += 1 } else if byte != 0x20 { bytes += 1 }
      }
    }
    return Double(wide) + Double(bytes) / 4
  }
}
