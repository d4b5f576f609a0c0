import CityText

/// Cuts a template into text and tags.
struct TemplateScanner {
  enum Kind { case comment, open, close, otherwise, partial, value }

  struct Tag {
    var kind: Kind
    /// What stands between the braces, without sigil and tildes.
    var text: [UInt8]
    var line: Int
    /// `{{~` and `~}}`: white space around the tag goes.
    var stripsBefore = false
    var stripsAfter = false
  }

  enum Piece {
    case text([UInt8])
    case tag(Tag)
  }

  private let bytes: [UInt8]
  private let firstLine: Int
  private var at = 0
  private var line: Int
  private var text: [UInt8] = []
  private var pieces: [Piece] = []

  static func scan(_ bytes: [UInt8], firstLine: Int) throws(AgentError) -> [Piece] {
    var scanner = TemplateScanner(bytes, firstLine: firstLine)
    try scanner.run()
    return scanner.pieces
  }

  private init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    line = firstLine
  }

  private mutating func run() throws(AgentError) {
    while at < bytes.count {
      if starts("\\\\{{") {
        // Two backslashes are one, and the tag counts.
        text.append(UInt8(ascii: "\\"))
        at += 2
      } else if starts("\\{{") {
        // The tag is text up to its closing braces.
        let end = ByteSearch.first(of: Array("}}".utf8), in: bytes, from: at) ?? bytes.count
        step(to: min(end + 2, bytes.count), from: at + 1)
      } else if starts("{{") {
        flush()
        try tag()
      } else {
        step(to: at + 1, from: at)
      }
    }
    flush()
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.text(text)) }
    text = []
  }

  /// Takes bytes as text and moves behind them.
  private mutating func step(to end: Int, from start: Int) {
    text += bytes[start..<end]
    line += bytes[start..<end].count { $0 == 0x0A }
    at = end
  }

  private func starts(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[at + $0] == mark.utf8Start[$0] }
  }

  private mutating func tag() throws(AgentError) {
    let start = line
    let isTriple = starts("{{{")
    at += isTriple ? 3 : 2
    var tag = Tag(kind: .value, text: [], line: start)
    if at < bytes.count, bytes[at] == UInt8(ascii: "~") {
      tag.stripsBefore = true
      at += 1
    }
    let isLong = starts("!--")
    let mark = isLong ? "--" : isTriple ? "}}}" : "}}"
    guard var end = ByteSearch.first(of: Array(mark.utf8), in: bytes, from: isLong ? at + 3 : at)
    else {
      throw Self.error("a tag that opens here is never closed", start)
    }
    if isLong {
      // A long comment ends at `--}}` or `--~}}`: braces may stand in it.
      while !Self.closes(bytes, end + 2) {
        guard let next = ByteSearch.first(of: Array("--".utf8), in: bytes, from: end + 1) else {
          throw Self.error("a comment that opens here has no --}}", start)
        }
        end = next
      }
      tag.stripsAfter = bytes[end + 2] == UInt8(ascii: "~")
      line += bytes[at..<end].count { $0 == 0x0A }
      at = end + 2 + (tag.stripsAfter ? 3 : 2)
      tag.kind = .comment
      pieces.append(.tag(tag))
      return
    }
    var inside = bytes[at..<end]
    line += inside.count { $0 == 0x0A }
    at = end + (isTriple ? 3 : 2)
    if inside.last == UInt8(ascii: "~") {
      tag.stripsAfter = true
      inside.removeLast()
    }
    try Self.sort(&tag, Self.trimmed(inside), isTriple: isTriple)
    pieces.append(.tag(tag))
  }

  private static func closes(_ bytes: [UInt8], _ at: Int) -> Bool {
    let rest = bytes[min(at, bytes.count)...]
    return rest.starts(with: "}}".utf8) || rest.starts(with: "~}}".utf8)
  }

  /// Says what kind of tag it is, by its sigil.
  private static func sort(
    _ tag: inout Tag, _ inside: ArraySlice<UInt8>, isTriple: Bool
  ) throws(AgentError) {
    tag.text = Array(inside)
    guard let first = inside.first, !isTriple else {
      if inside.isEmpty {
        throw error("a tag is empty; write what it shows, or remove it", tag.line)
      }
      return
    }
    func rest() -> [UInt8] { Array(trimmed(inside.dropFirst())) }
    switch first {
    case UInt8(ascii: "!"): tag.kind = .comment
    case UInt8(ascii: "#"):
      tag.kind = .open
      tag.text = rest()
      if let sigil = tag.text.first, sigil == UInt8(ascii: ">") || sigil == UInt8(ascii: "*") {
        throw error("partial blocks and decorators are not known; write {{> name}}", tag.line)
      }
    case UInt8(ascii: "/"):
      tag.kind = .close
      tag.text = rest()
    case UInt8(ascii: ">"):
      tag.kind = .partial
      tag.text = rest()
    case UInt8(ascii: "&"): tag.text = rest()
    case UInt8(ascii: "^"):
      guard inside.count == 1 else {
        throw error("write {{#unless x}} in place of {{^x}}", tag.line)
      }
      tag.kind = .otherwise
      tag.text = []
    case _ where inside.elementsEqual("else".utf8):
      tag.kind = .otherwise
      tag.text = []
    case _ where inside.starts(with: "else ".utf8):
      tag.kind = .otherwise
      tag.text = Array(trimmed(inside.dropFirst(5)))
    default: break
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { isSpace($0) }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  static func error(_ message: String, _ line: Int) -> AgentError {
    AgentError(.badPrompt, message, line: line)
  }
}
