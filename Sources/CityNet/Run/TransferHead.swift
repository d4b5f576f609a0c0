/// Status and headers of an answer.
public struct TransferHead: Sendable, Equatable {
  public let status: Int
  /// In the order they came, names in lower case.
  public let headers: [Header]

  public struct Header: Sendable, Equatable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(status: Int, headers: [Header]) {
    self.status = status
    self.headers = headers
  }

  /// The value of the first header of a name, given in lower case.
  public subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
