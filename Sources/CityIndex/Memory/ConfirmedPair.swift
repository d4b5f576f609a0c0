/// A question and the clause that somebody confirmed to answer it.
public struct ConfirmedPair: Sendable, Equatable {
  public var question: String
  /// Id of a document.
  public var document: String
  /// Path of a clause in it; nil confirms the document as a whole.
  public var clause: String?
  /// Where the confirmation came from: `file`, `chat`, `batch`.
  public var source: String
  /// ISO day of the confirmation; nil where it is not known.
  public var day: String?
  /// Line of the file it stands in; 0 where it stands in none.
  public var line: Int

  public init(
    question: String, document: String, clause: String? = nil, source: String = "file",
    day: String? = nil, line: Int = 0
  ) {
    self.question = question
    self.document = document
    self.clause = clause
    self.source = source
    self.day = day
    self.line = line
  }
}
