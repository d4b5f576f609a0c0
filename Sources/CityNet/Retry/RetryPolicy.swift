/// When a failed transfer is tried again, and after how long.
public struct RetryPolicy: Sendable, Equatable {
  /// Most attempts after the first.
  public var retries: Int
  /// Before the first retry; doubles with each further one.
  public var firstDelay: Duration
  public var longestDelay: Duration
  /// A host that asks for a longer wait is not waited for.
  public var longestAsked: Duration

  public init(
    retries: Int = 2, firstDelay: Duration = .milliseconds(500),
    longestDelay: Duration = .seconds(8), longestAsked: Duration = .seconds(120)
  ) {
    self.retries = retries
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.longestAsked = longestAsked
  }

  /// No second attempt.
  public static let never: RetryPolicy = RetryPolicy(retries: 0)

  /// Whether a failure may pass by itself: 408, 409, 429, 5xx, no connection, a deadline, a cut; the host's own word counts first.
  func mayPass(_ error: TransferError) -> Bool {
    if let said = error.shouldRetry { return said }
    switch error.code {
    case .status:
      let status = error.status ?? 0
      return status == 408 || status == 409 || status == 429 || status >= 500
    case .unresolved, .unreachable, .connectDeadline, .firstByteDeadline, .idleDeadline, .cut:
      return true
    default: return false
    }
  }

  /// How long to wait before retry number `retry` (from 0): as the host asks, else doubling, less up to a quarter.
  ///
  /// - Parameter jitter: in 0..<1, so that many clients do not come back at the same moment.
  /// - Returns: nil where the host asks for more than is waited.
  func delay(retry: Int, asked: Duration?, jitter: Double) -> Duration? {
    if let asked { return asked <= longestAsked ? asked : nil }
    let doubled = min(firstDelay * (1 << min(retry, 16)), longestDelay)
    return doubled * (1 - jitter / 4)
  }
}
