import CityJSON
public import CityNet

/// One backend of the configuration: where it is, which model, how it is reached.
public struct BackendEndpoint: Sendable, CustomStringConvertible, CustomReflectable {
  public var name: String
  /// The base address, as `https://host/v1`.
  public var address: TransferAddress
  public var model: String
  public var profile: BackendProfile
  public var limits: TransferLimits
  public var route: TransferRoute
  /// Most attempts after a failed one.
  public var retries: Int
  /// The variable that the key was read from; nil where none is sent.
  public var keyVariable: String?
  /// Never shown: not in descriptions, errors or dumps.
  private let key: String?

  public init(
    name: String, address: TransferAddress, model: String, profile: BackendProfile = .plain,
    limits: TransferLimits = TransferLimits(), route: TransferRoute = TransferRoute(),
    retries: Int = 2, keyVariable: String? = nil, key: String? = nil
  ) {
    self.name = name
    self.address = address
    self.model = model
    self.profile = profile
    self.limits = limits
    self.route = route
    self.retries = retries
    self.keyVariable = keyVariable
    self.key = key
  }

  /// Whether there is a key to send; it may be missing where the configuration was read only to be shown.
  public var hasKey: Bool { key?.isEmpty == false }

  public var description: String { "\(name): \(model) at \(address) (\(profile.name))" }

  public var customMirror: Mirror { Mirror(self, children: ["endpoint": description]) }

  /// Content type and key.
  var headers: [(name: String, value: String)] {
    var headers = [(name: "Content-Type", value: "application/json")]
    if let key { headers.append((name: "Authorization", value: "Bearer \(key)")) }
    return headers
  }

  /// A text without the key, which some servers repeat in their complaints.
  func withoutKey(_ text: String) -> String {
    guard let key, !key.isEmpty else { return text }
    return text.split(separator: key, omittingEmptySubsequences: false).joined(separator: "…")
  }

  func error(_ code: BackendError.Code, _ message: String) -> BackendError {
    BackendError(code, withoutKey(message), backend: name)
  }
}
