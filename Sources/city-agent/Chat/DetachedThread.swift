import Glibc

/// A thread of its own for a call that blocks: the pool of tasks is only as wide as the machine.
enum DetachedThread {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  static func start(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body)).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<Work>.fromOpaque(argument!).takeRetainedValue().body()
        return nil
      }, work)
    // Without a thread the program still answers; only Ctrl-C then ends it at once.
    guard code == 0 else { return Unmanaged<Work>.fromOpaque(work).release() }
    pthread_detach(thread)
  }
}
