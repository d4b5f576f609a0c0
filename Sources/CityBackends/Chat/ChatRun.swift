import CityAgent
import CityNet

/// One answer of a model on its way: pulled event by event, so that a slow reader slows the host.
actor ChatRun {
  private let backend: ChatBackend
  private let request: ModelRequest
  private var reader: ChatReader
  private var placeholders = PlaceholderTable()
  private var restorer = PlaceholderRestorer(PlaceholderTable())
  private var parser = ServerEventParser()
  /// The rest of a stream; kept to the end, so that its connection can be used again.
  private var transfer: Transfer?
  private var ready: [ModelEvent] = []
  private var isStarted = false
  private var isEnded = false
  private var failure: (any Error)?

  init(_ backend: ChatBackend, _ request: ModelRequest) {
    self.backend = backend
    self.request = request
    reader = ChatReader(endpoint: backend.endpoint, names: ToolNames([]))
  }

  /// The next event; nil after the last. What came before a failure is given before it.
  func next() async throws -> ModelEvent? {
    while ready.isEmpty, !isEnded, failure == nil {
      do {
        if isStarted {
          try await read()
        } else {
          isStarted = true
          try await start()
        }
      } catch let error as TransferError {
        // Whatever breaks after the model has stopped takes nothing away but the usage.
        if reader.hasFinished, error.code != .cancelled {
          do { try end() } catch { failure = error }
        } else {
          failure = BackendError(error, backend: backend.endpoint)
        }
      } catch {
        failure = error
      }
    }
    if !ready.isEmpty { return ready.removeFirst() }
    if let failure {
      isEnded = true
      self.failure = nil
      throw failure
    }
    return nil
  }

  private func start() async throws {
    let endpoint = backend.endpoint
    let body = ChatBody(request, for: endpoint)
    let accept = body.isStreamed ? "text/event-stream, application/json" : "application/json"
    let clearance = try await backend.gate.clear(
      OutgoingRequest(
        purpose: backend.purpose, backend: endpoint.name,
        address: endpoint.address.appending("chat/completions"),
        headers: endpoint.headers + [("Accept", accept)], body: body.value,
        limits: endpoint.limits, route: endpoint.route))
    placeholders = clearance.placeholders
    restorer = PlaceholderRestorer(placeholders)
    reader = ChatReader(endpoint: endpoint, names: body.names)
    guard body.isStreamed else {
      return try take(whole: try await backend.client.whole(clearance.transfer).body)
    }
    let opened = try await backend.client.open(clearance.transfer)
    if (opened.head["content-type"] ?? "").lowercased().hasPrefix("text/event-stream") {
      transfer = opened.transfer
    } else {
      // A server or proxy that does not stream.
      try take(whole: try await opened.transfer.rest())
    }
  }

  private func read() async throws {
    guard let piece = try await transfer?.next() else { return try end() }
    for event in try parser.events(in: piece) { give(try reader.take(event)) }
    if reader.isDone { try end() }
  }

  private func take(whole body: [UInt8]) throws {
    give(try reader.take(whole: body))
    try end()
  }

  private func end() throws {
    isEnded = true
    let last = try reader.end()
    let held = restorer.finish()
    if !held.isEmpty { ready.append(.text(held)) }
    give(last)
  }

  /// Puts personal data back in the place of its placeholders.
  private func give(_ events: [ModelEvent]) {
    for event in events {
      switch event {
      case .text(let text):
        let restored = restorer.restore(text)
        if !restored.isEmpty { ready.append(.text(restored)) }
      case .toolCall(var call):
        call.arguments = placeholders.restored(call.arguments)
        ready.append(.toolCall(call))
      case .usage, .finished: ready.append(event)
      }
    }
  }
}
