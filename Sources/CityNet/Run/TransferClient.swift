import CCurl
import Glibc
import Synchronization

/// Runs transfers: one thread, one multi handle, any number of transfers at once.
///
/// Reuses connections. The thread ends with the client and its last transfer; most programs need ``shared`` alone.
public final class TransferClient: Sendable {
  /// The client of the process; its thread starts with the first use.
  public static let shared: TransferClient = TransferClient()

  let mailbox: TransferMailbox
  private let isRunning: Bool
  private let lastID = Atomic<UInt64>(0)

  /// Whether libcurl's global state stands; set up once, before any thread uses it.
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  public init() {
    mailbox = TransferMailbox()
    isRunning = Self.isReady && TransferThread.start(mailbox)
  }

  deinit { mailbox.post(.stop) }

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
    if isRunning {
      mailbox.post(.start(id, cleared, channel))
    } else {
      channel.finish(.failure(TransferError(.library, "libcurl cannot be set up", host: host)))
    }
    return Transfer(host: host, id: id, channel: channel, client: self)
  }
}
