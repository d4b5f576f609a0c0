import CityAgentKit
import Synchronization

/// Conversations of a batch: kept while they go on, forgotten by line number.
///
/// A session not seen for ``life`` chunks is dropped, so that memory does not grow with the input.
/// Which one, and when, depends on line numbers alone: any number of jobs, and a resumed run, forget alike.
final class BatchSessionStore: SessionStore {
  /// Input lines in a chunk.
  static let chunkLines = 256
  /// Chunks that a session is remembered without a new line.
  static let life = 100

  private struct Conversation {
    var items: [SessionItem] = []
    var lastChunk: Int
  }
  private struct State {
    var chunk = 0
    var sessions: [String: Conversation] = [:]
  }
  /// Items kept per session: the agent looks back on eight.
  private static let kept = 8
  private let state = Mutex(State())

  /// The chunk that a line, counted from 1, belongs to.
  static func chunk(ofLine number: Int) -> Int { (number - 1) / chunkLines }

  /// Begins a chunk; no question may be under way.
  func advance(chunk: Int) {
    state.withLock { state in
      guard chunk > state.chunk else { return }
      state.chunk = chunk
      // Rebuilding the table is the costly part, so only where something goes.
      let oldest = chunk - Self.life
      if state.sessions.values.contains(where: { $0.lastChunk < oldest }) {
        state.sessions = state.sessions.filter { $0.value.lastChunk >= oldest }
      }
    }
  }

  func items(_ session: String, limit: Int) async -> [SessionItem] {
    state.withLock { Array(($0.sessions[session]?.items ?? []).suffix(limit)) }
  }

  func append(_ item: SessionItem, to session: String) async {
    state.withLock { state in
      var conversation = state.sessions[session] ?? Conversation(lastChunk: state.chunk)
      conversation.lastChunk = state.chunk
      conversation.items.append(item)
      if conversation.items.count > Self.kept { conversation.items.removeFirst() }
      state.sessions[session] = conversation
    }
  }

  func clear(_ session: String) async {
    state.withLock { _ = $0.sessions.removeValue(forKey: session) }
  }
}
