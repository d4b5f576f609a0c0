import Glibc

/// The clocks that retries and breakers go by; a test hands in its own.
struct TransferClock: Sendable {
  /// Time since any fixed moment.
  var now: @Sendable () -> Duration
  /// Seconds since 1970 (UTC).
  var wall: @Sendable () -> Int64
  var sleep: @Sendable (Duration) async throws(CancellationError) -> Void

  static let system: TransferClock = TransferClock(
    now: { .nanoseconds(MonotonicTime.now()) }, wall: { Int64(time(nil)) },
    sleep: { duration async throws(CancellationError) in
      do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
    })
}
