import Glibc

/// A port where connections are never taken: its queue is full, so that connecting does not come to an end.
public final class SilentListener: Sendable {
  public let port: UInt16
  private let sockets: [Int32]

  public init() throws {
    let (listener, port) = try LoopbackServer.listen(backlog: 0)
    self.port = port
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    var sockets = [listener]
    for _ in 0..<4 {
      let filler = socket(
        AF_INET,
        Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
      withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = connect(filler, $0, size) }
      }
      sockets.append(filler)
    }
    self.sockets = sockets
  }

  deinit { for socket in sockets { close(socket) } }

  public var url: String { "http://127.0.0.1:\(port)" }

  /// A port at which nothing listens.
  public static func closedPort() throws -> UInt16 {
    let (listener, port) = try LoopbackServer.listen(backlog: 1)
    close(listener)
    return port
  }
}
