import CityAgentKit
import CityBackends
import CityIndex
import CityJSON

/// The embedding model of a command: what `--model` and `--url` name.
///
/// The one place where a configured embedder is to be joined in.
enum EmbedderChoice {
  /// - Throws: ``CommandFailure`` where none is named.
  static func embedder(
    _ arguments: ParsedArguments, _ installation: Installation, index: KnowledgeIndex
  ) throws -> any Embedder {
    guard let model = arguments["model"] else {
      throw CommandFailure.usage(Phrase.noEmbedder.text())
    }
    var backend: [JSONValue.Member] = [
      JSONValue.Member("name", .string(model)), JSONValue.Member("model", .string(model)),
    ]
    if let url = arguments["url"] { backend.append(JSONValue.Member("url", .string(url))) }
    do throws(BackendError) {
      let configuration = try ModelConfiguration(
        .object([
          JSONValue.Member("backends", .array([.object(backend)])),
          JSONValue.Member("embedder", .array([.string(model)])),
        ]), environment: { Environment.value($0) })
      let gate = EgressGate(
        permitting: configuration.chosen.map(\.address),
        audit: EgressAuditFile(path: index.path + ".egress.jsonl"))
      guard let embedder = ModelBackends(configuration, gate: gate).embedder else {
        throw BackendError(.badConfiguration, Phrase.noEmbedder.text())
      }
      return embedder
    } catch {
      throw CommandFailure.usage(error.description)
    }
  }
}
