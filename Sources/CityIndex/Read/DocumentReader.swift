public import CityText

/// A program that turns a foreign format into text: `pdftotext -layout {input} -`.
public struct DocumentConverter: Sendable, Equatable {
  /// File name extensions it serves, lower case, without dot.
  public var extensions: [String]
  /// Program and arguments; `{input}` stands for the file. Text is read from its standard output.
  public var command: [String]
  /// Seconds until it is killed with all its children.
  public var deadline: Double

  public init(extensions: [String], command: [String], deadline: Double = 60) {
    self.extensions = extensions
    self.command = command
    self.deadline = deadline
  }

  /// pdftotext, pandoc and libreoffice in their usual form; used where the program is installed.
  public static let usual: [DocumentConverter] = []
}

/// Reads a folder of documents: Markdown, plain text, HTML, FAQ (CSV/JSONL), BEIR `corpus.jsonl`,
/// and whatever the converters serve. Files are visited in byte order of their relative paths;
/// hidden files and folders are skipped; a loop of links is followed once.
public struct DocumentReader: Sendable {
  public var converters: [DocumentConverter]
  /// Largest file read, in bytes.
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
  }

  /// Reads every document under `folder` (or the one file it names).
  /// - Throws: ``IndexError`` only where the folder itself cannot be read.
  public func read(
    folder: String, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(IndexError) -> Reading { fatalError("stub") }

  /// Reads one file's bytes as the document `id`; more than one only for FAQ and corpus files.
  public func documents(id: String, bytes: [UInt8], path: String) -> Reading {
    fatalError("stub")
  }

  /// A digest of names, sizes and modification times under `folder`: changes when an index is out of date.
  /// - Complexity: one `stat` a file.
  public func fingerprint(folder: String) -> String { fatalError("stub") }
}
