/// What the program tells its caller when it ends.
enum ExitStatus: Int32, Sendable {
  /// All well; for `ask`, every outcome but `failed`.
  case success = 0
  /// Some inputs failed; the others are done.
  case someFailed = 1
  /// Wrong usage or configuration; nothing was done.
  case usage = 2
  /// Stopped by a signal, with everything finished so far kept.
  case interrupted = 130
}
