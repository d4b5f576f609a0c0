import CityIndex
import Glibc
import Synchronization

/// An agent that moves to the next generation of its index by itself, for hosts that run for weeks.
///
/// Ask for ``agent()`` at the beginning of each turn. A turn that has begun keeps its generation to the end; nobody waits
/// while the next one is opened, and where it cannot be opened the present one goes on.
public final class LiveAgent: Sendable {
  /// The index file.
  public let path: String
  private let make: @Sendable (KnowledgeBase) throws -> Agent
  private let state: Mutex<State>

  private struct State {
    var agent: Agent
    /// The file as it was when it was last opened, whether that went well or not.
    var mark: FileMark?
    var isOpening = false
  }

  /// - Parameter make: makes the agent of a generation; what outlives generations, as a session store, it captures.
  /// - Throws: ``IndexError`` where the index cannot be opened, and what `make` throws.
  public init(
    index path: String, make: @escaping @Sendable (KnowledgeBase) throws -> Agent
  ) throws {
    self.path = path
    self.make = make
    let mark = FileMark(path)
    state = Mutex(State(agent: try make(try KnowledgeBase.open(index: path)), mark: mark))
  }

  /// The agent of the newest generation that could be opened.
  ///
  /// - Complexity: one `stat`; for the first caller after an update the opening of the index, about 2 ms.
  public func agent() -> Agent {
    let mark = FileMark(path)
    let (present, isOurs) = state.withLock { state in
      let isOurs = mark != nil && mark != state.mark && !state.isOpening
      if isOurs { state.isOpening = true }
      return (state.agent, isOurs)
    }
    guard isOurs else { return present }
    let next = opened(besides: present)
    state.withLock { state in
      state.isOpening = false
      state.mark = mark
      if let next { state.agent = next }
    }
    return next ?? present
  }

  /// Nil where the file cannot be opened, or holds the generation that is in use.
  private func opened(besides present: Agent) -> Agent? {
    guard let base = try? KnowledgeBase.open(index: path),
      base.index.generation != present.knowledge.index.generation
    else { return nil }
    return try? make(base)
  }
}

/// By what a file is known to be another, or to have grown.
private struct FileMark: Equatable {
  let device: UInt64
  let inode: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
