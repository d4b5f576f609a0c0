public import CityAgent

/// Models in the order they are tried: the next one answers where one fails before its first event.
public struct FallbackBackend: ModelBackend {
  private let backends: [any ModelBackend]

  /// - Precondition: there is at least one.
  public init(_ backends: [any ModelBackend]) {
    precondition(!backends.isEmpty, "a fallback needs a backend")
    self.backends = backends
  }

  /// The name of the first: the one that is meant.
  public var name: String { backends[0].name }

  public func generate(_ request: ModelRequest) -> AsyncThrowingStream<ModelEvent, any Error> {
    let run = FallbackRun(backends, request)
    return AsyncThrowingStream { try await run.next() }
  }
}

/// Vectors of several servers of one model, in the order they are tried.
///
/// Only servers of the same model belong together: vectors of different models cannot be compared.
public struct FallbackEmbedder: Embedder {
  private let embedders: [any Embedder]

  /// - Precondition: there is at least one.
  public init(_ embedders: [any Embedder]) {
    precondition(!embedders.isEmpty, "a fallback needs a backend")
    self.embedders = embedders
  }

  public var name: String { embedders[0].name }
  public var model: String { embedders[0].model }

  public func embed(_ texts: [String]) async throws -> [[Float]] {
    try await FallbackRun.first(of: embedders) { try await $0.embed(texts) }
  }
}

/// Rerankers in the order they are tried.
public struct FallbackReranker: Reranker {
  private let rerankers: [any Reranker]

  /// - Precondition: there is at least one.
  public init(_ rerankers: [any Reranker]) {
    precondition(!rerankers.isEmpty, "a fallback needs a backend")
    self.rerankers = rerankers
  }

  public var name: String { rerankers[0].name }

  public func rank(
    _ documents: [String], for query: String, limit: Int
  ) async throws -> [RankedDocument] {
    try await FallbackRun.first(of: rerankers) {
      try await $0.rank(documents, for: query, limit: limit)
    }
  }
}
