import Glibc

/// What the operating system said about a call that failed.
enum SystemCall {
  /// The text of an error number, by default of the call that failed last.
  static func reason(_ code: Int32 = errno) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
