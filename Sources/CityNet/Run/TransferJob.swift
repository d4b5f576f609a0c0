import CCurl

/// One transfer as the transfer thread sees it: the handle, what came so far, when it must have ended.
final class TransferJob {
  let id: UInt64
  let cleared: ClearedTransfer
  let channel: TransferChannel
  let easy: UnsafeMutableRawPointer
  var headerList: UnsafeMutablePointer<curl_slist>?
  /// Set by the socket callback where an address was link-local.
  let refused = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  private let started: Int64
  private var isConnected = false
  private var lastByte: Int64?
  private(set) var isHeld = false
  private var bodyCount = 0
  private var head = TransferHeadReader()
  private var hasHead = false
  /// Why a callback ended the transfer.
  private var failure: TransferError?

  init?(id: UInt64, cleared: ClearedTransfer, channel: TransferChannel) {
    guard let easy = curl_easy_init() else { return nil }
    self.id = id
    self.cleared = cleared
    self.channel = channel
    self.easy = easy
    started = MonotonicTime.now()
    refused.initialize(to: 0)
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headerList)
    refused.deallocate()
  }

  func error(_ code: TransferError.Code, _ message: String, curl: Int? = nil) -> TransferError {
    TransferError(code, message, host: host, curlCode: curl)
  }

  private var host: String { cleared.address.authority }

  // MARK: callbacks

  /// A header line; gives the bytes taken, fewer end the transfer.
  func headerLine(_ line: UnsafeRawBufferPointer) -> Int {
    switch head.take(line, limit: cleared.limits.headBytes) {
    case .more: break
    case .head(let head):
      hasHead = true
      channel.deliver(head)
    case .tooLarge:
      failure = error(
        .headTooLarge, "the headers are longer than \(cleared.limits.headBytes) bytes")
      return 0
    }
    return line.count
  }

  /// A piece of the body; gives the bytes taken, or that libcurl must hold the transfer.
  func piece(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard bodyCount + bytes.count <= cleared.limits.bodyBytes else {
      failure = error(
        .bodyTooLarge, "the answer is longer than \(cleared.limits.bodyBytes) bytes")
      return 0
    }
    guard channel.append(bytes) else {
      isHeld = true
      return Int(CURL_WRITEFUNC_PAUSE)
    }
    bodyCount += bytes.count
    lastByte = MonotonicTime.now()
    return bytes.count
  }

  /// The reader has caught up.
  func resume() {
    guard isHeld else { return }
    isHeld = false
    lastByte = MonotonicTime.now()
    curl_easy_pause(easy, CURLPAUSE_CONT)
  }

  // MARK: deadlines

  /// When to look at the transfer next: no deadline of it can pass before.
  func nextLook(from now: Int64) -> Int64 {
    var next = started + cleared.limits.total.nanoseconds
    if let lastByte {
      if !isHeld { next = min(next, lastByte + cleared.limits.idle.nanoseconds) }
    } else {
      next = min(next, started + cleared.limits.firstByte.nanoseconds)
      if !isConnected { next = min(next, started + cleared.limits.connect.nanoseconds) }
      // The first byte may come at any moment, and silence after it is counted from there.
      next = min(next, now + cleared.limits.idle.nanoseconds)
    }
    return next
  }

  /// The deadline that has passed; nil where none has.
  func overdue(at now: Int64) -> TransferError? {
    let limits = cleared.limits
    if now >= started + limits.total.nanoseconds {
      return error(.totalDeadline, "the answer was not complete within \(limits.total)")
    }
    if let lastByte {
      guard !isHeld, now >= lastByte + limits.idle.nanoseconds else { return nil }
      return error(.idleDeadline, "nothing more came for \(limits.idle)")
    }
    if !isConnected, now >= started + limits.connect.nanoseconds {
      // Asked only here: libcurl has no callback for a connection that stands.
      var microseconds: curl_off_t = 0
      _ = city_get_time(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds)
      guard microseconds > 0 else {
        return error(.connectDeadline, "no connection within \(limits.connect)")
      }
      isConnected = true
    }
    guard now >= started + limits.firstByte.nanoseconds else { return nil }
    return error(.firstByteDeadline, "no byte of an answer within \(limits.firstByte)")
  }

  // MARK: the end

  /// How libcurl's result ends the transfer.
  func ending(_ code: CURLcode) -> Result<Void, TransferError> {
    if let failure { return .failure(failure) }
    if code == CURLE_OK {
      // A connection that ends among the headers is the end of an empty answer to libcurl.
      return hasHead ? .success(()) : .failure(CurlFailure.error(CURLE_GOT_NOTHING, host: host))
    }
    if refused.pointee != 0 {
      return .failure(
        error(
          .forbiddenAddress,
          "the host's address is link-local, which is not connected to unless it is allowed",
          curl: Int(code.rawValue)))
    }
    return .failure(CurlFailure.error(code, host: host))
  }
}
