/// Reads a folder of documents: Markdown, plain text, HTML, FAQ (CSV/JSONL), BEIR `corpus.jsonl`,
/// and whatever the converters serve. Files are visited in byte order of their relative paths;
/// hidden files and folders are skipped; a loop of links is followed once.
///
/// A folder that holds a BEIR `corpus.jsonl` is that corpus: nothing else in it is read. Files of
/// other kinds (`.json`, images …) are passed over silently, and so is the `synonyms.txt` at the top,
/// which is no document. A CSV without question and answer columns becomes a document of kind `table`:
/// it has no clauses, so it is never ranked, but its cells can be cited.
public struct DocumentReader: Sendable {
  /// Changes when the same bytes are read into other documents: an update then reads every file anew.
  public static let version: Int = Int(SourceFileTable.readerVersion)

  public var converters: [DocumentConverter]
  /// Largest file read, in bytes; a corpus may be sixteen times as large, and each line of it this.
  public var sizeLimit: Int

  public init(converters: [DocumentConverter] = DocumentConverter.usual, sizeLimit: Int = 64 << 20)
  {
    self.converters = converters
    self.sizeLimit = sizeLimit
  }

  /// What a folder held, and what could not be read.
  public struct Reading: Sendable {
    public var documents: [SourceDocument] = []
    /// One a bad file (or FAQ line); the others are in ``documents``.
    public var problems: [IndexError] = []
    /// The files of a folder that were read, in order, for the next update.
    public var files: [SourceFile] = []

    mutating func append(_ other: Reading) {
      documents += other.documents
      problems += other.problems
    }
  }
}
