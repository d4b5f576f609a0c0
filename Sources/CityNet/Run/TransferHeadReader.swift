/// Collects status line and headers, one line at a time.
struct TransferHeadReader {
  enum Step {
    case more
    case head(TransferHead)
    case tooLarge
  }

  private var status = 0
  private var headers: [TransferHead.Header] = []
  private var count = 0

  /// Takes one line with its end; an empty one ends the head.
  mutating func take(_ line: UnsafeRawBufferPointer, limit: Int) -> Step {
    count += line.count
    guard count <= limit else { return .tooLarge }
    var text = line[...]
    while let last = text.last, last == 0x0D || last == 0x0A || last == 0x20 || last == 0x09 {
      text.removeLast()
    }
    if text.starts(with: "HTTP/".utf8) {
      // An interim answer or a proxy's comes before the real one: what it said is forgotten.
      headers = []
      let digits = text.drop { $0 != 0x20 }.drop { $0 == 0x20 }.prefix(3)
      status = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      return .more
    }
    if text.isEmpty {
      return status >= 200 ? .head(TransferHead(status: status, headers: headers)) : .more
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return .more }
    let value = text[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    headers.append(
      TransferHead.Header(
        name: String(decoding: text[..<colon], as: UTF8.self).lowercased(),
        value: String(decoding: value, as: UTF8.self)))
    return .more
  }
}
