import CityJSON

/// A template at work on data; what it makes is a list of pieces, never a text to be read again.
struct TemplateRun {
  private let root: JSONValue
  /// What `@name` finds outside of loops.
  private let data: JSONValue
  private let partials: [String: PromptTemplate]
  /// The values that `this` and `../` mean, the outermost first.
  private var contexts: [JSONValue]
  /// `@index`, `@key`, `@first`, `@last` of the loops around, the outermost first.
  private var loops: [JSONValue] = []
  private var depth = 0
  private(set) var pieces: [PromptPiece] = []

  /// Partials in partials: more is one that calls itself.
  private static let depthLimit = 32

  init(_ input: JSONValue, data: JSONValue, partials: [String: PromptTemplate]) {
    root = input
    self.data = data
    self.partials = partials
    contexts = [input]
  }

  mutating func run(_ nodes: [TemplateNode]) throws(AgentError) {
    for node in nodes {
      switch node {
      case .text(let text): add(text)
      case .value(let argument): add(PromptValue.text(value(of: argument)))
      case .helper(let call): help(call)
      case .block(let call, let body, let inverse): try block(call, body, inverse)
      case .partial(let call, let indent): try partial(call, indent: indent)
      }
    }
  }

  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    if case .text(let before)? = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(.text(text))
    }
  }

  // MARK: values

  private func value(of argument: TemplateArgument) -> JSONValue {
    switch argument {
    case .literal(let value): return value
    case .path(let up, false, let parts):
      guard up < contexts.count else { return .null }
      return Self.find(parts[...], in: contexts[contexts.count - 1 - up])
    case .path(let up, true, let parts):
      guard let name = parts.first else { return .null }
      if name == "root" { return Self.find(parts.dropFirst(), in: root) }
      for loop in loops.dropLast(up).reversed() where loop[name] != nil {
        return Self.find(parts[...], in: loop)
      }
      return Self.find(parts[...], in: data)
    }
  }

  private static func find(_ parts: ArraySlice<String>, in value: JSONValue) -> JSONValue {
    var value = value
    for part in parts {
      switch value {
      case .object: value = value[part] ?? .null
      case .array(let values):
        if part == "length" {
          value = .integer(values.count)
        } else if let index = Int(part), values.indices.contains(index) {
          value = values[index]
        } else {
          return .null
        }
      default: return .null
      }
    }
    return value
  }

  // MARK: helpers

  private mutating func help(_ call: TemplateCall) {
    func named(_ name: String) -> JSONValue? {
      call.named.first { $0.name == name }.map { value(of: $0.value) }
    }
    switch TemplateHelper(rawValue: call.name) {
    case .role:
      if case .literal(.string(let name)) = call.arguments[0], let role = TemplateHelper.roles[name]
      {
        pieces.append(.role(role))
      }
    case .history: pieces.append(.history)
    case .media:
      let type = named("contentType").map(PromptValue.text) ?? ""
      pieces.append(
        .part(
          .media(
            url: named("url").map(PromptValue.text) ?? "", contentType: type.isEmpty ? nil : type)))
    case .json:
      let indent = named("indent")?.double.flatMap { Int(exactly: $0) } ?? 0
      add(PromptValue.json(value(of: call.arguments[0]), indent: min(max(indent, 0), 10)))
    case .section: pieces.append(.part(.section(PromptValue.text(value(of: call.arguments[0])))))
    case nil: break
    }
  }

  // MARK: blocks

  private mutating func block(
    _ call: TemplateCall, _ body: [TemplateNode], _ inverse: [TemplateNode]
  ) throws(AgentError) {
    let first = value(of: call.arguments[0])
    switch TemplateBlock(rawValue: call.name) {
    case .if: try run(isTrue(first, call) ? body : inverse)
    case .unless: try run(isTrue(first, call) ? inverse : body)
    case .ifEquals:
      try run(PromptValue.areEqual(first, value(of: call.arguments[1])) ? body : inverse)
    case .unlessEquals:
      try run(PromptValue.areEqual(first, value(of: call.arguments[1])) ? inverse : body)
    case .with:
      // Handlebars counts 0 as something to be with.
      if case .number = first {} else if PromptValue.isFalse(first) { return try run(inverse) }
      try run(body, with: first)
    case .each: try each(first, body, inverse)
    case nil: break
    }
  }

  private func isTrue(_ value: JSONValue, _ call: TemplateCall) -> Bool {
    if case .number = value, let zero = call.named.first(where: { $0.name == "includeZero" }),
      !PromptValue.isFalse(self.value(of: zero.value))
    {
      return true
    }
    return !PromptValue.isFalse(value)
  }

  private mutating func run(
    _ nodes: [TemplateNode], with context: JSONValue
  ) throws(AgentError) {
    contexts.append(context)
    defer { contexts.removeLast() }
    try run(nodes)
  }

  private mutating func each(
    _ value: JSONValue, _ body: [TemplateNode], _ inverse: [TemplateNode]
  ) throws(AgentError) {
    let items: [(key: JSONValue, value: JSONValue)] =
      switch value {
      case .array(let values): values.enumerated().map { (.integer($0), $1) }
      case .object(let members): members.map { (.string($0.key), $0.value) }
      default: []
      }
    if items.isEmpty { return try run(inverse) }
    for (index, item) in items.enumerated() {
      loops.append(
        .members([
          "index": .integer(index), "key": item.key, "first": .bool(index == 0),
          "last": .bool(index == items.count - 1),
        ]))
      defer { loops.removeLast() }
      try run(body, with: item.value)
    }
  }

  // MARK: partials

  private mutating func partial(_ call: TemplateCall, indent: String) throws(AgentError) {
    guard let template = partials[call.name] else {
      throw TemplateScanner.error("there is no partial “\(call.name)”", call.line)
    }
    guard depth < Self.depthLimit else {
      throw TemplateScanner.error("the partial “\(call.name)” calls itself", call.line)
    }
    var context = call.arguments.first.map { value(of: $0) } ?? contexts[contexts.count - 1]
    if !call.named.isEmpty {
      var members = context.members ?? []
      for (name, argument) in call.named {
        members.removeAll { $0.key == name }
        members.append(.init(name, value(of: argument)))
      }
      context = .object(members)
    }
    var inner = self
    inner.contexts = [context]
    inner.pieces = []
    inner.depth += 1
    try inner.run(template.nodes)
    var isLineStart = true
    for piece in inner.pieces {
      if case .text(let text) = piece {
        add(indent.isEmpty ? text : Self.indented(text, by: indent, isLineStart: &isLineStart))
      } else {
        pieces.append(piece)
      }
    }
  }

  /// A text with an indentation before each of its lines, but for an empty last one.
  private static func indented(
    _ text: String, by indent: String, isLineStart: inout Bool
  ) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      if isLineStart { out += Array(indent.utf8) }
      out.append(byte)
      isLineStart = byte == 0x0A
    }
    return String(decoding: out, as: UTF8.self)
  }
}
