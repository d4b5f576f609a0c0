public import CityAgent
import CityJSON
public import CityNet

/// A model behind `POST /chat/completions`.
public struct ChatBackend: ModelBackend {
  public let endpoint: BackendEndpoint
  /// What it is asked for, as the audit log names it.
  public let purpose: String
  let gate: any EgressClearing
  let client: RetryingClient

  public init(
    _ endpoint: BackendEndpoint, purpose: String, gate: any EgressClearing, client: RetryingClient
  ) {
    self.endpoint = endpoint
    self.purpose = purpose
    self.gate = gate
    self.client = client
  }

  public var name: String { endpoint.name }

  public func generate(_ request: ModelRequest) -> AsyncThrowingStream<ModelEvent, any Error> {
    let run = ChatRun(self, request)
    return AsyncThrowingStream { try await run.next() }
  }
}
