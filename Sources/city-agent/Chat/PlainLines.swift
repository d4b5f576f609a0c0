import FoundationEssentials
import Glibc

/// Lines from a pipe, or from a terminal where libedit is not installed.
final class PlainLines: LineSource {
  private let reader = LineReader(STDIN_FILENO, limit: 1 << 20)
  /// Present where a person is at the keyboard.
  private let interrupts: Interrupts?

  init(interrupts: Interrupts?) { self.interrupts = interrupts }

  func next(prompt: String) throws(CommandFailure) -> LineEvent {
    if let interrupts {
      try Console.out(prompt)
      if !reader.isReady, interrupts.cameBeforeInput() {
        try Console.line()
        return .interrupted(hadBegun: false)
      }
    }
    guard let line = try reader.next() else { return .end }
    switch line.content {
    case .bytes(let bytes): return .line(RawArguments.text(bytes))
    case .tooLong(let count): return .tooLong(count)
    }
  }

  func remember(_ line: String) {}

  func finish() {}
}
