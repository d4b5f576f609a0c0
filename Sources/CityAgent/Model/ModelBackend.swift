/// A model that writes: asked with messages, answers with events.
public protocol ModelBackend: Sendable {
  /// What the configuration calls it.
  var name: String { get }

  /// Starts when the first event is awaited; ends with `.finished`, or throws.
  ///
  /// Dropping the stream, or cancelling the task that reads it, ends the work at once. A reader that
  /// is behind holds the model back: nothing piles up.
  func generate(_ request: ModelRequest) -> AsyncThrowingStream<ModelEvent, any Error>
}

/// A model that turns texts into vectors.
public protocol Embedder: Sendable {
  var name: String { get }
  /// The model, by which vectors are told apart from those of others; `name` unless the backend knows better.
  var model: String { get }

  /// One vector of length 1 for each text, in their order.
  func embed(_ texts: [String]) async throws -> [[Float]]
}

extension Embedder {
  public var model: String { name }
}

/// A failure that may lie in the texts rather than in the backend.
public protocol TextRefusal: Error {
  /// Whether the backend is there and takes no text like this one: too long, most likely.
  var refusesText: Bool { get }
}

/// A model that orders documents by how well they answer a question.
public protocol Reranker: Sendable {
  var name: String { get }

  /// The best documents, best first, at most `limit`; ties in the order given.
  func rank(_ documents: [String], for query: String, limit: Int) async throws -> [RankedDocument]
}

/// A document's place in a ranking.
public struct RankedDocument: Sendable, Equatable {
  /// Its place in the list that was given.
  public var index: Int
  /// Good for the order alone: of some models it is no probability.
  public var score: Double

  public init(index: Int, score: Double) {
    self.index = index
    self.score = score
  }
}
