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
  /// A piece that asks nothing (a greeting, 我想领补贴) stays with the next question, or the last.
  static func parts(_ text: String, limit: Int) -> [String] {
    var parts: [String] = []
    var waiting = ""
    for piece in pieces(text) {
      let whole = waiting.isEmpty ? piece : waiting + " " + piece
      if asks(piece) {
        parts.append(whole)
        waiting = ""
      } else {
        waiting = whole
      }
    }
    if !waiting.isEmpty {
      let last = parts.popLast()
      parts.append(last.map { $0 + " " + waiting } ?? waiting)
    }
    guard parts.count > limit else { return parts }
    return Array(parts[..<(limit - 1)]) + [parts[(limit - 1)...].joined(separator: " ")]
  }

  /// The text cut after `?`, `？`, `；` and line ends, trimmed; empty ones left out.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      current.append(scalar)
      guard ["?", "？", "；", "\n"].contains(scalar) else { continue }
      pieces.append(SkillCard.trimmed(String(current)))
      current = .init()
    }
    pieces.append(SkillCard.trimmed(String(current)))
    return pieces.filter { !$0.isEmpty }
  }

  /// Whether a piece asks something: letters enough, and a question mark or a question word.
  private static func asks(_ piece: String) -> Bool {
    let bytes = Array(piece.utf8)
    guard letters(bytes) >= 4 else { return false }
    if piece.hasSuffix("?") || piece.hasSuffix("？") { return !greetings.contains(piece) }
    let folded = Folding.fold(bytes)
    return asking.contains { ByteSearch.contains(folded, $0) }
  }

  private static let greetings: Set<String> = ["你好？", "您好？", "在吗？", "在吗?", "hello?", "你好?"]

  /// Whether the whole message only greets or thanks.
  static func isGreeting(_ text: String) -> Bool {
    let letters = Folding.fold(Array(text.utf8)).filter {
      $0 >= 0x80 || (0x61...0x7A).contains($0) || $0 == 0x20
    }
    let words = SkillCard.trimmed(String(decoding: letters, as: UTF8.self))
    return [
      "你好", "您好", "你好啊", "您好啊", "嗨", "哈喽", "早上好", "下午好", "晚上好", "在吗", "有人吗", "谢谢", "谢谢你", "谢谢您",
      "多谢", "感谢", "好的谢谢", "早晨", "唔该", "hello", "hi", "hey", "hello there", "good morning",
      "good afternoon",
      "good evening", "thanks", "thank you", "thank you very much",
    ].contains { words == $0 || words == $0 + "！" || words == $0 + "。" || words == $0 + "？" }
  }

  private static let asking: [[UInt8]] = [
    "吗", "呢", "什么", "怎", "如何", "多少", "几", "哪", "谁", "多久", "多长", "是否", "能不能", "可不可以", "要不要", "有没有",
    "咩", "乜", "边", "点样", "系咪", "how ", "what", "when", "where", "who", "which", "can ", "do ",
    "does ",
    "is ", "are ", "should ", "must ", "may ",
  ].map { Array($0.utf8) }

  /// Bytes that are neither ASCII punctuation nor white space.
  private static func letters(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { count, byte in
      let isLetter =
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
      return count + (isLetter ? 1 : 0)
    }
  }
}
