public import CityAgent
import CityJSON
public import CityNet

extension ModelBackends {
  /// The models of a configuration behind a gate that lets out requests to its chosen backends' hosts alone.
  /// - Parameter audit: where each request gets its line before it leaves.
  public init(
    _ configuration: ModelConfiguration, audit: any EgressAudit, client: TransferClient = .shared
  ) {
    let gate = EgressGate(permitting: configuration.chosen.map(\.address), audit: audit)
    self.init(configuration, gate: gate, client: client)
  }

  /// What an agent is given; nil where no model writes or routes.
  /// - Parameter prompts: read only where one does.
  public func agentModels(prompts: () throws -> PromptFolder) rethrows -> AgentModels? {
    guard writer != nil || router != nil else { return nil }
    return AgentModels(writer: writer, router: router, prompts: try prompts())
  }
}

extension ModelConfiguration {
  /// Reads the text of the `models` key.
  /// - Throws: ``BackendError`` `.badConfiguration` with the place and what to write.
  public init(
    json text: some StringProtocol, folder: String? = nil, environment: Environment
  ) throws(BackendError) {
    let value: JSONValue
    do throws(JSONFailure) {
      value = try JSONScanner.read(Array(text.utf8))
    } catch {
      throw BackendError(
        .badConfiguration, "models is not JSON: \(error.message)", offset: error.offset)
    }
    try self.init(value, folder: folder, environment: environment)
  }
}
