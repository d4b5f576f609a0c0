import Synchronization

/// A bounded queue between one producer and one consumer.
final class EventChannel<Element: Sendable>: Sendable {
  private struct State {
    var buffer: [Element] = []
    var closed = false
    var receiver: CheckedContinuation<Element?, Never>?
    var sender: CheckedContinuation<Void, Never>?
  }
  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) { self.capacity = capacity }

  /// Waits while the buffer is full; returns at once when the channel is closed.
  func send(_ event: Element) async {
    let full: Bool = state.withLock { state in
      if state.closed { return false }
      if let receiver = state.receiver {
        state.receiver = nil
        receiver.resume(returning: event)
        return false
      }
      state.buffer.append(event)
      return state.buffer.count >= capacity
    }
    guard full else { return }
    await withCheckedContinuation { continuation in
      let resumeNow = state.withLock { state in
        if state.closed || state.buffer.count < capacity { return true }
        state.sender = continuation
        return false
      }
      if resumeNow { continuation.resume() }
    }
  }

  /// The next event; nil after the last.
  func receive() async -> Element? {
    await withCheckedContinuation { continuation in
      state.withLock { state in
        if !state.buffer.isEmpty {
          let event = state.buffer.removeFirst()
          state.sender?.resume()
          state.sender = nil
          continuation.resume(returning: event)
        } else if state.closed {
          continuation.resume(returning: nil)
        } else {
          state.receiver = continuation
        }
      }
    }
  }

  /// No more events; what is buffered is still delivered.
  func close() {
    state.withLock { state in
      state.closed = true
      state.receiver?.resume(returning: nil)
      state.receiver = nil
      state.sender?.resume()
      state.sender = nil
    }
  }
}
