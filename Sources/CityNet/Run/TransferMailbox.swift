import CCurl
import Glibc
import Synchronization

/// What other threads tell the transfer thread.
final class TransferMailbox: Sendable {
  enum Command: Sendable {
    case start(UInt64, ClearedTransfer, TransferChannel)
    /// The reader has caught up.
    case resume(UInt64)
    /// The reader has gone.
    case cancel(UInt64)
    case stop
  }

  /// An eventfd in the thread's epoll set: a command is seen at once, not at the next event of a socket.
  let bell: Int32
  private let waiting = Mutex<[Command]>([])

  init() { bell = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC)) }

  deinit { close(bell) }

  func post(_ command: Command) {
    let isFirst = waiting.withLock { waiting in
      waiting.append(command)
      return waiting.count == 1
    }
    guard isFirst else { return }
    var one: UInt64 = 1
    _ = write(bell, &one, 8)
  }

  /// All commands since the last call.
  func take() -> [Command] {
    var rung: UInt64 = 0
    // Read before taking: a command that comes in between rings again.
    _ = read(bell, &rung, 8)
    return waiting.withLock { waiting in
      var taken: [Command] = []
      swap(&taken, &waiting)
      return taken
    }
  }
}
