import Foundation
import Glibc
import LoopbackServer

/// `openssl s_server` with a certificate of its own for 127.0.0.1.
struct TLSPeer {
  static let program = "/usr/bin/openssl"
  static var isThere: Bool { access(program, X_OK) == 0 }

  let port: UInt16
  let certificate: String
  private let folder: String
  private let process: pid_t

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/tls-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    certificate = folder + "/cert.pem"
    let key = folder + "/key.pem"
    let maker = try Self.spawn([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=test", "-addext",
      "subjectAltName=IP:127.0.0.1",
    ])
    waitpid(maker, nil, 0)
    port = try SilentListener.closedPort()
    process = try Self.spawn([
      "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www",
      "-quiet",
    ])
    while !Self.answers(port) { usleep(10_000) }
  }

  func stop() {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Not Foundation's Process: it waits on a run loop, which the threads of tasks do not have.
  private static func spawn(_ arguments: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    // An environment of its own: other tests set variables meanwhile.
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, &words, &nothing)
    guard code == 0 else { throw LoopbackFailure(errno: code) }
    return process
  }

  private static func answers(_ port: UInt16) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) == 0 }
    }
  }
}
