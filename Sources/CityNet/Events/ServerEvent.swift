/// One server-sent event.
public struct ServerEvent: Sendable, Equatable {
  /// What kind it is; `message` where the host does not say.
  public var type: String
  /// Its data lines joined with line feeds; bytes, because they are JSON nearly always.
  public var data: [UInt8]
  /// The last identifier the host gave, also with an earlier event.
  public var lastID: String

  public init(type: String = "message", data: [UInt8], lastID: String = "") {
    self.type = type
    self.data = data
    self.lastID = lastID
  }
}
