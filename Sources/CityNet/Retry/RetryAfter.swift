/// How long a host asks to wait before the next attempt.
enum RetryAfter {
  /// Reads `retry-after-ms`, then `retry-after`: seconds, with or without a fraction, or an HTTP date.
  ///
  /// - Parameter now: seconds since 1970 (UTC), for a date.
  static func read(_ head: TransferHead, now: Int64) -> Duration? {
    if let text = head["retry-after-ms"], let milliseconds = number(text) {
      return .milliseconds(milliseconds)
    }
    guard let text = head["retry-after"] else { return nil }
    if let seconds = number(text) { return .milliseconds(seconds * 1000) }
    return HTTPDate.seconds(text).map { .seconds(max($0 - now, 0)) }
  }

  private static func number(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite, value >= 0, value < 1e9 else { return nil }
    return value
  }
}
