import CityIndex
import Synchronization

/// Collects problems from a callback.
final class ProblemList: Sendable {
  private let problems = Mutex<[IndexError]>([])

  func append(_ problem: IndexError) { problems.withLock { $0.append(problem) } }

  var all: [IndexError] { problems.withLock { $0 } }
}
