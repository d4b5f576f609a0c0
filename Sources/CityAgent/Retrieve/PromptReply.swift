import Synchronization

/// Waits for a task no longer than a deadline, whether the task heeds its cancellation or not.
enum PromptReply<Value: Sendable>: Sendable {
  case value(Value)
  case failed(any Error)
  case late

  /// The task's end, or `.late`, which cancels it.
  /// - Parameter isShared: whether others wait for it too: then it goes on when this caller is cancelled.
  static func of(
    _ task: Task<Value, any Error>, within limit: Duration, isShared: Bool = false
  ) async -> PromptReply {
    let first = FirstReply<PromptReply>()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        first.wait(continuation)
        let clock = Task {
          try? await Task.sleep(for: limit)
          if !Task.isCancelled, first.give(.late) { task.cancel() }
        }
        Task {
          switch await task.result {
          case .success(let value): first.give(.value(value))
          case .failure(let error): first.give(.failed(error))
          }
          clock.cancel()
        }
      }
    } onCancel: {
      if !isShared { task.cancel() }
      first.give(.failed(CancellationError()))
    }
  }
}

/// Takes the first of several replies.
private final class FirstReply<Reply: Sendable>: Sendable {
  private struct State {
    var continuation: CheckedContinuation<Reply, Never>?
    /// What came before anybody waited.
    var early: Reply?
    var isDone = false
  }
  private let state = Mutex(State())

  func wait(_ continuation: CheckedContinuation<Reply, Never>) {
    let early = state.withLock { state in
      if state.early == nil { state.continuation = continuation }
      return state.early
    }
    if let early { continuation.resume(returning: early) }
  }

  /// Whether it was the first.
  @discardableResult
  func give(_ reply: Reply) -> Bool {
    let (isFirst, continuation) = state.withLock { state in
      guard !state.isDone else { return (false, nil as CheckedContinuation<Reply, Never>?) }
      state.isDone = true
      if state.continuation == nil { state.early = reply }
      return (true, state.continuation)
    }
    continuation?.resume(returning: reply)
    return isFirst
  }
}
