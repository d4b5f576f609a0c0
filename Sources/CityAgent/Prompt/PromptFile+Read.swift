public import CityJSON
import CityText

extension PromptFile {
  private static let reserved = [
    "name", "variant", "version", "description", "model", "tools", "toolDefs", "config", "input",
    "output", "metadata", "ext", "raw",
  ]

  /// Reads a prompt file.
  ///
  /// - Parameters:
  ///   - name: what it is called where its front matter does not say.
  ///   - schemas: JSON Schemas that its Picoschema may name.
  /// - Throws: ``AgentError`` `.badPrompt` with file, line and what to write.
  public init(
    _ utf8: [UInt8], name: String, variant: String? = nil, path: String? = nil,
    schemas: [String: JSONValue] = [:]
  ) throws(AgentError) {
    let start = Self.headStart(utf8)
    let skipped = utf8[..<start].count { $0 == 0x0A }
    let head: FrontMatter?
    do throws(TextError) {
      head = try FrontMatter.read(Array(utf8[start...]), keepsQuotes: true)
    } catch {
      throw AgentError(
        .badPrompt, error.message, path: path, line: error.line.map { $0 + skipped })
    }
    do throws(AgentError) {
      if let head {
        let bodyStart = start + head.bodyStart
        let (body, blanks) = Self.trimmed(utf8[bodyStart...])
        let line = 1 + utf8[..<(bodyStart + blanks)].count { $0 == 0x0A }
        self.init(name: name, template: try PromptTemplate(Array(body), firstLine: line))
        try read(PromptValue.read(head.values), schemas: schemas)
      } else {
        self.init(name: name, template: try PromptTemplate(utf8))
      }
    } catch {
      throw AgentError(error.code, error.message, path: path, line: error.line)
    }
    self.variant = self.variant ?? variant
    self.path = path
  }

  private init(name: String, template: PromptTemplate) {
    self.name = name
    self.template = template
  }

  private mutating func read(
    _ values: JSONValue, schemas: [String: JSONValue]
  ) throws(AgentError) {
    raw = values
    name = values["name"]?.string ?? name
    variant = values["variant"]?.string
    model = values["model"]?.string
    tools = values["tools"]?.array?.compactMap(\.string) ?? []
    configuration = try Self.object(values, "config")
    metadata = try Self.object(values, "metadata")
    let input = try Self.object(values, "input")
    defaults = try Self.object(input, "default")
    inputSchema = try Self.schema(input, "input", schemas)
    let output = try Self.object(values, "output")
    outputFormat = output["format"]?.string
    outputSchema = try Self.schema(output, "output", schemas)
    var spaces: [JSONValue.Member] = []
    for member in values.members ?? [] where !Self.reserved.contains(member.key) {
      guard let dot = member.key.lastIndex(of: ".") else { continue }
      let space = String(member.key[..<dot])
      let field = JSONValue.Member(
        String(member.key[member.key.index(after: dot)...]), member.value)
      if let known = spaces.firstIndex(where: { $0.key == space }) {
        spaces[known].value = .object((spaces[known].value.members ?? []) + [field])
      } else {
        spaces.append(.init(space, .object([field])))
      }
    }
    extensions = .object(spaces)
  }

  private static func object(_ values: JSONValue, _ key: String) throws(AgentError) -> JSONValue {
    switch values[key] {
    case nil, .null?: return .object([])
    case .object(let members)?: return .object(members)
    default: throw AgentError(.badPrompt, "“\(key)” in the front matter must be a list of keys")
    }
  }

  private static func schema(
    _ part: JSONValue, _ name: String, _ schemas: [String: JSONValue]
  ) throws(AgentError) -> JSONValue? {
    guard let value = part["schema"], !value.isNull else { return nil }
    do throws(PicoschemaFailure) {
      return try Picoschema(named: schemas).schema(value)
    } catch {
      throw AgentError(.badPrompt, "\(name).schema: \(error.message)")
    }
  }

  /// Where the first `---` line begins: comments and empty lines may stand before it.
  private static func headStart(_ utf8: [UInt8]) -> Int {
    var start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = start
    while start < utf8.count {
      let end = utf8[start...].firstIndex(of: 0x0A) ?? utf8.count
      let line = utf8[start..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if line.starts(with: "---".utf8) { return start }
      guard line.isEmpty || line.first == UInt8(ascii: "#") else { return first }
      start = end + 1
    }
    return first
  }

  /// A body without the white space around it, and how many bytes of it stood before.
  private static func trimmed(_ body: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int) {
    var rest = body.drop { TemplateScanner.isSpace($0) }
    let blanks = rest.startIndex - body.startIndex
    while let last = rest.last, TemplateScanner.isSpace(last) { rest.removeLast() }
    return (rest, rest.isEmpty ? 0 : blanks)
  }
}
