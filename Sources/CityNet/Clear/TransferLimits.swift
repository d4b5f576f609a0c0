/// How long a transfer may take and how much it may bring.
public struct TransferLimits: Sendable, Equatable {
  /// From the start until the connection stands, name lookup and TLS included.
  public var connect: Duration
  /// From the start until the first byte of the body.
  public var firstByte: Duration
  /// Between two pieces of the body; time in which the reader is behind does not count.
  public var idle: Duration
  /// From the start to the end, over all attempts.
  public var total: Duration
  /// Most bytes of status line and headers.
  public var headBytes: Int
  /// Most bytes of the body.
  public var bodyBytes: Int

  public init(
    connect: Duration = .seconds(10), firstByte: Duration = .seconds(60),
    idle: Duration = .seconds(30), total: Duration = .seconds(300), headBytes: Int = 64 << 10,
    bodyBytes: Int = 8 << 20
  ) {
    self.connect = connect
    self.firstByte = firstByte
    self.idle = idle
    self.total = total
    self.headBytes = headBytes
    self.bodyBytes = bodyBytes
  }
}
