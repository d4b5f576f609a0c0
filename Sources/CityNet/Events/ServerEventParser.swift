/// Reads server-sent events from pieces of bytes, by the algorithm of the WHATWG HTML standard, §9.2.6.
///
/// Lines may end in LF, CRLF or CR; pieces may be cut anywhere, also inside characters, because nothing is decoded
/// before an event is whole. An event that the stream's end cuts off is dropped, as the standard says.
public struct ServerEventParser: Sendable {
  /// The reconnection time the host last asked for, in milliseconds.
  public private(set) var retry: Int?

  private var line: [UInt8] = []
  private var type = ""
  private var data: [UInt8] = []
  private var lastID = ""
  private var endedInCR = false
  private var isFirstLine = true
  private let limit: Int

  /// - Parameter limit: most bytes of one event.
  public init(limit: Int = 4 << 20) { self.limit = limit }

  /// Takes a piece; gives the events it completed.
  ///
  /// - Throws: ``TransferError`` `.bodyTooLarge` for an event above the limit.
  /// - Complexity: O(*n*) in the bytes of the piece.
  public mutating func events(in piece: [UInt8]) throws(TransferError) -> [ServerEvent] {
    var events: [ServerEvent] = []
    var start = 0
    for i in piece.indices {
      let byte = piece[i]
      guard byte == 0x0A || byte == 0x0D else {
        endedInCR = false
        continue
      }
      if byte == 0x0A, endedInCR {
        // The second half of a CRLF, perhaps in another piece.
        endedInCR = false
        start = i + 1
        continue
      }
      endedInCR = byte == 0x0D
      line += piece[start..<i]
      start = i + 1
      if let event = endLine() { events.append(event) }
    }
    line += piece[start...]
    guard line.count + data.count <= limit else {
      throw TransferError(.bodyTooLarge, "one event of the answer is longer than \(limit) bytes")
    }
    return events
  }

  private mutating func endLine() -> ServerEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    }
    guard !line.isEmpty else { return dispatch() }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
    var value = line[min(colon + 1, line.count)...]
    if value.first == 0x20 { value = value.dropFirst() }
    field(line[..<colon], value)
    return nil
  }

  /// A comment has an empty name and is none of these.
  private mutating func field(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    if name.elementsEqual("data".utf8) {
      data += value
      data.append(0x0A)
    } else if name.elementsEqual("event".utf8) {
      type = String(decoding: value, as: UTF8.self)
    } else if name.elementsEqual("id".utf8) {
      if !value.contains(0) { lastID = String(decoding: value, as: UTF8.self) }
    } else if name.elementsEqual("retry".utf8), !value.isEmpty,
      value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
    }
  }

  private mutating func dispatch() -> ServerEvent? {
    defer {
      type = ""
      data.removeAll(keepingCapacity: true)
    }
    guard !data.isEmpty else { return nil }
    return ServerEvent(
      type: type.isEmpty ? "message" : type, data: Array(data.dropLast()), lastID: lastID)
  }
}
