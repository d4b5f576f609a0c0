import Synchronization

/// Collects what an agent reports to its operator.
final class ReasonList: Sendable {
  private let reasons = Mutex<[String]>([])

  @Sendable func append(_ reason: String) { reasons.withLock { $0.append(reason) } }

  var all: [String] { reasons.withLock { $0 } }
}
