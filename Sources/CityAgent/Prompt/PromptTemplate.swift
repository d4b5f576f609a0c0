import CityJSON

/// A parsed template: the Handlebars subset of Dotprompt.
///
/// Values, `#if`, `#unless`, `#each`, `#with`, `#ifEquals`, `#unlessEquals`, the helpers `role`, `history`, `media`, `json` and
/// `section`, partials, comments, `~`. Anything else is an error with its line, when the file is read. A value is
/// put into the result as a text of its own: it is never read again, and cannot become a tag or a role.
public struct PromptTemplate: Sendable {
  let nodes: [TemplateNode]
  /// The names of the partials it calls, in the order of their first call, with the line.
  let partials: [(name: String, line: Int)]

  /// - Parameters:
  ///   - utf8: the template.
  ///   - firstLine: the line of its file that it begins in.
  /// - Throws: ``AgentError`` `.badPrompt` with the line and what to write.
  public init(_ utf8: [UInt8], firstLine: Int = 1) throws(AgentError) {
    var pieces = try TemplateScanner.scan(utf8, firstLine: firstLine)
    let indents = TemplateWhitespace.strip(&pieces)
    var parser = TemplateParser(pieces, indents: indents)
    nodes = try parser.document()
    partials = parser.partials
  }
}

/// Builds the tree of a template from its pieces.
struct TemplateParser {
  private let pieces: [TemplateScanner.Piece]
  private let indents: [Int: String]
  private var at = 0
  private(set) var partials: [(name: String, line: Int)] = []

  /// Blocks in blocks: more would exhaust the stack.
  private static let depthLimit = 64

  init(_ pieces: [TemplateScanner.Piece], indents: [Int: String]) {
    self.pieces = pieces
    self.indents = indents
  }

  mutating func document() throws(AgentError) -> [TemplateNode] {
    let nodes = try nodes(depth: 0)
    guard at == pieces.count else {
      guard case .tag(let tag) = pieces[at] else { return nodes }
      throw TemplateScanner.error(
        tag.kind == .close
          ? "{{/\(String(decoding: tag.text, as: UTF8.self))}} closes nothing"
          : "{{else}} stands in no block", tag.line)
    }
    return nodes
  }

  /// Nodes up to the end, or to a tag that closes or divides a block.
  private mutating func nodes(depth: Int) throws(AgentError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while at < pieces.count {
      let place = at
      switch pieces[at] {
      case .text(let bytes):
        at += 1
        if !bytes.isEmpty { nodes.append(.text(String(decoding: bytes, as: UTF8.self))) }
      case .tag(let tag):
        if tag.kind == .close || tag.kind == .otherwise { return nodes }
        at += 1
        if let node = try node(tag, place, depth: depth) { nodes.append(node) }
      }
    }
    return nodes
  }

  private mutating func node(
    _ tag: TemplateScanner.Tag, _ place: Int, depth: Int
  ) throws(AgentError) -> TemplateNode? {
    switch tag.kind {
    case .open:
      let call = try TemplateCallReader.call(tag.text, line: tag.line)
      return try block(call, closedBy: call.name, depth: depth + 1)
    case .partial:
      let call = try TemplateCallReader.call(tag.text, line: tag.line)
      if !partials.contains(where: { $0.name == call.name }) {
        partials.append((call.name, tag.line))
      }
      return .partial(call, indent: indents[place] ?? "")
    case .value:
      // `{{history}}` looks like a value: the name of a helper is one.
      if let value = try TemplateCallReader.value(tag.text, line: tag.line) {
        guard case .path(0, false, let parts) = value, parts.count == 1,
          TemplateHelper(rawValue: parts[0]) != nil
        else { return .value(value) }
      }
      let call = try TemplateCallReader.call(tag.text, line: tag.line)
      try TemplateHelper.check(call)
      return .helper(call)
    case .comment, .close, .otherwise: return nil
    }
  }

  /// The rest of a block, from behind its opening tag to behind the one that closes `name`.
  private mutating func block(
    _ call: TemplateCall, closedBy name: String, depth: Int
  ) throws(AgentError) -> TemplateNode {
    guard depth < Self.depthLimit else {
      throw TemplateScanner.error("blocks are nested too deeply", call.line)
    }
    try TemplateBlock.check(call)
    let body = try nodes(depth: depth)
    var inverse: [TemplateNode] = []
    if at < pieces.count, case .tag(let tag) = pieces[at], tag.kind == .otherwise {
      at += 1
      guard tag.text.isEmpty else {
        // `{{else if x}}` is a block of its own that the same tag closes.
        let chained = try TemplateCallReader.call(tag.text, line: tag.line)
        let node = try block(chained, closedBy: name, depth: depth + 1)
        return .block(call, body: body, inverse: [node])
      }
      inverse = try nodes(depth: depth)
    }
    guard at < pieces.count, case .tag(let tag) = pieces[at], tag.kind == .close,
      tag.text.elementsEqual(name.utf8)
    else { throw TemplateScanner.error("{{#\(name)}} is not closed by {{/\(name)}}", call.line) }
    at += 1
    return .block(call, body: body, inverse: inverse)
  }
}
