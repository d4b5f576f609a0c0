import Glibc
import Synchronization

/// Runs numbered pieces of work on threads of its own and hands their results over in order.
///
/// Results never depend on the number of threads: pieces are cut beforehand, and a result goes to
/// `consume` only when all before it have gone. At most as many results wait as there are threads, and one more.
enum ParallelWork {
  private struct Progress<Result> {
    /// The next piece to begin; the next result to hand over.
    var begun = 0
    var consumed = 0
    var waiting: [Int: Result] = [:]
    var isStopped = false
  }

  private final class Shared<Result: Sendable, Workspace>: @unchecked Sendable {
    var progress = Progress<Result>()
    var lock = pthread_mutex_t()
    var changed = pthread_cond_t()
    let pieces: Int
    let ahead: Int
    let workspace: @Sendable () -> Workspace
    let make: @Sendable (Int, Workspace) -> Result

    init(
      pieces: Int, ahead: Int, workspace: @escaping @Sendable () -> Workspace,
      make: @escaping @Sendable (Int, Workspace) -> Result
    ) {
      self.pieces = pieces
      self.ahead = ahead
      self.workspace = workspace
      self.make = make
      pthread_mutex_init(&lock, nil)
      pthread_cond_init(&changed, nil)
    }

    deinit {
      pthread_cond_destroy(&changed)
      pthread_mutex_destroy(&lock)
    }

    /// Makes pieces until none is left.
    func work() {
      let workspace = workspace()
      pthread_mutex_lock(&lock)
      defer { pthread_mutex_unlock(&lock) }
      while !progress.isStopped, progress.begun < pieces {
        guard progress.begun < progress.consumed + ahead else {
          pthread_cond_wait(&changed, &lock)
          continue
        }
        let piece = progress.begun
        progress.begun += 1
        pthread_mutex_unlock(&lock)
        let result = make(piece, workspace)
        pthread_mutex_lock(&lock)
        progress.waiting[piece] = result
        pthread_cond_broadcast(&changed)
      }
    }

    /// Waits for a piece's result.
    func take(_ piece: Int) -> Result {
      pthread_mutex_lock(&lock)
      defer { pthread_mutex_unlock(&lock) }
      while true {
        if let result = progress.waiting.removeValue(forKey: piece) {
          progress.consumed = piece + 1
          pthread_cond_broadcast(&changed)
          return result
        }
        pthread_cond_wait(&changed, &lock)
      }
    }

    func stop() {
      pthread_mutex_lock(&lock)
      progress.isStopped = true
      pthread_cond_broadcast(&changed)
      pthread_mutex_unlock(&lock)
    }
  }

  /// Makes `pieces` results on `jobs` threads and passes them to `consume` on this one, in order.
  /// - Parameter workspace: makes what a thread keeps from one piece to the next, memory to work in; no result may
  ///   depend on what is in it.
  /// - Throws: what `consume` throws; the rest of the work is left undone.
  static func run<Result: Sendable, Workspace>(
    _ pieces: Int, jobs: Int, workspace: @escaping @Sendable () -> Workspace,
    _ make: @escaping @Sendable (Int, Workspace) -> Result,
    consume: (Result) throws(IndexError) -> Void
  ) throws(IndexError) {
    func runHere() throws(IndexError) {
      let workspace = workspace()
      for piece in 0..<pieces { try consume(make(piece, workspace)) }
    }
    guard jobs > 1, pieces > 1 else { return try runHere() }
    let shared = Shared(pieces: pieces, ahead: jobs + 1, workspace: workspace, make: make)
    var threads: [pthread_t] = []
    for _ in 0..<min(jobs, pieces) {
      if let thread = Self.start({ shared.work() }) { threads.append(thread) }
    }
    defer {
      shared.stop()
      for thread in threads { pthread_join(thread, nil) }
    }
    guard !threads.isEmpty else { return try runHere() }
    for piece in 0..<pieces { try consume(shared.take(piece)) }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// A new thread, or nil where the system gives none.
  private static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    let body = Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      return nil
    }
    return thread
  }
}
