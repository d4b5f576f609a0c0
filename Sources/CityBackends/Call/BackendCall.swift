import CityAgent
import CityJSON
import CityNet

/// One request whose whole answer is a JSON object.
struct BackendCall {
  private let endpoint: BackendEndpoint
  private let purpose: String
  private let gate: any EgressClearing
  private let client: RetryingClient

  init(
    _ endpoint: BackendEndpoint, purpose: String, gate: any EgressClearing, client: RetryingClient
  ) {
    self.endpoint = endpoint
    self.purpose = purpose
    self.gate = gate
    self.client = client
  }

  func post(_ path: String, _ body: JSONValue) async throws -> JSONValue {
    do {
      let clearance = try await gate.clear(
        OutgoingRequest(
          purpose: purpose, backend: endpoint.name, address: endpoint.address.appending(path),
          headers: endpoint.headers + [("Accept", "application/json")], body: body,
          limits: endpoint.limits, route: endpoint.route))
      let bytes = try await client.whole(clearance.transfer).body
      let value: JSONValue
      do throws(JSONFailure) {
        value = try JSONScanner.read(bytes)
      } catch {
        throw endpoint.error(.notAnAnswer, ChatReader.complaint(about: bytes, error))
      }
      if let complaint = ServerComplaint.message(in: value) {
        throw endpoint.error(.failed, "the backend reports a failure: \(complaint)")
      }
      return value
    } catch let error as TransferError {
      throw BackendError(error, backend: endpoint)
    }
  }
}
