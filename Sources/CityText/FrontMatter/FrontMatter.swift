/// The head of a document, skill or prompt between two `---` lines, and where the body starts.
///
/// Subset: nested mappings, plain/single/double-quoted scalars, `|` and `>` with `-`/`+`, `- ` lists,
/// flow `[a, b]` and `{k: v}`, comments, CRLF. Anchors, tags and several documents are errors.
public struct FrontMatter: Sendable, Equatable {
  public var values: YAMLValue
  /// Offset of the first byte of the body.
  public var bodyStart: Int

  /// Reads the front matter of valid UTF-8; nil where the text does not begin with a `---` line.
  /// - Parameter keepsQuotes: whether quoted scalars come as ``YAMLValue/quoted(_:)``, for readers that know types.
  /// - Throws: ``TextError`` `.badFrontMatter` with the line and what to do.
  public static func read(
    _ utf8: [UInt8], keepsQuotes: Bool = false
  ) throws(TextError) -> FrontMatter? {
    var start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard line(utf8, from: &start) == "---" else { return nil }
    let headStart = start
    while start < utf8.count {
      let lineStart = start
      let text = line(utf8, from: &start)
      if text == "---" || text == "..." {
        let values = try yaml(
          Array(utf8[headStart..<lineStart]), firstLine: 2, keepsQuotes: keepsQuotes)
        return FrontMatter(values: values, bodyStart: start)
      }
    }
    throw TextError(
      .badFrontMatter, "the front matter that begins here has no closing --- line; add one",
      line: 1)
  }

  /// Reads a whole text as YAML.
  public static func yaml(
    _ utf8: [UInt8], keepsQuotes: Bool = false
  ) throws(TextError) -> YAMLValue {
    try yaml(utf8, firstLine: 1, keepsQuotes: keepsQuotes)
  }

  private static func yaml(
    _ utf8: [UInt8], firstLine: Int, keepsQuotes: Bool
  ) throws(TextError) -> YAMLValue {
    var reader = YAMLReader(utf8, firstLine: firstLine, keepsQuotes: keepsQuotes)
    return try reader.document()
  }

  /// The line at `start` without its end and trailing white space; moves past the end.
  private static func line(_ utf8: [UInt8], from start: inout Int) -> String {
    let end = utf8[start...].firstIndex(of: 0x0A) ?? utf8.count
    var last = end
    while last > start, [0x20, 0x09, 0x0D].contains(utf8[last - 1]) { last -= 1 }
    let text = String(decoding: utf8[start..<last], as: UTF8.self)
    start = min(end + 1, utf8.count)
    return text
  }
}
