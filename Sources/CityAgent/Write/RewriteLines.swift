/// Cuts a model's text into sentences with the number of the clause that each names: `…… [2]`.
///
/// A sentence ends at its number; text without one, up to the end of its line, is dropped. So are a line's bullet, a
/// fence of ``` and whatever stands between <think> and </think> at the beginning.
struct RewriteLines {
  struct Sentence: Equatable {
    var text: String
    var number: Int
  }

  /// Bytes of the line so far.
  private var line: [UInt8] = []
  private var thinking: Thinking = .unknown
  /// Longest line kept; what is longer names no clause in time.
  private static let longest = 16_384

  private enum Thinking { case unknown, inside, past }
  private static let opening = Array("<think>".utf8)
  private static let closing = Array("</think>".utf8)

  /// The sentences that a piece of text completes.
  mutating func take(_ piece: String) -> [Sentence] {
    var sentences: [Sentence] = []
    for byte in piece.utf8 {
      line.append(byte)
      if thinking != .past, isThought() { continue }
      if byte == UInt8(ascii: "]"), let sentence = numbered() {
        line = []
        sentences.append(sentence)
      } else if byte == 0x0A || line.count > Self.longest {
        line = []
      }
    }
    return sentences
  }

  /// Whether the text so far is, or may become, what the model thinks before it answers.
  private mutating func isThought() -> Bool {
    switch thinking {
    case .inside:
      if line.count > Self.closing.count { line.removeFirst() }
      if line == Self.closing {
        line = []
        thinking = .past
      }
      return true
    case .unknown:
      while let first = line.first, first == 0x0A || first == 0x20 || first == 0x0D {
        line.removeFirst()
      }
      if line == Self.opening {
        line = []
        thinking = .inside
        return true
      }
      if Self.opening.starts(with: line) { return true }
      thinking = .past
      return false
    case .past: return false
    }
  }

  /// The line so far as a sentence, where it ends in `[n]`.
  private func numbered() -> Sentence? {
    guard let open = line.lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let digits = line[(open + 1)..<(line.count - 1)]
    guard (1...3).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    var text = line[..<open]
    // The stop that some models put behind the number belongs to the sentence before.
    while let first = text.first, first == 0x20 || first == 0x09 || first == 0x2E {
      text.removeFirst()
    }
    for stop in ["。", "；", "，"] where text.starts(with: stop.utf8) {
      text.removeFirst(stop.utf8.count)
    }
    for bullet in ["- ", "* ", "• "] where text.starts(with: bullet.utf8) {
      text.removeFirst(bullet.utf8.count)
    }
    let trimmed = SkillCard.trimmed(String(decoding: text, as: UTF8.self))
    return trimmed.isEmpty ? nil : Sentence(text: trimmed, number: number)
  }
}
