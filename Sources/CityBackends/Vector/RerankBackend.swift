public import CityAgent
import CityJSON
public import CityNet

/// A model behind `POST /rerank`, in the form that Jina, Cohere, vLLM and llama.cpp share.
public struct RerankBackend: Reranker {
  public let endpoint: BackendEndpoint
  private let gate: any EgressClearing
  private let client: RetryingClient

  public init(_ endpoint: BackendEndpoint, gate: any EgressClearing, client: RetryingClient) {
    self.endpoint = endpoint
    self.gate = gate
    self.client = client
  }

  public var name: String { endpoint.name }

  /// - Throws: ``BackendError``, or what the gate throws.
  public func rank(
    _ documents: [String], for query: String, limit: Int
  ) async throws -> [RankedDocument] {
    guard !documents.isEmpty, limit > 0 else { return [] }
    let value = try await BackendCall(endpoint, purpose: "reranker", gate: gate, client: client)
      .post(
        "rerank",
        .members([
          "model": .string(endpoint.model), "query": .string(query),
          "documents": .strings(documents), "top_n": .integer(min(limit, documents.count)),
        ]))
    var ranked: [RankedDocument] = []
    var seen: Set<Int> = []
    for item in value["results"]?.array ?? [] {
      guard let index = item["index"]?.double.flatMap({ Int(exactly: $0) }),
        documents.indices.contains(index), seen.insert(index).inserted,
        let score = (item["relevance_score"] ?? item["score"])?.double, score.isFinite
      else { throw endpoint.error(.notAnAnswer, "the answer ranks a document that was not sent") }
      ranked.append(RankedDocument(index: index, score: score))
    }
    guard !ranked.isEmpty else { throw endpoint.error(.notAnAnswer, "the answer has no results") }
    // Servers disagree whether results come sorted.
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    return Array(ranked.prefix(limit))
  }
}
