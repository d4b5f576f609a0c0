import CityAgent
import CityJSON

/// The body of `POST /chat/completions` for a request, as a profile wants it.
struct ChatBody {
  let request: ModelRequest
  let endpoint: BackendEndpoint
  let names: ToolNames
  let isStreamed: Bool

  init(_ request: ModelRequest, for endpoint: BackendEndpoint) {
    self.request = request
    self.endpoint = endpoint
    let called = request.messages.flatMap { $0.toolCalls.map(\.name) }
    names = ToolNames(request.tools.map(\.name) + called)
    let profile = endpoint.profile
    isStreamed =
      profile.streamsOnly || request.isStreamed && (request.tools.isEmpty || profile.streamsTools)
  }

  var value: JSONValue {
    var body: [JSONValue.Member] = [
      .init("model", .string(endpoint.model)),
      .init("messages", .array(request.messages.map(message))),
      .init("stream", .bool(isStreamed)),
    ]
    func add(_ key: String, _ value: JSONValue?) {
      if let value { body.append(.init(key, value)) }
    }
    let profile = endpoint.profile
    if isStreamed, profile.hasStreamOptions {
      add("stream_options", .members(["include_usage": .bool(true)]))
    }
    add("temperature", request.temperature.map(Self.number))
    add("top_p", request.topP.map(Self.number))
    add(profile.tokenLimitKey, request.maximumTokens.map { .integer($0) })
    if profile.hasSeed { add("seed", request.seed.map { .integer($0) }) }
    if !request.stops.isEmpty { add("stop", .strings(request.stops)) }
    if !request.tools.isEmpty, request.toolChoice != .none || profile.hasToolChoice {
      add("tools", .array(request.tools.map(tool)))
      if profile.hasToolChoice { add("tool_choice", toolChoice) }
    }
    add("response_format", request.schema.flatMap(format))
    for member in profile.extra {
      body.removeAll { $0.key == member.key }
      body.append(member)
    }
    return .object(body)
  }

  private static func number(_ value: Double) -> JSONValue {
    var writer = JSONWriter()
    writer.double(value)
    return .number(writer.text)
  }

  private func message(_ message: ModelMessage) -> JSONValue {
    var members: [JSONValue.Member] = [.init("role", .string(message.role.rawValue))]
    // A message that only calls has no text; an empty string there is refused by some servers.
    let isNull = message.text.isEmpty && !message.toolCalls.isEmpty
    members.append(.init("content", isNull ? .null : .string(message.text)))
    if !message.toolCalls.isEmpty {
      members.append(.init("tool_calls", .array(message.toolCalls.map(call))))
    }
    if let id = message.toolCallID { members.append(.init("tool_call_id", .string(id))) }
    return .object(members)
  }

  private func call(_ call: ModelToolCall) -> JSONValue {
    .members([
      "id": .string(call.id), "type": .string("function"),
      "function": .members([
        "name": .string(names.wire(call.name)),
        // The wire wants the arguments as a text that holds JSON.
        "arguments": .string(String(decoding: call.arguments.bytes, as: UTF8.self)),
      ]),
    ])
  }

  private func tool(_ tool: ModelTool) -> JSONValue {
    .members([
      "type": .string("function"),
      "function": .members([
        "name": .string(names.wire(tool.name)), "description": .string(tool.description),
        "parameters": tool.parameters,
      ]),
    ])
  }

  private var toolChoice: JSONValue {
    switch request.toolChoice {
    case .free: .string("auto")
    case .none: .string("none")
    case .required: .string("required")
    case .named(let name):
      .members([
        "type": .string("function"),
        "function": .members(["name": .string(names.wire(name))]),
      ])
    }
  }

  private func format(_ schema: ModelSchema) -> JSONValue? {
    switch endpoint.profile.schemaForm {
    case .none: nil
    case .object: .members(["type": .string("json_object")])
    case .beside: .members(["type": .string("json_object"), "schema": schema.schema])
    case .plain:
      .members([
        "type": .string("json_schema"),
        "json_schema": .members(["name": .string(schema.name), "schema": schema.schema]),
      ])
    case .strict:
      .members([
        "type": .string("json_schema"),
        "json_schema": .members([
          "name": .string(schema.name), "strict": .bool(true), "schema": schema.schema,
        ]),
      ])
    }
  }
}
