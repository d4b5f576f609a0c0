import CCurl
import Glibc
import Synchronization

/// Runs transfers: one thread, one multi handle, any number of transfers at once.
///
/// Reuses connections. libcurl is set up and the thread started by the first transfer: a program that has chosen a model
/// and does not reach it pays for neither. The thread ends with the client; most programs need ``shared`` alone.
public final class TransferClient: Sendable {
  /// The client of the process.
  public static let shared: TransferClient = TransferClient()

  let mailbox: TransferMailbox
  /// Whether the thread runs; nil before the first transfer.
  private let thread = Mutex<Bool?>(nil)
  private let lastID = Atomic<UInt64>(0)

  /// Whether libcurl's global state stands; set up once, before any thread uses it.
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  public init() {
    mailbox = TransferMailbox()
  }

  deinit {
    if hasStarted { mailbox.post(.stop) }
  }

  /// Whether the thread was started.
  var hasStarted: Bool { thread.withLock { $0 == true } }

  /// Whether the thread runs, started where it does not yet; a system that had none to give is not asked again.
  private func startThread() -> Bool {
    thread.withLock { isRunning in
      if let isRunning { return isRunning }
      let started = Self.isReady && TransferThread.start(mailbox)
      isRunning = started
      return started
    }
  }

  /// Starts a transfer; failures come when it is read.
  public func start(_ cleared: ClearedTransfer) -> Transfer {
    start(cleared, observer: { _ in })
  }

  func start(
    _ cleared: ClearedTransfer, observer: @escaping @Sendable (TransferMilestone) -> Void
  ) -> Transfer {
    let id = lastID.add(1, ordering: .relaxed).newValue
    let channel = TransferChannel(observer: observer)
    let host = cleared.address.authority
    if startThread() {
      mailbox.post(.start(id, cleared, channel))
    } else {
      channel.finish(.failure(TransferError(.library, "libcurl cannot be set up", host: host)))
    }
    return Transfer(host: host, id: id, channel: channel, client: self)
  }
}
