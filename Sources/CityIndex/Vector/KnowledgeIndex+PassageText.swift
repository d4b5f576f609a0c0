extension KnowledgeIndex {
  /// Longest text given to a model for one passage, in bytes: about 680 Chinese characters or 350 English words.
  ///
  /// Clauses have 40–400 characters; small models read 256 to 512 tokens and would leave out what comes later.
  public static let passageTextLimit: Int = 2_048

  /// What a model is given for a passage: its document's title, its heading and its body, one below the other.
  ///
  /// A title or heading that the next part begins with is not said twice. What is longer than
  /// ``passageTextLimit`` is cut at a character. Empty where the number is outside the index.
  /// - Complexity: O(bytes of the text).
  public func passageText(_ number: Int) -> String {
    String(decoding: passageTextBytes(number), as: UTF8.self)
  }

  func passageTextBytes(_ number: Int) -> [UInt8] {
    guard number >= 0, number < passageCount else { return [] }
    let passage = passage(number)
    let body = text(document: passage.document, range: passage.range) ?? []
    let title = Array((metadata(document: passage.document, key: "title").first ?? "").utf8)
    var text = Self.trimmed(body[...])
    for part in [Array(passage.heading.utf8), title] {
      let part = Self.trimmed(part[...])
      guard !part.isEmpty, !text.starts(with: part) else { continue }
      text = part + (text.isEmpty ? [] : [0x0A]) + text
    }
    return Self.cut(text, to: Self.passageTextLimit)
  }

  /// The text's first bytes, at most so many, ending with a character.
  public static func cut(_ text: [UInt8], to limit: Int) -> [UInt8] {
    guard text.count > limit else { return text }
    var end = max(0, limit)
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(text[..<end])
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(text[start..<max(start, end)])
  }
}
