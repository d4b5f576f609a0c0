import FoundationEssentials
import Glibc

/// How much of one text stands in another, letter by letter.
///
/// A text's letters are its letters and digits after lower-casing and the foldings of NFKC that official
/// texts need: full-width forms and circled numbers. F1 is over the bag of letters;
/// ROUGE-L (Lin 2004) over the longest common subsequence, with β = 1.
enum TextOverlap {
  static func letters(_ text: String) -> [UInt32] {
    text.unicodeScalars.flatMap(plain).filter {
      switch $0.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }.map(\.value)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Array(
        Unicode.Scalar(scalar.value - 0xFEE0)!.properties.lowercaseMapping.unicodeScalars)
    case 0x2460...0x2473: return Array("\(scalar.value - 0x245F)".unicodeScalars)
    default: return Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  static func f1(_ a: [UInt32], _ b: [UInt32]) -> Double {
    var counts: [UInt32: Int] = [:]
    for letter in b { counts[letter, default: 0] += 1 }
    var common = 0
    for letter in a where counts[letter, default: 0] > 0 {
      counts[letter]! -= 1
      common += 1
    }
    return harmonic(common, a.count, b.count)
  }

  /// - Complexity: O(|a| · |b|).
  static func rougeL(_ a: [UInt32], _ b: [UInt32]) -> Double {
    var last = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var row = last
      for j in b.indices { row[j + 1] = x == b[j] ? last[j] + 1 : max(last[j + 1], row[j]) }
      last = row
    }
    return harmonic(last[b.count], a.count, b.count)
  }

  private static func harmonic(_ common: Int, _ a: Int, _ b: Int) -> Double {
    guard common > 0 else { return 0 }
    let precision = Double(common) / Double(a)
    let recall = Double(common) / Double(b)
    return 2 * precision * recall / (precision + recall)
  }
}
