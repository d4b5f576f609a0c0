import CityAgentKit
import CityBackends

/// Which models a command may use: `--offline` none, `--model NAME` that one, else what the configuration names.
///
/// The environment alone chooses nothing. Nothing is parsed before a command asks.
struct ModelChoice: Sendable {
  let isOffline: Bool
  /// What `--model` names.
  let name: String?
  let configured: ConfiguredModels?

  init(_ arguments: ParsedArguments, _ configuration: Configuration) {
    isOffline = arguments.has("offline")
    name = arguments.modelName
    configured = configuration.models
  }

  /// The backends that are chosen; nil where nothing may be sent.
  /// - Throws: ``CommandFailure`` for a mistake in the configuration, and for a name that leads nowhere.
  func configuration() throws(CommandFailure) -> ModelConfiguration? {
    if isOffline { return nil }
    var chosen = try configured?.read() ?? ModelConfiguration()
    if let name { chosen = try Self.selecting(name, in: chosen) }
    return chosen.chosen.isEmpty ? nil : chosen
  }

  /// Names, models and addresses of what is chosen; empty where nothing may be sent.
  func identity() throws(CommandFailure) -> String {
    (try configuration()?.chosen ?? []).map(\.description).joined(separator: "\n")
  }

  /// A backend of the configuration, or, where it has none, a model at the address of the environment.
  static func selecting(
    _ name: String, in configuration: ModelConfiguration
  ) throws(CommandFailure) -> ModelConfiguration {
    let names = configuration.backends.map(\.name)
    guard names.contains(name) || configuration.leadsToEnvironment(Environment.value) else {
      throw unknown(name, names)
    }
    do throws(BackendError) {
      return try configuration.selecting(name, environment: Environment.value)
    } catch {
      throw .usage(error.message)
    }
  }

  /// The error of a name that leads nowhere.
  static func unknown(_ name: String, _ names: [String]) -> CommandFailure {
    let text =
      names.isEmpty
      ? Phrase.noBackends.text(name) : Phrase.noBackend.text(name, names.joined(separator: ", "))
    return .usage(text + Suggestion.hint(name, among: names))
  }
}
