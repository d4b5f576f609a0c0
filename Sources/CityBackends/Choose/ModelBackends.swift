public import CityAgent
public import CityNet

/// The models of a program, task by task; nil where the configuration names none.
public struct ModelBackends: Sendable {
  public let writer: (any ModelBackend)?
  public let router: (any ModelBackend)?
  public let embedder: (any Embedder)?
  public let reranker: (any Reranker)?

  /// - Parameters:
  ///   - gate: what every request goes through.
  ///   - client: what runs the transfers.
  public init(
    _ configuration: ModelConfiguration, gate: any EgressClearing,
    client: TransferClient = .shared
  ) {
    var clients: [String: RetryingClient] = [:]
    for endpoint in configuration.backends {
      // One for each backend, whatever its tasks: its breaker counts all of them.
      clients[endpoint.name] = RetryingClient(
        client: client, policy: RetryPolicy(retries: endpoint.retries))
    }
    func chat(_ task: ModelTask) -> (any ModelBackend)? {
      let backends = configuration.endpoints(for: task).map {
        ChatBackend($0, purpose: task.rawValue, gate: gate, client: clients[$0.name]!)
      }
      return backends.count > 1 ? FallbackBackend(backends) : backends.first
    }
    writer = chat(.writer)
    router = chat(.router)
    let embedders = configuration.endpoints(for: .embedder).map {
      EmbeddingBackend($0, gate: gate, client: clients[$0.name]!)
    }
    embedder = embedders.count > 1 ? FallbackEmbedder(embedders) : embedders.first
    let rerankers = configuration.endpoints(for: .reranker).map {
      RerankBackend($0, gate: gate, client: clients[$0.name]!)
    }
    reranker = rerankers.count > 1 ? FallbackReranker(rerankers) : rerankers.first
  }
}
