import CityText

/// The front matter of a skill's `SKILL.md`: name, description, and our keys under `metadata`.
///
/// Format: open Agent Skills (agentskills.io). `metadata` maps strings to strings; lists in it are
/// separated by `|`.
public struct SkillCard: Sendable, Equatable {
  public var name: String
  public var description: String
  /// `allowed-tools`, split at spaces.
  public var allowedTools: [String]
  public var metadata: [String: String]

  public init(
    name: String, description: String, allowedTools: [String] = [], metadata: [String: String] = [:]
  ) {
    self.name = name
    self.description = description
    self.allowedTools = allowedTools
    self.metadata = metadata
  }

  /// A `|`-separated value of the metadata.
  public func list(_ key: String) -> [String] {
    // By bytes: a card holds thousands of phrases, and splitting by Character takes milliseconds.
    (metadata[key] ?? "").utf8.split(separator: UInt8(ascii: "|")).map {
      Self.trimmed(Substring($0))
    }.filter { !$0.isEmpty }
  }

  /// What the skill is called in a question back: the card's `label`, or `label-en`; else its name.
  public func label(isEnglish: Bool) -> String {
    metadata[isEnglish ? "label-en" : "label"] ?? name
  }

  /// A `|`-separated value of the metadata as folded phrases, for a ``PhraseTable``.
  ///
  /// Folded as one text: a card holds thousands of phrases, and a process that answers one question
  /// reads them all.
  public func phrases(_ key: String) -> [ArraySlice<UInt8>] {
    Folding.fold(Array((metadata[key] ?? "").utf8)).split(separator: UInt8(ascii: "|")).compactMap {
      guard let first = $0.firstIndex(where: { $0 != 0x20 }),
        let last = $0.lastIndex(where: { $0 != 0x20 })
      else { return nil }
      return $0[first...last]
    }
  }

  /// A number of the metadata; `standard` where it is missing or no number.
  public func number(_ key: String, standard: Double) -> Double {
    metadata[key].flatMap { Double($0) } ?? standard
  }

  public var examples: [String] { list("examples") }

  /// Reads the card from the text of a `SKILL.md`.
  /// - Throws: ``AgentError`` `.badSkill` with path and line where there is no name or description.
  public static func read(_ utf8: [UInt8], path: String) throws(AgentError) -> SkillCard {
    let front: FrontMatter?
    do {
      front = try FrontMatter.read(utf8)
    } catch {
      throw AgentError(.badSkill, error.message, path: path, line: error.line)
    }
    guard let values = front?.values else {
      throw AgentError(
        .badSkill, "the file must begin with front matter between two --- lines", path: path,
        line: 1)
    }
    guard let name = values["name"]?.text, !name.isEmpty else {
      throw AgentError(.badSkill, "the front matter needs a name", path: path, line: 1)
    }
    guard let description = values["description"]?.text, !description.isEmpty else {
      throw AgentError(.badSkill, "the front matter needs a description", path: path, line: 1)
    }
    var card = SkillCard(name: name, description: description)
    card.allowedTools = (values["allowed-tools"]?.text ?? "").split(separator: " ").map(String.init)
    if case .map(let entries)? = values["metadata"] {
      for entry in entries {
        let text = entry.value.text ?? ""
        if entry.key.hasSuffix("threshold"), !(Double(text).map { (0...1).contains($0) } ?? false) {
          throw AgentError(
            .badSkill, "\(entry.key) “\(text)” must be a number from 0 to 1", path: path,
            line: line(of: entry.key, in: utf8))
        }
        card.metadata[entry.key] = text
      }
    }
    return card
  }

  /// The line that sets `key`, from 1.
  private static func line(of key: String, in utf8: [UInt8]) -> Int? {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { $0.drop { $0 == 0x20 }.starts(with: "\(key):".utf8) }.map { $0 + 1 }
  }

  /// `text` without white space around it.
  public static func trimmed(_ text: some StringProtocol) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
