/// A value of the YAML subset: scalars stay text, as Agent Skills wants them.
public indirect enum YAMLValue: Sendable, Equatable {
  case scalar(String)
  case list([YAMLValue])
  /// In file order; keys are unique.
  case map([(key: String, value: YAMLValue)])

  public static func == (a: YAMLValue, b: YAMLValue) -> Bool { fatalError("stub") }
  /// The value of a key of a map.
  public subscript(key: String) -> YAMLValue? { fatalError("stub") }
  /// The text of a scalar.
  public var text: String? { fatalError("stub") }
  /// The texts of a list of scalars, or of one scalar.
  public var texts: [String] { fatalError("stub") }
}

/// The head of a document, skill or prompt between two `---` lines, and where the body starts.
///
/// Subset: nested mappings, plain/single/double-quoted scalars, `|` and `>` with `-`/`+`, `- ` lists,
/// flow `[a, b]` and `{k: v}`, comments, CRLF. Anchors, tags and several documents are errors.
public struct FrontMatter: Sendable, Equatable {
  public var values: YAMLValue
  /// Offset of the first byte of the body.
  public var bodyStart: Int

  /// Reads the front matter of valid UTF-8; nil where the text does not begin with a `---` line.
  /// - Throws: ``TextError`` `.badFrontMatter` with the line and what to do.
  public static func read(_ utf8: [UInt8]) throws(TextError) -> FrontMatter? { fatalError("stub") }

  /// Reads a whole text as YAML.
  public static func yaml(_ utf8: [UInt8]) throws(TextError) -> YAMLValue { fatalError("stub") }
}
