import Synchronization

/// What the models of one turn may use together: time, and a number of calls.
final class ModelBudget: Sendable {
  /// Most calls in a turn, whoever makes them.
  static let calls = 8

  let deadline: ContinuousClock.Instant
  private let left: Mutex<Int>

  init(deadline: ContinuousClock.Instant, calls: Int = ModelBudget.calls) {
    self.deadline = deadline
    left = Mutex(calls)
  }

  /// Takes one call; false where none is left, or no time.
  func take() -> Bool {
    guard ContinuousClock.now < deadline else { return false }
    return left.withLock { left in
      guard left > 0 else { return false }
      left -= 1
      return true
    }
  }
}
