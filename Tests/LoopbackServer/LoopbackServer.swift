import Glibc
import Synchronization

/// A real server on 127.0.0.1 whose every connection is played by a closure on a thread of its own.
///
/// Keeps every byte it was sent, so that a test can say what did and did not reach the wire.
public final class LoopbackServer: Sendable {
  public let port: UInt16
  private let listener: Int32
  let received = Mutex<[UInt8]>([])
  private let answered = Mutex<[LoopbackRequest]>([])

  /// - Parameter play: reads and writes one connection; it is closed when this returns.
  public init(_ play: @escaping @Sendable (LoopbackConnection) -> Void) throws {
    let (listener, port) = try Self.listen(backlog: 256)
    self.listener = listener
    self.port = port
    LoopbackThread.start { [weak self] in
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else { return }
        LoopbackThread.start { [weak self] in
          play(LoopbackConnection(socket: socket, server: self))
        }
      }
    }
  }

  /// A server that answers each request, one a connection, with what the closure writes.
  public static func answering(
    _ answer: @escaping @Sendable (LoopbackRequest, LoopbackConnection) -> Void
  ) throws -> LoopbackServer {
    try LoopbackServer { connection in
      if let request = connection.request() { answer(request, connection) }
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  public var url: String { "http://127.0.0.1:\(port)" }

  /// All bytes that came, of every connection.
  public var wire: [UInt8] { received.withLock { $0 } }

  /// The requests that were read, in the order they were complete.
  public var requests: [LoopbackRequest] { answered.withLock { $0 } }

  func note(_ request: LoopbackRequest) { answered.withLock { $0.append(request) } }

  /// A socket that listens at a free port.
  static func listen(backlog: Int32) throws -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        guard bind(listener, raw, size) == 0, Glibc.listen(listener, backlog) == 0 else {
          return errno
        }
        return getsockname(listener, raw, &size) == 0 ? 0 : errno
      }
    }
    guard code == 0 else { throw LoopbackFailure(errno: code) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }
}

/// The system would not give a socket.
public struct LoopbackFailure: Error {
  public let errno: Int32

  public init(errno: Int32) { self.errno = errno }
}
