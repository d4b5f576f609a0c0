/// A request as it came over the wire.
public struct LoopbackRequest: Sendable {
  /// `POST /v1/chat/completions HTTP/1.1`
  public let line: String
  /// In the order they came, names in lower case.
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]

  public subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  public var text: String { String(decoding: body, as: UTF8.self) }

  /// Reads head lines; nil where there is none.
  static func head(_ bytes: ArraySlice<UInt8>) -> (line: String, [(name: String, value: String)])? {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    guard let line = lines.first else { return nil }
    let headers = lines.dropFirst().map { text in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      let value = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
      return (name: parts[0].lowercased(), value: value)
    }
    return (line, headers)
  }
}
