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

  let start: @Sendable (EventChannel<AgentEvent>) -> Task<Void, Never>

  public func makeAsyncIterator() -> Iterator {
    let channel = EventChannel<AgentEvent>(capacity: 16)
    return Iterator(channel: channel, lifetime: Lifetime(channel: channel, task: start(channel)))
  }

  public struct Iterator: AsyncIteratorProtocol {
    let channel: EventChannel<AgentEvent>
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
    let channel: EventChannel<AgentEvent>
    let task: Task<Void, Never>

    init(channel: EventChannel<AgentEvent>, task: Task<Void, Never>) {
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
