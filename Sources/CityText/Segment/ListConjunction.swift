/// Finds the 和, 及 or 以及 before the last item of a list.
enum ListConjunction {
  static func find(_ text: ScalarLine, in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var depth = 0
    for at in range {
      switch text[at] {
      case 0x28, 0xFF08, 0x300A, 0x3010, 0x201C, 0x300C: depth += 1
      case 0x29, 0xFF09, 0x300B, 0x3011, 0x201D, 0x300D: depth = max(0, depth - 1)
      case 0x548C, 0x53CA:
        guard depth == 0, at > range.lowerBound, at + 1 < range.upperBound,
          !within.contains(text[at - 1] << 16 | 1), !within.contains(text[at + 1] << 16)
        else { continue }
        // 以及 is the looser one: it parts the list even after an 和.
        if text[at] == 0x53CA, text[at - 1] == 0x4EE5 {
          return at - 1..<at + 1
        }
        if found == nil { found = at..<at + 1 }
      default: break
      }
    }
    return found
  }

  /// Neighbours that make 和 or 及 a part of a word: before it (| 1) 共和, 普及 …; after it 和解, 及时 ….
  private static let within: Set<UInt32> = {
    let before = "共总饱缓温调柔普涉波顾遍".unicodeScalars.map { $0.value << 16 | 1 }
    let after = "平谐解睦气蔼时格早其".unicodeScalars.map { $0.value << 16 }
    return Set(before + after)
  }()
}
