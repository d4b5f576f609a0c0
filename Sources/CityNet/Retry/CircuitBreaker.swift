/// Leaves a host alone that keeps failing: a state machine without a clock of its own.
///
/// Closed until `threshold` failures in a row; then open for `pause`; then one transfer may try. Its first byte lets
/// others follow, its failure opens the breaker again. Times are durations since any fixed moment.
public struct CircuitBreaker: Sendable, Equatable {
  public enum State: Sendable, Equatable {
    case closed(failures: Int)
    case open(until: Duration)
    /// One transfer tries since a moment; should it never report, another may after a pause.
    case trying(since: Duration)
  }

  public private(set) var state: State = .closed(failures: 0)
  public let threshold: Int
  public let pause: Duration

  public init(threshold: Int = 5, pause: Duration = .seconds(30)) {
    self.threshold = threshold
    self.pause = pause
  }

  /// Whether a transfer may start now; the first one after a pause is the trial.
  public mutating func admits(at now: Duration) -> Bool {
    switch state {
    case .closed: return true
    case .open(let until):
      guard now >= until else { return false }
    case .trying(let since):
      guard now >= since + pause else { return false }
    }
    state = .trying(since: now)
    return true
  }

  /// An answer has begun: the host lives, but a cut would still be its next failure in a row.
  public mutating func answered() {
    if case .trying = state { state = .closed(failures: threshold - 1) }
  }

  public mutating func succeeded() { state = .closed(failures: 0) }

  public mutating func failed(at now: Duration) {
    switch state {
    case .closed(let failures) where failures + 1 < threshold:
      state = .closed(failures: failures + 1)
    case .closed, .trying: state = .open(until: now + pause)
    // Transfers that had started before it opened: they do not lengthen the pause.
    case .open: break
    }
  }
}
