/// A failure of a transfer: what, with which host, and what libcurl said.
///
/// Never holds a header, a body that was sent, or a key.
public struct TransferError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Kinds of failure; new ones may be added.
  public struct Code: Sendable, Hashable {
    public let name: String

    /// The address is none, or not of a kind that is sent to.
    public static let badAddress: Code = Code(name: "bad-address")
    /// A header, file or limit of the transfer cannot be used.
    public static let badTransfer: Code = Code(name: "bad-transfer")
    public static let unresolved: Code = Code(name: "unresolved")
    public static let unreachable: Code = Code(name: "unreachable")
    /// The host's address is link-local, and that was not allowed.
    public static let forbiddenAddress: Code = Code(name: "forbidden-address")
    public static let untrusted: Code = Code(name: "untrusted")
    public static let connectDeadline: Code = Code(name: "connect-deadline")
    public static let firstByteDeadline: Code = Code(name: "first-byte-deadline")
    public static let idleDeadline: Code = Code(name: "idle-deadline")
    public static let totalDeadline: Code = Code(name: "total-deadline")
    /// The connection ended before the answer did.
    public static let cut: Code = Code(name: "cut")
    public static let headTooLarge: Code = Code(name: "head-too-large")
    public static let bodyTooLarge: Code = Code(name: "body-too-large")
    /// The host answered with a status that is no success; see ``TransferError/status``.
    public static let status: Code = Code(name: "status")
    public static let redirected: Code = Code(name: "redirected")
    /// Too many transfers to this host failed; it is left alone for a while.
    public static let circuitOpen: Code = Code(name: "circuit-open")
    public static let cancelled: Code = Code(name: "cancelled")
    /// What libcurl reports and none of the others says.
    public static let library: Code = Code(name: "library")
  }

  public var code: Code
  /// One sentence for a person: what is wrong and what to do.
  public var message: String
  /// The host and port it was with; empty where there was no address.
  public var host: String
  /// The `CURLcode`, where libcurl reported one.
  public var curlCode: Int?
  /// The HTTP status, for ``Code/status`` and ``Code/redirected``.
  public var status: Int?
  /// The first bytes that the host sent with such a status: what it says of the failure.
  public var body: [UInt8] = []
  /// How long the host asked to wait before the next attempt.
  public var retryAfter: Duration?
  /// Whether the host said (`x-should-retry`) that another attempt makes sense.
  var shouldRetry: Bool?

  public init(
    _ code: Code, _ message: String, host: String = "", curlCode: Int? = nil, status: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.host = host
    self.curlCode = curlCode
    self.status = status
  }

  public var description: String { host.isEmpty ? message : "\(host): \(message)" }
}
