import FoundationEssentials
import Glibc
import Synchronization

/// Ctrl-C and `kill`: remembered, so that work in hand is finished and kept.
enum StopSignal {
  private static let raised = Atomic<Bool>(false)

  static var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// From now on SIGINT and SIGTERM ask to stop; a waiting read returns at once.
  static func install() {
    // Made before the first signal: a handler must not run the initialiser.
    raised.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in StopSignal.raise() }
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  private static func raise() { raised.store(true, ordering: .relaxed) }
}
