import Synchronization

/// Sessions in memory; each keeps its last items only.
public final class MemorySessionStore: SessionStore {
  private let kept: Int
  private let sessions = Mutex<[String: [SessionItem]]>([:])

  /// - Parameter kept: items kept per session.
  public init(kept: Int = 16) { self.kept = kept }

  public func items(_ session: String, limit: Int) async -> [SessionItem] {
    sessions.withLock { Array(($0[session] ?? []).suffix(limit)) }
  }

  public func append(_ item: SessionItem, to session: String) async {
    sessions.withLock { sessions in
      sessions[session, default: []].append(item)
      if sessions[session]!.count > kept { sessions[session]!.removeFirst() }
    }
  }

  public func clear(_ session: String) async {
    sessions.withLock { _ = $0.removeValue(forKey: session) }
  }
}
