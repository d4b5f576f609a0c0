import Synchronization

/// The vectors of the last questions, so that a text is embedded once however many skills look for it.
///
/// Those who ask while it is under way wait for the same request. A failure is not kept: the next question tries again.
final class QuestionVectors: Sendable {
  static let limit = 128

  let embedder: any Embedder
  private let known = Mutex<(tasks: [String: Task<[Float], any Error>], order: [String])>(([:], []))

  init(_ embedder: any Embedder) { self.embedder = embedder }

  /// The vector of a text, made or under way; not awaited.
  func vector(of text: String) -> Task<[Float], any Error> {
    known.withLock { known in
      if let task = known.tasks[text] { return task }
      let task = Task { [self] in
        do {
          let vectors = try await embedder.embed([text])
          guard vectors.count == 1 else {
            throw AgentError(.embedding, "\(vectors.count) vectors came for one text")
          }
          return vectors[0]
        } catch {
          forget(text)
          throw error
        }
      }
      known.tasks[text] = task
      known.order.append(text)
      if known.order.count > Self.limit { known.tasks[known.order.removeFirst()] = nil }
      return task
    }
  }

  /// Gives a text up that nobody waits for any more.
  func forget(_ text: String) {
    known.withLock { known in
      known.tasks[text] = nil
      known.order.removeAll { $0 == text }
    }
  }
}
