public import CityJSON
public import CityNet

/// What a backend wants to send; nothing of it has left yet.
///
/// The body is a JSON value, not bytes, so that the gate sees each text before anything is encoded.
public struct OutgoingRequest: Sendable, CustomStringConvertible, CustomReflectable {
  /// What it is for, as the audit log names it: `writer`, `router`, `embedder`, `reranker`.
  public var purpose: String
  /// The backend's name in the configuration.
  public var backend: String
  public var address: TransferAddress
  /// Content type, key and the like, from the configuration alone.
  public var headers: [(name: String, value: String)]
  public var body: JSONValue
  public var limits: TransferLimits
  public var route: TransferRoute

  public init(
    purpose: String, backend: String, address: TransferAddress,
    headers: [(name: String, value: String)], body: JSONValue, limits: TransferLimits,
    route: TransferRoute
  ) {
    self.purpose = purpose
    self.backend = backend
    self.address = address
    self.headers = headers
    self.body = body
    self.limits = limits
    self.route = route
  }

  /// Purpose and address alone: headers hold keys, bodies hold questions.
  public var description: String { "\(purpose): \(backend) at \(address)" }

  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// What lets requests out: the egress gate, the one way out of the program.
public protocol EgressClearing: Sendable {
  /// The transfer that may be sent, and how to read what comes back.
  /// - Throws: where it may not leave.
  func clear(_ request: OutgoingRequest) async throws -> EgressClearance
}

/// A request that may leave.
public struct EgressClearance: Sendable {
  public let transfer: ClearedTransfer
  /// What stands for personal data in it.
  public let placeholders: PlaceholderTable

  public init(transfer: ClearedTransfer, placeholders: PlaceholderTable) {
    self.transfer = transfer
    self.placeholders = placeholders
  }
}
