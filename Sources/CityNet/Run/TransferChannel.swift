import Synchronization

/// What the transfer thread and the reader of one transfer share: a bounded buffer of bytes.
final class TransferChannel: Sendable {
  /// Bytes the reader may be behind; above it the transfer is held back.
  static let capacity = 256 << 10

  private struct State {
    var head: TransferHead?
    var buffer: [UInt8] = []
    /// How it ended; nil while it runs.
    var ending: Result<Void, TransferError>?
    var isHeld = false
    var isAnswered = false
    var waiting: [CheckedContinuation<Void, Never>] = []

    mutating func wake() {
      for reader in waiting { reader.resume() }
      waiting.removeAll(keepingCapacity: true)
    }
  }
  private let state = Mutex(State())
  private let observer: @Sendable (TransferMilestone) -> Void

  init(observer: @escaping @Sendable (TransferMilestone) -> Void) { self.observer = observer }

  // MARK: the transfer thread

  func deliver(_ head: TransferHead) {
    state.withLock { $0.head = head }
  }

  /// Takes bytes; false where the buffer is full: the same bytes must come again.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    state.withLock { state in
      guard state.buffer.count < Self.capacity else {
        state.isHeld = true
        return false
      }
      if !state.isAnswered, let head = state.head {
        state.isAnswered = true
        observer(.answered(status: head.status))
      }
      state.buffer.append(contentsOf: bytes)
      state.wake()
      return true
    }
  }

  /// Ends the transfer; what is buffered can still be read.
  func finish(_ ending: Result<Void, TransferError>) {
    state.withLock { state in
      guard state.ending == nil else { return }
      switch ending {
      case .success: observer(.ended(status: state.head?.status ?? 0))
      case .failure(let error): observer(.failed(error))
      }
      state.ending = ending
      state.wake()
    }
  }

  // MARK: the reader

  /// Ends the transfer from the reader's side; false where it had ended.
  func abandon(_ error: TransferError) -> Bool {
    state.withLock { state in
      guard state.ending == nil else { return false }
      state.ending = .failure(error)
      state.buffer = []
      state.wake()
      return true
    }
  }

  enum Taken {
    /// Nothing yet: wait.
    case nothing
    /// Bytes; `wasHeld` where the transfer thread must be told to go on.
    case bytes([UInt8], wasHeld: Bool)
    case end
    case failed(TransferError)
  }

  /// All bytes that are there.
  func take() -> Taken {
    state.withLock { state in
      if !state.buffer.isEmpty {
        let wasHeld = state.isHeld
        state.isHeld = false
        var bytes: [UInt8] = []
        swap(&bytes, &state.buffer)
        return .bytes(bytes, wasHeld: wasHeld)
      }
      return switch state.ending {
      case nil: .nothing
      case .success: .end
      case .failure(let error): .failed(error)
      }
    }
  }

  /// The head, once the first byte of the body or the end is there too.
  func readyHead() -> Result<TransferHead, TransferError>? {
    state.withLock { state in
      if case .failure(let error) = state.ending, state.buffer.isEmpty { return .failure(error) }
      guard let head = state.head, state.ending != nil || !state.buffer.isEmpty else { return nil }
      return .success(head)
    }
  }

  /// Returns when bytes or the end have come.
  func change() async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.ending != nil || !state.buffer.isEmpty { return true }
        state.waiting.append(continuation)
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}
