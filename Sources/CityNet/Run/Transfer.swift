/// A running transfer: its head, then the pieces of its body.
///
/// One reader. Dropping the last reference, ``cancel()``, or cancelling the task that reads ends the transfer and
/// closes its connection at once. A reader that falls behind holds the host back; nothing piles up.
public final class Transfer: Sendable {
  /// The host and port it is with.
  public let host: String
  private let id: UInt64
  private let channel: TransferChannel
  private let client: TransferClient

  init(host: String, id: UInt64, channel: TransferChannel, client: TransferClient) {
    self.host = host
    self.id = id
    self.channel = channel
    self.client = client
  }

  deinit { cancel() }

  /// The head of the answer, once the first byte of its body, or its end, has come too.
  ///
  /// So that a failure before the first byte is known before anything is handed on.
  public func head() async throws(TransferError) -> TransferHead {
    while true {
      if let head = channel.readyHead() { return try head.get() }
      await change()
    }
  }

  /// The bytes that have come since the last call; nil at the end. Pieces may be cut inside characters.
  public func next() async throws(TransferError) -> [UInt8]? {
    while true {
      switch channel.take() {
      case .nothing: await change()
      case .bytes(let bytes, let wasHeld):
        if wasHeld { client.mailbox.post(.resume(id)) }
        return bytes
      case .end: return nil
      case .failed(let error): throw error
      }
    }
  }

  /// The rest of the body.
  public func rest() async throws(TransferError) -> [UInt8] {
    var whole: [UInt8] = []
    while let piece = try await next() { whole += piece }
    return whole
  }

  /// Ends the transfer; its reader gets `.cancelled`.
  public func cancel() {
    let error = TransferError(.cancelled, "the transfer was cancelled", host: host)
    if channel.abandon(error) { client.mailbox.post(.cancel(id)) }
  }

  private func change() async {
    await withTaskCancellationHandler {
      await channel.change()
    } onCancel: {
      cancel()
    }
  }
}
