/// What went wrong in triage, where, and what to do.
public struct TriageError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case badInput = "bad-input"
    case badTable = "bad-table"
    case badModel = "bad-model"
    case badOrders = "bad-orders"
    case notFound = "not-found"
    case notAllowed = "not-allowed"
    case unwritable
  }

  public var code: Code
  /// What is wrong and what to do, in English.
  public var message: String
  public var path: String?
  public var line: Int?

  public init(_ code: Code, _ message: String, path: String? = nil, line: Int? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.line = line
  }

  public var description: String {
    let place = path.map { path in line.map { "\(path):\($0): " } ?? "\(path): " } ?? ""
    return place + message
  }
}
