/// Names of tools as the wire takes them: letters, digits, `_` and `-`, at most 64.
///
/// Tools of MCP may have dots and be longer; each gets a name of its own, and calls come back under the tool's.
struct ToolNames {
  private var pairs: [(tool: String, wire: String)] = []

  init(_ tools: [String]) {
    for tool in tools where !pairs.contains(where: { $0.tool == tool }) {
      let plain = String(
        decoding: tool.utf8.map { Self.isPlain($0) ? $0 : UInt8(ascii: "_") }.prefix(64),
        as: UTF8.self)
      var wire = plain
      var number = 2
      while wire.isEmpty || pairs.contains(where: { $0.wire == wire }) {
        wire = "\(plain.prefix(60))_\(number)"
        number += 1
      }
      pairs.append((tool, wire))
    }
  }

  func wire(_ tool: String) -> String { pairs.first { $0.tool == tool }?.wire ?? tool }

  /// The tool of a name on the wire; a name that was never sent stays as it is.
  func tool(_ wire: String) -> String { pairs.first { $0.wire == wire }?.tool ?? wire }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
