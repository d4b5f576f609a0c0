import FoundationEssentials
import Glibc
import Synchronization

/// Ctrl-C in a chat: stops the answer that is being given, or wakes the prompt.
///
/// The signal handler only writes a byte into a pipe; a thread of its own reads it there and acts.
final class Interrupts: Sendable {
  private static let signalEnd = Atomic<Int32>(-1)

  private let running = Mutex<(@Sendable () -> Void)?>(nil)
  /// Readable after a Ctrl-C at the prompt.
  private let wakeEnd: Int32
  private let notifyEnd: Int32

  init() throws(CommandFailure) {
    let signals = try Self.pipe()
    let wake = try Self.pipe()
    wakeEnd = wake.read
    notifyEnd = wake.write
    Self.signalEnd.store(signals.write, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      var byte: UInt8 = 0
      _ = write(Interrupts.signalEnd.load(ordering: .relaxed), &byte, 1)
    }
    sigaction(SIGINT, &action, nil)
    DetachedThread.start { [self] in
      var byte: UInt8 = 0
      while true {
        let n = read(signals.read, &byte, 1)
        if n == 1 { interrupt() } else if errno != EINTR { return }
      }
    }
  }

  /// Runs `work` so that Ctrl-C cancels it.
  func whileAnswering<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws
    -> T
  {
    let task = Task.detached { try await work() }
    running.withLock { $0 = { task.cancel() } }
    defer { running.withLock { $0 = nil } }
    return try await task.value
  }

  /// Waits for the keyboard; true where Ctrl-C came first.
  func cameBeforeInput() -> Bool {
    var waits = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, 2, -1) < 0 && errno == EINTR {}
    guard waits[1].revents != 0 else { return false }
    var byte: UInt8 = 0
    _ = read(wakeEnd, &byte, 1)
    return true
  }

  private func interrupt() {
    if let cancel = running.withLock({ $0 }) {
      cancel()
    } else {
      var byte: UInt8 = 0
      _ = write(notifyEnd, &byte, 1)
    }
  }

  private static func pipe() throws(CommandFailure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else {
      throw CommandFailure(.usage, "failed", String(cString: strerror(errno)))
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
