import Glibc

/// Runs a converter: its own process group, an environment of three names, no input, a deadline, and
/// an end to all of it when the program ends, is late or writes too much.
///
/// Blocks its thread; nothing here touches the calling process but `SIGCHLD`, which it leaves alone.
struct ConverterProcess {
  var command: [String]
  /// Seconds.
  var deadline: Double
  /// Bytes of standard output kept; one more ends the program.
  var outputLimit: Int

  enum Failure: Error {
    case notStarted(String)
    case late
    case tooMuch
    /// The exit status, or 128 + signal, and the first line of standard error.
    case failed(status: Int32, message: String)
  }

  /// The program's standard output.
  func run() throws(Failure) -> [UInt8] {
    guard let program = command.first.flatMap(Self.find) else { throw .notStarted("not found") }
    var output: [Int32] = [-1, -1]
    var errors: [Int32] = [-1, -1]
    guard Self.pipe(&output) else { throw .notStarted(FileReading.reason(errno)) }
    defer { close(output[0]) }
    guard Self.pipe(&errors) else {
      close(output[1])
      throw .notStarted(FileReading.reason(errno))
    }
    defer { close(errors[0]) }
    let started = spawn(program, output: output[1], errors: errors[1])
    close(output[1])
    close(errors[1])
    switch started {
    case .failure(let failure): throw failure
    case .success(let child): return try collect(child, output: output[0], errors: errors[0])
    }
  }

  /// Where a program lies: as named where it has a `/`, else on `PATH`.
  static func find(_ program: String) -> String? {
    if program.utf8.contains(0x2F) { return access(program, X_OK) == 0 ? program : nil }
    for folder in path.split(separator: ":") {
      let place = "\(folder)/\(program)"
      var status = stat()
      if stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(place, X_OK) == 0 {
        return place
      }
    }
    return nil
  }

  /// A pipe that programs started elsewhere do not inherit. (`pipe2` is not visible from Swift; a
  /// child that another thread starts in between can hold the pipe, which `collect` does not mind.)
  private static func pipe(_ ends: inout [Int32]) -> Bool {
    guard Glibc.pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }

  private static var path: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  }

  private static var environment: [String] {
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    return ["PATH=\(path)", "HOME=\(home)", "LANG=C.UTF-8"]
  }

  private func spawn(_ program: String, output: Int32, errors: Int32) -> Result<pid_t, Failure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    // A host may block or ignore signals; a converter must not inherit that.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var arguments = command.map { strdup($0) } + [nil]
    var environment = Self.environment.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let problem = posix_spawn(&child, program, &actions, &attributes, &arguments, &environment)
    return problem == 0 ? .success(child) : .failure(.notStarted(FileReading.reason(problem)))
  }

  private func collect(_ child: pid_t, output: Int32, errors: Int32) throws(Failure) -> [UInt8] {
    var text: [UInt8] = []
    var message: [UInt8] = []
    var failure: Failure?
    var open = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    let end = Self.now + deadline
    var ended = false
    while failure == nil {
      // Once the program has ended only what is in the pipes counts: a child it left may hold them.
      ended = ended || Self.hasEnded(child)
      let left = end - Self.now
      if left <= 0, !ended {
        failure = .late
        break
      }
      let isOpen = open.contains { $0.fd >= 0 }
      if ended, !isOpen { break }
      if !isOpen {
        usleep(1000)
        continue
      }
      let ready = poll(&open, 2, ended ? 0 : Int32(min(max(left * 1000, 1), 20)))
      if ended, ready <= 0 { break }
      if ready <= 0 { continue }
      if Self.drain(&open[0], into: &text, keeping: outputLimit + 1), text.count > outputLimit {
        failure = .tooMuch
      }
      _ = Self.drain(&open[1], into: &message, keeping: 4096)
    }
    // Not reaped yet, so the group's number is still its own: this ends what the program left behind.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    let signal = status & 0x7F
    let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    guard code == 0 else {
      let text = TextLines(message).first { _ in true }.map {
        message.oneLine($0.range, limit: 200)
      }
      throw .failed(status: code, message: text ?? "no message")
    }
    return text
  }

  /// Reads what is there; false for nothing. A closed pipe's number becomes -1.
  private static func drain(_ source: inout pollfd, into bytes: inout [UInt8], keeping limit: Int)
    -> Bool
  {
    guard source.fd >= 0, source.revents != 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let got = read(source.fd, &chunk, chunk.count)
    if got < 0, errno == EINTR || errno == EAGAIN { return false }
    if got <= 0 {
      source.fd = -1
      return false
    }
    bytes += chunk[..<min(got, max(0, limit - bytes.count))]
    return true
  }

  /// Whether the program has ended; it is left to be reaped.
  private static func hasEnded(_ child: pid_t) -> Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0
      && info._sifields._kill.si_pid == child
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
