import CityAgentKit
import CityBackends
import CityJSON
import CityNet

/// The embedding model of a command: the server that `--url` names, a backend of the configuration that `--model` names,
/// or the configuration's embedder.
enum EmbedderChoice {
  /// - Throws: ``CommandFailure`` where none is named, and for a mistake in the configuration.
  static func embedder(
    _ arguments: ParsedArguments, _ installation: Installation
  ) throws(CommandFailure) -> any Embedder {
    let configured = try installation.configuration.models?.read() ?? ModelConfiguration()
    guard let model = arguments["model"] else {
      guard
        let embedder = ModelBackends(configured, audit: installation.audit).embedder,
        arguments["url"] == nil
      else { throw .usage(Phrase.noEmbedder.text()) }
      return embedder
    }
    let known = configured.backends.first { $0.name == model }
    let endpoint: BackendEndpoint
    if let known, arguments["url"] == nil {
      endpoint = known
    } else {
      // Nothing goes to a server that was not meant because a name was mistyped or an address left out.
      if arguments["url"] == nil, !configured.backends.isEmpty {
        throw ModelChoice.unknown(model, configured.backends.map(\.name))
      }
      guard let url = arguments["url"] ?? Environment.value("OPENAI_BASE_URL"), !url.isEmpty else {
        throw .usage(Phrase.noEmbedder.text())
      }
      endpoint = try named(model, at: url)
    }
    return EmbeddingBackend(
      endpoint,
      gate: EgressGate(permitting: [endpoint.address], audit: installation.audit),
      client: RetryingClient(client: .shared, policy: RetryPolicy(retries: endpoint.retries)))
  }

  private static func named(
    _ model: String, at url: String
  ) throws(CommandFailure) -> BackendEndpoint {
    let backend: [JSONValue.Member] = [
      JSONValue.Member("name", .string(model)), JSONValue.Member("model", .string(model)),
      JSONValue.Member("url", .string(url)),
    ]
    do throws(BackendError) {
      let configuration = try ModelConfiguration(
        .object([JSONValue.Member("backends", .array([.object(backend)]))]),
        environment: { Environment.value($0) })
      return configuration.backends[0]
    } catch {
      throw .usage(error.description)
    }
  }
}
