import CCurl
import Glibc

/// The transfer thread: waits for sockets, commands and deadlines, and never for a reader.
///
/// Sockets are watched by epoll and libcurl is told of those that are ready: its own `curl_multi_perform` looks at
/// every transfer at every event, which for 1,000 streams costs more than the streams themselves.
final class TransferThread {
  private let mailbox: TransferMailbox
  private let multi: UnsafeMutableRawPointer
  private let sockets: Int32
  private var jobs: [UInt64: TransferJob] = [:]
  /// When libcurl wants to be called without an event.
  private var timer: Int64?
  /// No deadline is earlier; may lie before the true one, since deadlines move on with each byte.
  private var nextDeadline = Int64.max
  private var isStopped = false

  private init(_ mailbox: TransferMailbox, multi: UnsafeMutableRawPointer, sockets: Int32) {
    self.mailbox = mailbox
    self.multi = multi
    self.sockets = sockets
  }

  /// Starts the thread of a mailbox; false where the system has none to give.
  static func start(_ mailbox: TransferMailbox) -> Bool {
    let sockets = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard mailbox.bell >= 0, sockets >= 0, let multi = curl_multi_init() else { return false }
    let context = Unmanaged.passRetained(
      TransferThread(mailbox, multi: multi, sockets: sockets))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        var broken = sigset_t()
        sigemptyset(&broken)
        sigaddset(&broken, SIGPIPE)
        // A TLS library may write to a closed socket: an error here, not the end of the program.
        pthread_sigmask(SIG_BLOCK, &broken, nil)
        Unmanaged<TransferThread>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  deinit {
    curl_multi_cleanup(multi)
    close(sockets)
  }

  private func run() {
    city_multi_set_long(multi, CURLMOPT_PIPELINING, 0)
    // Idle connections kept for reuse.
    city_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 64)
    city_multi_set_callbacks(
      multi,
      { _, socket, interest, context, _ in
        Unmanaged<TransferThread>.fromOpaque(context!).takeUnretainedValue()
          .watch(socket, interest)
        return 0
      },
      { _, milliseconds, context in
        Unmanaged<TransferThread>.fromOpaque(context!).takeUnretainedValue()
          .setTimer(milliseconds)
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
    watch(mailbox.bell, CURL_POLL_IN)
    var events = [epoll_event](repeating: epoll_event(), count: 256)
    while !isStopped {
      let count = epoll_wait(sockets, &events, Int32(events.count), wait())
      for event in events.prefix(Int(max(count, 0))) where event.data.fd != mailbox.bell {
        act(event.data.fd, event.events)
      }
      if let due = timer, MonotonicTime.now() >= due {
        timer = nil
        act(CURL_SOCKET_TIMEOUT, 0)
      }
      reap()
      for command in mailbox.take() { obey(command) }
      checkDeadlines()
    }
    for job in jobs.values {
      curl_multi_remove_handle(multi, job.easy)
      job.channel.finish(.failure(job.error(.cancelled, "the client has ended")))
    }
    jobs = [:]
  }

  /// Milliseconds until something is due, rounded up; -1 for none.
  private func wait() -> Int32 {
    let due = min(timer ?? .max, nextDeadline)
    guard due < .max else { return -1 }
    let left = due - MonotonicTime.now()
    return left <= 0 ? 0 : Int32(min((left + 999_999) / 1_000_000, 60_000))
  }

  private func act(_ socket: curl_socket_t, _ events: UInt32) {
    var mask: Int32 = 0
    if events & EPOLLIN.rawValue != 0 { mask |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { mask |= CURL_CSELECT_OUT }
    if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { mask |= CURL_CSELECT_ERR }
    var running: Int32 = 0
    curl_multi_socket_action(multi, socket, mask, &running)
  }

  // MARK: what libcurl asks for

  private func watch(_ socket: curl_socket_t, _ interest: Int32) {
    var event = epoll_event()
    event.data.fd = socket
    if interest & CURL_POLL_IN != 0 { event.events |= EPOLLIN.rawValue }
    if interest & CURL_POLL_OUT != 0 { event.events |= EPOLLOUT.rawValue }
    if interest == CURL_POLL_REMOVE {
      epoll_ctl(sockets, EPOLL_CTL_DEL, socket, &event)
    } else if epoll_ctl(sockets, EPOLL_CTL_MOD, socket, &event) != 0 {
      epoll_ctl(sockets, EPOLL_CTL_ADD, socket, &event)
    }
  }

  private func setTimer(_ milliseconds: Int) {
    timer = milliseconds < 0 ? nil : MonotonicTime.now() + Int64(milliseconds) * 1_000_000
  }

  // MARK: transfers

  private func obey(_ command: TransferMailbox.Command) {
    switch command {
    case .start(let id, let cleared, let channel):
      guard let job = TransferJob(id: id, cleared: cleared, channel: channel), job.configure(),
        curl_multi_add_handle(multi, job.easy) == CURLM_OK
      else {
        let host = cleared.address.authority
        return channel.finish(
          .failure(TransferError(.library, "libcurl cannot start the transfer", host: host)))
      }
      jobs[id] = job
      nextDeadline = min(nextDeadline, job.nextLook(from: MonotonicTime.now()))
    case .resume(let id):
      guard let job = jobs[id] else { return }
      job.resume()
      nextDeadline = min(nextDeadline, job.nextLook(from: MonotonicTime.now()))
    case .cancel(let id):
      if let job = jobs.removeValue(forKey: id) { curl_multi_remove_handle(multi, job.easy) }
    case .stop: isStopped = true
    }
  }

  /// Ends what libcurl has finished.
  private func reap() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
        let context = city_get_private(easy)
      else { continue }
      let job = Unmanaged<TransferJob>.fromOpaque(context).takeUnretainedValue()
      let ending = job.ending(city_result(message))
      curl_multi_remove_handle(multi, easy)
      jobs[job.id] = nil
      job.channel.finish(ending)
    }
  }

  private func checkDeadlines() {
    let now = MonotonicTime.now()
    guard now >= nextDeadline else { return }
    nextDeadline = .max
    for job in Array(jobs.values) {
      if let error = job.overdue(at: now) {
        curl_multi_remove_handle(multi, job.easy)
        jobs[job.id] = nil
        job.channel.finish(.failure(error))
      } else {
        nextDeadline = min(nextDeadline, job.nextLook(from: now))
      }
    }
  }
}
