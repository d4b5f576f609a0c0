import FoundationEssentials
import Glibc

/// Standard output and error, written straight to their descriptors.
enum Console {
  /// Writes text to standard output.
  /// - Throws: ``CommandFailure`` where it cannot be written; silent where the reader has gone.
  static func out(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: STDOUT_FILENO, name: "stdout")
  }

  /// Writes a line to standard output.
  static func line(_ text: String = "") throws(CommandFailure) { try out(text + "\n") }

  /// Writes a line to standard error; what cannot be told there cannot be told at all.
  static func note(_ text: String) {
    try? write(Array((text + "\n").utf8), to: STDERR_FILENO, name: "stderr")
  }

  /// Overwrites the terminal's current line; nothing where standard error is no terminal.
  static func progress(_ text: String) {
    guard isTerminal(STDERR_FILENO) else { return }
    let shown = DisplayWidth.shortened(text, to: columns - 1)
    try? write(Array("\r\u{1B}[K\(shown)".utf8), to: STDERR_FILENO, name: "stderr")
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal; 80 where there is none.
  static var columns: Int {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 {
      return Int(size.ws_col)
    }
    return 80
  }

  /// Text in the terminal's faint style; as it is where standard output is no terminal or `NO_COLOR` is set.
  static func faint(_ text: String) -> String {
    guard isTerminal(STDOUT_FILENO), Environment.value("NO_COLOR") == nil,
      Environment.value("TERM") != "dumb"
    else { return text }
    return "\u{1B}[2m\(text)\u{1B}[0m"
  }

  /// Writes all bytes to a descriptor.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(CommandFailure) {
    var written = 0
    while written < bytes.count {
      let n = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if n > 0 {
        written += n
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        // A closed pipe is the reader's decision, not a failure to report.
        let message =
          errno == EPIPE
          ? "" : Phrase.cannotWrite.text(name, String(cString: strerror(errno)))
        throw CommandFailure(.someFailed, "unwritable", message)
      }
    }
  }
}
