import CityText

extension DocumentReader {
  /// Reads one file's bytes as the document `id`; more than one only for FAQ and corpus files.
  ///
  /// The extension of `path` says what it is; files of other kinds give an empty reading.
  public func documents(id: String, bytes: [UInt8], path: String) -> Reading {
    let suffix = Self.suffix(of: path)
    guard Self.isConvertible(suffix, by: converters) else {
      return text(id: id, bytes: bytes, suffix: suffix, path: path)
    }
    guard let folder = TemporaryFolder() else {
      return Reading(problems: [
        IndexError(
          .converter,
          "No temporary folder can be made: set TMPDIR to a folder that can be written.", path: path
        )
      ])
    }
    defer { folder.remove() }
    let file = [UInt8]("\(folder.path)/input.\(suffix)".utf8)
    guard FileReading.write(bytes, to: file) else {
      return Reading(problems: [
        IndexError(
          .converter, "The disk of \(folder.path) is full: make room or set TMPDIR.", path: path)
      ])
    }
    return converted(id: id, file: file, suffix: suffix, path: path)
  }

  /// Lower-case extension without dot; empty where there is none.
  static func suffix(of path: String) -> String {
    let name = path.utf8.split(separator: 0x2F).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex else { return "" }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }

  /// Whether the reader reads such files itself.
  static func isText(_ suffix: String) -> Bool {
    ["md", "markdown", "txt", "html", "htm", "csv", "jsonl"].contains(suffix)
  }

  /// Whether such files hold documents that only a converter can read.
  static func isConvertible(_ suffix: String, by converters: [DocumentConverter]) -> Bool {
    !isText(suffix)
      && (converters + DocumentConverter.usual).contains { $0.extensions.contains(suffix) }
  }

  /// Reads a text format.
  /// - Parameter converted: whether it comes out of a converter: a CSV is then a table to read.
  func text(id: String, bytes: [UInt8], suffix: String, path: String, converted: Bool = false)
    -> Reading
  {
    var reading = Reading()
    do throws(TextError) {
      switch suffix {
      case "md", "markdown":
        reading.documents = [try markdown(id: id, text: try TextDecoding.decode(bytes).bytes)]
      case "txt":
        reading.documents = [try plain(id: id, text: try TextDecoding.decode(bytes).bytes)]
      case "html", "htm":
        let page = HTMLText(try HTMLCharset.decode(bytes))
        reading.documents = [try html(id: id, page: page)]
      case "csv":
        let text = try TextDecoding.decode(bytes).bytes
        if let file = FAQFile(csv: text) {
          reading = faq(file, id: id, path: path)
        } else if converted {
          reading.documents = [try markdown(id: id, text: Self.table(text))]
        } else if let table = Self.dataTable(id: id, text: text) {
          reading.documents = [table]
        }
      case "jsonl":
        let text = try TextDecoding.decode(bytes).bytes
        reading = lines(id: id, text: text, path: path, isPlain: text == bytes)
      default: break
      }
      // `index: false` in the front matter: a file about the folder, not a document of it.
      reading.documents.removeAll { $0.metadata["index"] == ["false"] }
    } catch {
      reading.problems.append(
        IndexError(.badDocument, error.message, path: path, line: error.line))
    }
    return reading
  }

  private func markdown(id: String, text: [UInt8]) throws(TextError) -> SourceDocument {
    let front = try FrontMatter.read(text)
    return try Self.markdown(id: id, text: text, front: front, title: nil, fences: true)
  }

  private func html(id: String, page: HTMLText) throws(TextError) -> SourceDocument {
    try Self.markdown(id: id, text: page.text, front: nil, title: page.title, fences: false)
  }

  private static func markdown(
    id: String, text: [UInt8], front: FrontMatter?, title: String?, fences: Bool
  ) throws(TextError) -> SourceDocument {
    let body = front.map { [UInt8](text[$0.bodyStart...]) } ?? text
    try requireWords(body)
    let sections = MarkdownClauses(body, fences: fences)
    var metadata = DocumentMetadata(frontMatter: front?.values ?? .map([]))
    metadata.fill(id: id, text: body, title: title ?? sections.title)
    let labels = PlainClauses.Labels(language: metadata.language)
    return SourceDocument(
      id: id, metadata: metadata, text: body,
      clauses: sections.clauses(opening: labels.opening))
  }

  private func plain(id: String, text: [UInt8]) throws(TextError) -> SourceDocument {
    // A plain text may begin with a line of dashes that opens no front matter.
    var front = try? FrontMatter.read(text)
    if case .map = front?.values {} else { front = nil }
    let body = front.map { [UInt8](text[$0.bodyStart...]) } ?? text
    try Self.requireWords(body)
    var metadata = DocumentMetadata(frontMatter: front?.values ?? .map([]))
    metadata.fill(id: id, text: body, title: nil)
    return SourceDocument(
      id: id, metadata: metadata, text: body,
      clauses: PlainClauses.clauses(
        of: body, labels: PlainClauses.Labels(language: metadata.language)))
  }

  /// - Parameter isPlain: whether the text is the file's bytes as they are.
  private func lines(id: String, text: [UInt8], path: String, isPlain: Bool) -> Reading {
    if Self.isCorpus(id), CorpusFile.recognises(text) {
      var corpus = CorpusFile(id: id, lineLimit: sizeLimit)
      for line in TextLines(text) { corpus.read(text, line, isPlain: isPlain) }
      return Reading(
        documents: corpus.documents, problems: Self.problems(corpus.problems, path: path))
    }
    return FAQFile(jsonl: text).map { faq($0, id: id, path: path) } ?? Reading()
  }

  private func faq(_ file: FAQFile, id: String, path: String) -> Reading {
    Reading(
      documents: file.document(id: id).map { [$0] } ?? [],
      problems: Self.problems(file.problems, path: path))
  }

  static func isCorpus(_ name: String) -> Bool {
    name == "corpus.jsonl" || name.hasSuffix("/corpus.jsonl")
  }

  static func problems(_ found: [(line: Int, message: String)], path: String)
    -> [IndexError]
  {
    found.map { IndexError(.badDocument, $0.message, path: path, line: $0.line) }
  }

  private static func requireWords(_ body: [UInt8]) throws(TextError) {
    if body.trimmed(0..<body.count).isEmpty {
      throw TextError(.notText, "The file holds no text: fill it in or take it out of the folder.")
    }
  }

  /// A CSV with a header of two columns or more: kept whole, to be cited by its cells, and not ranked,
  /// so it has no clauses. Nil where it is no such table.
  private static func dataTable(id: String, text: [UInt8]) -> SourceDocument? {
    var rows = CSVRows(text).rows.prefix(2)
    guard let header = rows.popFirst(), header.fields.count > 1, !rows.isEmpty else { return nil }
    let metadata = DocumentMetadata([("kind", ["table"]), ("title", [id])])
    return SourceDocument(id: id, metadata: metadata, text: text, clauses: [])
  }

  /// A sheet as rows of a Markdown table.
  private static func table(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for row in CSVRows(text).rows {
      out += "|".utf8
      for field in row.fields { out += " \(field.cut(.max)) |".utf8 }
      out.append(0x0A)
    }
    return out
  }
}
