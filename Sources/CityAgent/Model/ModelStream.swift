/// A model's events for one reader, until a deadline: a model that hangs, or does not heed being cancelled, holds up nothing.
final class ModelStream: Sendable {
  /// The deadline passed before the model had finished.
  struct TooSlow: Error, CustomStringConvertible {
    var description: String { "the model did not finish in time" }
  }

  private let channel = EventChannel<Result<ModelEvent, any Error>>(capacity: 16)
  private let pump: Task<Void, Never>
  private let timer: Task<Void, Never>
  private let deadline: ContinuousClock.Instant

  init(
    _ backend: any ModelBackend, _ request: ModelRequest, until deadline: ContinuousClock.Instant
  ) {
    self.deadline = deadline
    let pump = Task { [channel] in
      do {
        for try await event in backend.generate(request) { await channel.send(.success(event)) }
      } catch {
        await channel.send(.failure(error))
      }
      channel.close()
    }
    self.pump = pump
    timer = Task { [channel] in
      guard (try? await Task.sleep(until: deadline, clock: .continuous)) != nil else { return }
      pump.cancel()
      channel.close()
    }
  }

  deinit { cancel() }

  /// The next event; nil after the last.
  /// - Throws: what the model's backend throws; ``TooSlow``; `CancellationError` where the reading task is cancelled.
  func next() async throws -> ModelEvent? {
    let result = await withTaskCancellationHandler {
      await channel.receive()
    } onCancel: {
      cancel()
    }
    switch result {
    case .success(let event)?: return event
    case .failure(let error)?:
      // Cancelled by the deadline, some backends complain about that.
      if ContinuousClock.now >= deadline { throw TooSlow() }
      throw error
    case nil:
      try Task.checkCancellation()
      if ContinuousClock.now >= deadline { throw TooSlow() }
      return nil
    }
  }

  /// Ends the model's work.
  func cancel() {
    timer.cancel()
    pump.cancel()
    channel.close()
  }
}
