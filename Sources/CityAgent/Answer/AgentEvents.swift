import Synchronization

/// One verified sentence of an answer and the numbers of its citations.
public struct AnswerSentence: Sendable, Equatable {
  public var text: String
  public var citations: [Int]
  /// Whether a line ends after it.
  public var endsLine: Bool
}

/// What happens while a question is answered.
public enum AgentEvent: Sendable {
  case sentence(AnswerSentence)
  case citation(Citation)
  /// What was shown is withdrawn: the composed answer follows.
  case restarted
  case finished(Answer)
}

/// The events of one turn, with a bounded buffer: a slow reader slows the turn, nothing piles up.
///
/// One reader. Dropping the iterator, or cancelling the task that reads, cancels the turn.
public struct AgentEvents: AsyncSequence, Sendable {
  public typealias Element = AgentEvent
  public typealias Failure = Never

  let start: @Sendable (EventChannel) -> Task<Void, Never>

  public func makeAsyncIterator() -> Iterator {
    let channel = EventChannel(capacity: 16)
    return Iterator(channel: channel, lifetime: Lifetime(channel: channel, task: start(channel)))
  }

  public struct Iterator: AsyncIteratorProtocol {
    let channel: EventChannel
    let lifetime: Lifetime

    public mutating func next() async -> AgentEvent? {
      await withTaskCancellationHandler {
        await channel.receive()
      } onCancel: { [lifetime] in
        lifetime.end()
      }
    }
  }

  /// Ends the turn when the last copy of the iterator goes.
  final class Lifetime: Sendable {
    let channel: EventChannel
    let task: Task<Void, Never>

    init(channel: EventChannel, task: Task<Void, Never>) {
      self.channel = channel
      self.task = task
    }

    func end() {
      task.cancel()
      channel.close()
    }

    deinit { end() }
  }
}

/// A bounded queue between one producer and one consumer.
final class EventChannel: Sendable {
  private struct State {
    var buffer: [AgentEvent] = []
    var closed = false
    var receiver: CheckedContinuation<AgentEvent?, Never>?
    var sender: CheckedContinuation<Void, Never>?
  }
  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) { self.capacity = capacity }

  /// Waits while the buffer is full; returns at once when the channel is closed.
  func send(_ event: AgentEvent) async {
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
  func receive() async -> AgentEvent? {
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
