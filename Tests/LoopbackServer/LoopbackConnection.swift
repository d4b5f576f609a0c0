import Glibc
import Synchronization

/// One connection of a ``LoopbackServer``.
public final class LoopbackConnection {
  private let socket: Int32
  private weak var server: LoopbackServer?
  private var buffer: [UInt8] = []

  init(socket: Int32, server: LoopbackServer?) {
    self.socket = socket
    self.server = server
  }

  deinit { close(socket) }

  /// The next request with its body; nil where the client has gone.
  public func request() -> LoopbackRequest? {
    while true {
      if let end = headEnd, let (line, headers) = LoopbackRequest.head(buffer[..<end]) {
        let length = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
        while buffer.count < end + 4 + length {
          guard receive() else { return nil }
        }
        let request = LoopbackRequest(
          line: line, headers: headers, body: Array(buffer[(end + 4)..<(end + 4 + length)]))
        buffer.removeFirst(end + 4 + length)
        server?.note(request)
        return request
      }
      guard receive() else { return nil }
    }
  }

  private var headEnd: Int? {
    let mark = Array("\r\n\r\n".utf8)
    guard buffer.count >= 4 else { return nil }
    return (0...(buffer.count - 4)).first { buffer[$0..<($0 + 4)].elementsEqual(mark) }
  }

  private func receive() -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer += piece[..<count]
    server?.received.withLock { $0 += piece[..<count] }
    return true
  }

  /// Sends all of it; false where the client has gone.
  @discardableResult
  public func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(socket, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  public func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// A whole answer with its length.
  public func reply(
    _ status: String = "200 OK", type: String = "application/json", headers: [String] = [],
    body: String
  ) {
    let head =
      ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)"]
      + headers
    write(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// The head of an answer in chunks.
  @discardableResult
  public func beginChunks(type: String = "text/event-stream") -> Bool {
    write("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n")
  }

  @discardableResult
  public func chunk(_ text: String) -> Bool {
    write(String(text.utf8.count, radix: 16) + "\r\n" + text + "\r\n")
  }

  @discardableResult
  public func endChunks() -> Bool { write("0\r\n\r\n") }

  /// Waits until the client closes the connection.
  public func waitForClose() {
    var byte: UInt8 = 0
    while recv(socket, &byte, 1, 0) > 0 {}
  }
}
