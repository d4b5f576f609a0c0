public import CityAgent
import CityJSON
public import CityNet

/// A failure of a backend: what, which backend, what its host said.
///
/// Never holds a key, a question or a document.
public struct BackendError: Error, Sendable, CustomStringConvertible {
  /// Kinds of failure; new ones may be added.
  public struct Code: Sendable, Hashable {
    public let name: String
    /// A key of the configuration is missing, unknown or of the wrong kind.
    public static let badConfiguration: Code = Code(name: "bad-configuration")
    /// The transfer failed; see ``BackendError/transfer``.
    public static let transfer: Code = Code(name: "transfer")
    public static let unauthorised: Code = Code(name: "unauthorised")
    public static let notFound: Code = Code(name: "not-found")
    /// The backend does not take the request.
    public static let badRequest: Code = Code(name: "bad-request")
    /// Too many requests, or no balance.
    public static let limited: Code = Code(name: "limited")
    public static let unavailable: Code = Code(name: "unavailable")
    /// The answer is no answer of such a server: a web page, another type, broken JSON.
    public static let notAnAnswer: Code = Code(name: "not-an-answer")
    /// The answer ended before the model did.
    public static let truncated: Code = Code(name: "truncated")
    /// The backend reported a failure in the middle of an answer.
    public static let failed: Code = Code(name: "failed")
    public static let cancelled: Code = Code(name: "cancelled")
  }

  public var code: Code
  /// One sentence for a person: what is wrong and what to do.
  public var message: String
  /// The backend's name in the configuration; empty for the configuration itself.
  public var backend: String
  /// Where in the configuration's text, in bytes.
  public var offset: Int?
  /// The failure below, where there is one.
  public var transfer: TransferError?

  public init(
    _ code: Code, _ message: String, backend: String = "", offset: Int? = nil,
    transfer: TransferError? = nil
  ) {
    self.code = code
    self.message = message
    self.backend = backend
    self.offset = offset
    self.transfer = transfer
  }

  public var description: String { backend.isEmpty ? message : "\(backend): \(message)" }
}

extension BackendError: TextRefusal {
  /// The server answered and took no such request; whether the text or the request is at fault only shorter texts show.
  public var refusesText: Bool { code == .badRequest }
}

extension BackendError {
  /// A failed transfer as the backend's failure, with what its host said.
  init(_ error: TransferError, backend: BackendEndpoint) {
    let said = error.body.isEmpty ? nil : ServerComplaint.read(error.body)
    let code: Code =
      switch error.status ?? 0 {
      case _ where error.code == .cancelled: .cancelled
      case 401, 403: .unauthorised
      case 404, 405, 410: .notFound
      case 402, 429: .limited
      case 400..<500: .badRequest
      case 500...: .unavailable
      default: .transfer
      }
    let message = [error.description, said].compactMap { $0 }.joined(separator: ": ")
    var bare = error
    // It may repeat the question; what it says is in the message, shortened.
    bare.body = []
    self.init(code, backend.withoutKey(message), backend: backend.name, transfer: bare)
  }
}
