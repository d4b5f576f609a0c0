import CityText

/// What a question's text may hold: no controls, no invisible marks, no broken characters.
enum QuestionText {
  /// The text without NULs, controls, zero-width and direction marks, trimmed of white space.
  ///
  /// - Complexity: O(n).
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029, 0xA0, 0x3000:
        cleaned.append(
          scalar.value == 0x0A || scalar.value >= 0x2028 && scalar.value < 0x3000
            ? "\n" : " ")
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
        0xFFFD, 0x00AD:
        continue
      default: cleaned.append(scalar)
      }
    }
    return SkillCard.trimmed(String(cleaned))
  }

  /// The questions of a message, in order: cut at question marks and line ends.
  ///
  /// Pieces that hold nothing to ask (greetings shorter than four bytes) stay with the next piece.
  static func parts(_ text: String, limit: Int) -> [String] {
    var parts: [String] = []
    var current: [UInt8] = []
    let bytes = Array(text.utf8)
    func isMark(_ i: Int) -> Int? {
      if bytes[i] == 0x3F || bytes[i] == 0x0A { return 1 }
      // ？ is EF BC 9F, ； EF BC 9B.
      if i + 2 < bytes.count, bytes[i] == 0xEF, bytes[i + 1] == 0xBC,
        bytes[i + 2] == 0x9F || bytes[i + 2] == 0x9B
      {
        return 3
      }
      return nil
    }
    var i = 0
    while i < bytes.count {
      if let length = isMark(i) {
        current += bytes[i..<i + length]
        i += length
        if letters(current) >= 4 {
          parts.append(SkillCard.trimmed(String(decoding: current, as: UTF8.self)))
          current = []
        }
      } else {
        current.append(bytes[i])
        i += 1
      }
    }
    let rest = SkillCard.trimmed(String(decoding: current, as: UTF8.self))
    if letters(Array(rest.utf8)) >= 4 || parts.isEmpty { parts.append(rest) }
    guard parts.count > limit else { return parts }
    return Array(parts[..<(limit - 1)]) + [parts[(limit - 1)...].joined(separator: " ")]
  }

  /// Bytes that are neither ASCII punctuation nor white space.
  private static func letters(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { count, byte in
      let isLetter =
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
      return count + (isLetter ? 1 : 0)
    }
  }
}
