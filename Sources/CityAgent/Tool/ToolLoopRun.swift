import CityJSON

/// One answer of a model that calls tools.
actor ToolLoopRun {
  private let loop: ToolLoop
  private let schemas: [String: ToolSchema]
  private var request: ModelRequest
  private var events: AsyncThrowingStream<ModelEvent, any Error>.AsyncIterator
  private var text = ""
  private var calls: [ModelToolCall] = []
  /// Calls made, by tool and arguments; the first of them counts.
  private var made: Set<[UInt8]> = []
  private var counts: [String: Int] = [:]

  init(_ loop: ToolLoop, _ request: ModelRequest) {
    self.loop = loop
    var schemas: [String: ToolSchema] = [:]
    for tool in loop.tools {
      schemas[tool.name] = try? ToolSchema(tool.inputSchema, tool: tool.name)
    }
    self.schemas = schemas
    var request = request
    request.tools = loop.tools.filter { schemas[$0.name] != nil }.map {
      ModelTool(name: $0.name, description: $0.description, parameters: $0.inputSchema)
    }
    self.request = request
    events = loop.backend.generate(request).makeAsyncIterator()
  }

  /// The next event; tool calls are run, not given.
  func next() async throws -> ModelEvent? {
    while true {
      var iterator = events
      let event = try await iterator.next(isolation: self)
      events = iterator
      switch event {
      case .toolCall(let call): calls.append(call)
      case .text(let piece):
        text += piece
        return event
      case .finished where !calls.isEmpty:
        try await goOn()
      default: return event
      }
    }
  }

  /// Runs the calls and asks again; without budget for that, the answer ends as if it had stopped.
  private func goOn() async throws {
    var message = ModelMessage.assistant(text)
    message.toolCalls = calls
    request.messages.append(message)
    for call in calls {
      request.messages.append(.tool(await result(of: call), for: call))
      try Task.checkCancellation()
    }
    (text, calls) = ("", [])
    guard loop.budget.take() else {
      throw AgentError(.badTool, "the model called tools until no call was left")
    }
    events = loop.backend.generate(request).makeAsyncIterator()
  }

  private func result(of call: ModelToolCall) async -> String {
    guard let tool = loop.tools.first(where: { $0.name == call.name }),
      let schema = schemas[call.name]
    else { return "error: there is no tool “\(call.name)”" }
    if let fault = schema.fault(in: call.arguments) { return "error: \(fault)" }
    guard made.insert(Array(call.name.utf8) + [0] + call.arguments.sorted.bytes).inserted else {
      return "error: this call was made before; its result stands above"
    }
    guard made.count <= ModelBudget.calls, counts[call.name, default: 0] < tool.limits.calls else {
      return "error: no further call of this tool is allowed; write the answer"
    }
    counts[call.name, default: 0] += 1
    do {
      let result = try await tool.call(call.arguments)
      guard result.utf8.count > tool.limits.bytes else { return result }
      var cut = ""
      for scalar in result.unicodeScalars {
        guard cut.utf8.count + UTF8.width(scalar) <= tool.limits.bytes else { break }
        cut.unicodeScalars.append(scalar)
      }
      return cut + "\n(cut off here)"
    } catch {
      return "error: \(error)"
    }
  }
}

extension JSONValue {
  /// The value with every object's members in the order of their keys: equal arguments look equal.
  fileprivate var sorted: JSONValue {
    switch self {
    case .array(let values): .array(values.map(\.sorted))
    case .object(let members):
      .object(
        members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
          JSONValue.Member($0.key, $0.value.sorted)
        })
    case .string, .number, .bool, .null: self
    }
  }
}
