import CityAgent

/// One answer of the first model that gives one.
actor FallbackRun {
  private var waiting: [any ModelBackend]
  private let request: ModelRequest
  private var current: AsyncThrowingStream<ModelEvent, any Error>.AsyncIterator?
  private var hasBegun = false

  init(_ backends: [any ModelBackend], _ request: ModelRequest) {
    waiting = backends
    self.request = request
  }

  /// The next event; nil after the last.
  /// - Throws: the failure of the last model, or of the one that had begun.
  func next() async throws -> ModelEvent? {
    while true {
      if current == nil {
        guard !waiting.isEmpty else { return nil }
        current = waiting.removeFirst().generate(request).makeAsyncIterator()
      }
      do {
        var iterator = current!
        let event = try await iterator.next(isolation: self)
        current = iterator
        hasBegun = true
        return event
      } catch {
        if hasBegun || waiting.isEmpty || Task.isCancelled { throw error }
        current = nil
      }
    }
  }

  /// The first result that one gives; the failure of the last where none does.
  static func first<Backend, Result>(
    of backends: [Backend], _ ask: (Backend) async throws -> Result
  ) async throws -> Result {
    for backend in backends.dropLast() {
      do { return try await ask(backend) } catch { if Task.isCancelled { throw error } }
    }
    return try await ask(backends[backends.count - 1])
  }
}
