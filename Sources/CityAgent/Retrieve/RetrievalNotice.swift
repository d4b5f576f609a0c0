import Synchronization

/// Why a retriever did less than it was set up to do; what it found stands all the same.
public enum RetrievalNotice: Sendable, Hashable, CustomStringConvertible {
  /// There are no vectors beside the index, or they cannot be read.
  case noVectors(reason: String)
  /// The vectors were made by another model than the one that is asked now.
  case otherModel(vectors: String, embedder: String)
  /// The index is of another generation than its vectors.
  case otherGeneration
  /// The embedder failed, or gave no vector of this kind.
  case embedderFailed(reason: String)
  case embedderSlow
  case rerankerFailed(reason: String)
  case rerankerSlow

  /// For the log of a host; holds no question.
  public var description: String {
    switch self {
    case .noVectors(let reason): "searched by words alone: \(reason)"
    case .otherModel(let vectors, let embedder):
      "searched by words alone: the vectors are of the model “\(vectors)”, not “\(embedder)”; run city-agent index embed"
    case .otherGeneration:
      "searched by words alone: the vectors are of another generation; run city-agent index embed"
    case .embedderFailed(let reason): "searched by words alone: the embedder failed: \(reason)"
    case .embedderSlow: "searched by words alone: the embedder did not answer in time"
    case .rerankerFailed(let reason): "not re-ranked: the reranker failed: \(reason)"
    case .rerankerSlow: "not re-ranked: the reranker did not answer in time"
    }
  }

  /// What an answer says of it; the reason is the host's business.
  public var framing: Framing {
    switch self {
    case .rerankerFailed, .rerankerSlow: Framing(.notReranked)
    default: Framing(.foundByWords)
    }
  }
}

/// The notices of one turn, each once, in the order they came.
public final class RetrievalNotices: Sendable {
  private let notices = Mutex<[RetrievalNotice]>([])

  public init() {}

  public var all: [RetrievalNotice] { notices.withLock { $0 } }

  public func add(_ notice: RetrievalNotice) {
    notices.withLock { notices in
      if !notices.contains(notice) { notices.append(notice) }
    }
  }
}
