public import CityIndex
import CityText
import FoundationEssentials
import Glibc

/// What a generation is built from: its documents in index order, and the folder with the data beside them.
public struct KnowledgeContents: Sendable {
  /// All of them; after a small change a skill that reads only what it needs of them costs little.
  public let documents: IndexedSources
  /// The knowledge folder: `seeds/`, or the user's own.
  public let folder: String
  /// Told of what a skill leaves out of its tables: a bad row of a data file; the rest is compiled.
  public let report: @Sendable (IndexError) -> Void

  public init(
    documents: [SourceDocument], folder: String,
    report: @escaping @Sendable (IndexError) -> Void = { _ in }
  ) {
    self.init(documents: IndexedSources(documents), folder: folder, report: report)
  }

  public init(
    documents: IndexedSources, folder: String,
    report: @escaping @Sendable (IndexError) -> Void = { _ in }
  ) {
    self.documents = documents
    self.folder = folder
    self.report = report
  }

  /// A data file's text as canonical UTF-8; nil where the folder has none of that name.
  /// - Throws: ``IndexError`` naming the file where it is no text.
  public func text(_ path: String) throws(IndexError) -> [UInt8]? {
    let whole = folder + "/" + path
    guard let data = FileManager.default.contents(atPath: whole) else {
      guard access(whole, F_OK) == 0 else { return nil }
      throw IndexError(
        .unreadable, "it is there but cannot be read: check its permissions", path: whole)
    }
    do {
      return try TextDecoding.decode([UInt8](data)).bytes
    } catch {
      throw IndexError(.badDocument, error.message, path: whole, line: error.line)
    }
  }

  /// The synonym file, parsed; no rules where there is none.
  public func synonyms() throws(IndexError) -> Synonyms {
    guard let text = try text("synonyms.txt") else { return .none }
    return try Synonyms.parse(text, path: folder + "/synonyms.txt")
  }
}
