import Synchronization

/// Transfers with second attempts before the first byte, and with a circuit breaker a host.
public final class RetryingClient: Sendable {
  private let client: TransferClient
  private let policy: RetryPolicy
  private let clock: TransferClock
  private let newBreaker: CircuitBreaker
  private let breakers = Mutex<[String: CircuitBreaker]>([:])
  private let jitter: Mutex<JitterGenerator>

  /// - Parameters:
  ///   - breaker: what each host's breaker begins as.
  ///   - seed: of the jitter.
  public convenience init(
    client: TransferClient = .shared, policy: RetryPolicy = RetryPolicy(),
    breaker: CircuitBreaker = CircuitBreaker(), seed: UInt64 = 0
  ) {
    self.init(client: client, policy: policy, breaker: breaker, seed: seed, clock: .system)
  }

  init(
    client: TransferClient, policy: RetryPolicy, breaker: CircuitBreaker, seed: UInt64,
    clock: TransferClock
  ) {
    self.client = client
    self.policy = policy
    self.clock = clock
    newBreaker = breaker
    jitter = Mutex(JitterGenerator(seed: seed))
  }

  /// A transfer whose head is a success and whose first byte has come; from there on nothing is tried again.
  ///
  /// - Throws: ``TransferError``; for a status that is no success with the first bytes of what the host says.
  public func open(
    _ cleared: ClearedTransfer
  ) async throws(TransferError) -> (head: TransferHead, transfer: Transfer) {
    try await attempt(cleared) { transfer throws(TransferError) in
      (try await self.successHead(of: transfer), transfer)
    }
  }

  /// A whole answer; a cut in it is tried again, since nothing of it was handed on.
  public func whole(
    _ cleared: ClearedTransfer
  ) async throws(TransferError) -> (head: TransferHead, body: [UInt8]) {
    try await attempt(cleared) { transfer throws(TransferError) in
      (try await self.successHead(of: transfer), try await transfer.rest())
    }
  }

  private func attempt<Result>(
    _ cleared: ClearedTransfer, _ use: (Transfer) async throws(TransferError) -> Result
  ) async throws(TransferError) -> Result {
    let host = cleared.address.authority
    let end = clock.now() + cleared.limits.total
    var retry = 0
    while true {
      guard breaker(host, { $0.admits(at: clock.now()) }) else {
        throw TransferError(
          .circuitOpen, "too many failures in a row; left alone for a while", host: host)
      }
      var limited = cleared
      // The total deadline is one over all attempts.
      limited.limits.total = max(end - clock.now(), .zero)
      let transfer = client.start(limited) { [weak self] in self?.record($0, of: host) }
      do throws(TransferError) {
        return try await use(transfer)
      } catch {
        guard retry < policy.retries, policy.mayPass(error),
          let delay = policy.delay(
            retry: retry, asked: error.retryAfter, jitter: jitter.withLock { $0.next() }),
          clock.now() + delay < end
        else { throw error }
        retry += 1
        do {
          try await clock.sleep(delay)
        } catch {
          throw TransferError(.cancelled, "the transfer was cancelled", host: host)
        }
      }
    }
  }

  /// The head, where its status is a success.
  private func successHead(of transfer: Transfer) async throws(TransferError) -> TransferHead {
    let head = try await transfer.head()
    guard !(200..<300).contains(head.status) else { return head }
    let isRedirect = (300..<400).contains(head.status)
    var error = TransferError(
      isRedirect ? .redirected : .status,
      isRedirect
        ? "the host points to another address, which is not followed; configure the final one"
        : "the host answered with status \(head.status)",
      host: transfer.host, status: head.status)
    error.retryAfter = RetryAfter.read(head, now: clock.wall())
    error.shouldRetry = head["x-should-retry"].flatMap { Bool($0) }
    // What it says of the failure; a fault in reading it changes nothing.
    while error.body.count < Self.errorBytes, let piece = try? await transfer.next() {
      error.body += piece.prefix(Self.errorBytes - error.body.count)
    }
    throw error
  }

  /// Most bytes kept of what a host says of a failure.
  private static let errorBytes = 4096

  // MARK: breakers

  private func breaker<Result: Sendable>(
    _ host: String, _ use: (inout CircuitBreaker) -> Result
  ) -> Result {
    breakers.withLock { use(&$0[host, default: newBreaker]) }
  }

  /// Counts what is the host's success or failure.
  private func record(_ milestone: TransferMilestone, of host: String) {
    switch milestone {
    case .answered(let status):
      if status < 500 { breaker(host) { $0.answered() } }
    case .ended(let status):
      breaker(host) { status < 500 ? $0.succeeded() : $0.failed(at: clock.now()) }
    case .failed(let error):
      switch error.code {
      case .unresolved, .unreachable, .connectDeadline, .firstByteDeadline, .idleDeadline,
        .totalDeadline, .cut:
        breaker(host) { $0.failed(at: clock.now()) }
      default: break
      }
    }
  }
}
