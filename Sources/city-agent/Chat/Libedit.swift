import FoundationEssentials
import Glibc
import Synchronization

/// Line editing and history through libedit's readline interface, loaded where it is installed.
///
/// The callback form is used, not `readline()`: the wait for a key is this program's own, so that
/// Ctrl-C can end it.
final class Libedit: LineSource {
  private typealias LineCallback = @convention(c) (UnsafeMutablePointer<CChar>?) -> Void
  private typealias Install = @convention(c) (UnsafePointer<CChar>, LineCallback) -> Void
  private typealias Action = @convention(c) () -> Void
  private typealias Text = @convention(c) (UnsafePointer<CChar>) -> Int32

  static let libraryName = "libedit.so.2"

  /// What the callback was given; libedit has one line at a time, and so has this.
  private static let received = Mutex<LineEvent?>(nil)

  private let interrupts: Interrupts
  private let historyPath: String
  private let install: Install
  private let readKey: Action
  private let remove: Action
  private let addHistory: Text
  private let writeHistory: Text
  private var lastLine = ""

  /// Nil where the library or one of its functions is missing.
  init?(interrupts: Interrupts, historyPath: String) {
    guard let library = dlopen(Self.libraryName, RTLD_NOW) else { return nil }
    func function<T>(_ name: String, as type: T.Type) -> T? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let install = function("rl_callback_handler_install", as: Install.self),
      let readKey = function("rl_callback_read_char", as: Action.self),
      let remove = function("rl_callback_handler_remove", as: Action.self),
      let using = function("using_history", as: Action.self),
      let add = function("add_history", as: Text.self),
      let readHistory = function("read_history", as: Text.self),
      let write = function("write_history", as: Text.self)
    else { return nil }
    self.interrupts = interrupts
    self.historyPath = historyPath
    self.install = install
    self.readKey = readKey
    self.remove = remove
    addHistory = add
    writeHistory = write
    // libedit reads keys as characters of LC_CTYPE; a locale that is not installed would give bytes.
    let locale = setlocale(LC_CTYPE, "").map { String(cString: $0).lowercased() } ?? ""
    if !locale.contains("utf") { setlocale(LC_CTYPE, "C.UTF-8") }
    dlsym(library, "rl_catch_signals")?.storeBytes(of: 0, as: Int32.self)
    using()
    if let stifle = function("stifle_history", as: (@convention(c) (Int32) -> Void).self) {
      stifle(1000)
    }
    _ = readHistory(historyPath)
  }

  /// Whether the library can be loaded: for `doctor`.
  static var isInstalled: Bool { dlopen(libraryName, RTLD_NOW) != nil }

  func next(prompt: String) throws(CommandFailure) -> LineEvent {
    Self.received.withLock { $0 = nil }
    prompt.withCString { text in
      install(text) { line in
        let event: LineEvent
        if let line {
          event = .line(RawArguments.text(Array(String(cString: line).utf8)))
          free(line)
        } else {
          event = .end
        }
        Libedit.received.withLock { $0 = event }
      }
    }
    defer { remove() }
    var hadBegun = false
    while true {
      if interrupts.cameBeforeInput() {
        try Console.line("^C")
        return .interrupted(hadBegun: hadBegun)
      }
      readKey()
      hadBegun = true
      if let event = Self.received.withLock({ $0 }) {
        if case .end = event { try Console.line() }
        return event
      }
    }
  }

  func remember(_ line: String) {
    guard line != lastLine else { return }
    lastLine = line
    _ = addHistory(line)
  }

  func finish() {
    let folder = Environment.stateFolder
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // Made by hand first: what was asked is for its owner's eyes, from the first byte on.
    let descriptor = open(historyPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    close(descriptor)
    chmod(historyPath, 0o600)
    _ = writeHistory(historyPath)
    chmod(historyPath, 0o600)
  }
}
