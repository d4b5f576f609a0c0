/// A retrieval corpus in BEIR's form: an object with `_id` (or `id`), `title` and `text` a line.
///
/// Format: Thakur et al. 2021, <https://github.com/beir-cellar/beir>, "Load your custom dataset".
struct CorpusFile {
  private(set) var documents: [SourceDocument] = []
  /// Lines that could not be read, and why.
  private(set) var problems: [(line: Int, message: String)] = []

  /// Whether one of the first lines is a corpus line.
  static func recognises(_ text: [UInt8]) -> Bool {
    for (tried, line) in TextLines(text).enumerated() {
      if tried == 20 { break }
      guard let value = try? JSONTextScanner.value(of: text, in: line.range) else { continue }
      if (value["_id"] ?? value["id"])?.text != nil, value["text"] != nil { return true }
    }
    return false
  }

  private let folder: String
  private let lineLimit: Int
  /// Of bytes: a `Set<String>` would call two normal forms of one id the same.
  private var seen: Set<[UInt8]> = []

  /// - Parameters:
  ///   - id: path of the corpus; a folder in it goes before the ids of its documents.
  ///   - lineLimit: bytes of the longest line read.
  init(id: String, lineLimit: Int) {
    folder = id.utf8.lastIndex(of: 0x2F).map { String(id[...$0]) } ?? ""
    self.lineLimit = lineLimit
  }

  /// Reads the next line.
  /// - Parameter isPlain: whether its bytes are those of the file, so that an update can know it again.
  mutating func read(
    _ text: [UInt8], _ line: (number: Int, range: Range<Int>), isPlain: Bool
  ) {
    guard line.range.count <= lineLimit else {
      problems.append(
        (
          line.number,
          "The line is \(line.range.count) bytes long, more than the limit of \(lineLimit): split the document or raise the limit."
        ))
      return
    }
    let value: JSONText
    do {
      value = try JSONTextScanner.value(of: text, in: line.range)
    } catch {
      problems.append(
        (
          line.number,
          "The line is not JSON (expected \(error.expected) at byte \(error.offset + 1)): correct or delete it."
        ))
      return
    }
    guard let name = (value["_id"] ?? value["id"])?.text, !name.isEmpty,
      let body = value["text"]?.text
    else {
      problems.append(
        (line.number, "The line has no \"_id\" or no \"text\": add it or delete the line."))
      return
    }
    let id = folder + String(decoding: name, as: UTF8.self)
    guard seen.insert(Array(id.utf8)).inserted else {
      problems.append((line.number, "The id \(id) was there before: give each document its own."))
      return
    }
    var document = Self.document(id: id, title: value["title"]?.text ?? [], body: body)
    if isPlain {
      document.line = text.withUnsafeBytes { Checksum64.sum(.init(rebasing: $0[line.range])) }
    }
    documents.append(document)
  }

  private static func document(id: String, title: [UInt8], body: [UInt8]) -> SourceDocument {
    var text = CanonicalText.of(body)
    // A title alone is still worth finding.
    if text.isEmpty { text = CanonicalText.of(title) }
    var metadata = DocumentMetadata()
    let name = title.oneLine(0..<title.count)
    if !name.isEmpty { metadata["title"] = [name] }
    metadata.fill(id: id, text: text, title: nil)
    return SourceDocument(
      id: id, metadata: metadata, text: text,
      clauses: PlainClauses.clauses(
        of: text, labels: PlainClauses.Labels(language: metadata.language), whole: true))
  }
}
