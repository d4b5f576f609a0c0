public import CityIndex

/// Has the passages of an index embedded, batch by batch, going on where an earlier run was stopped.
public struct PassageEmbedding: Sendable {
  /// Texts in one request.
  public static let usualBatch: Int = 32
  /// A text refused at this many bytes is refused for another reason than its length.
  static let shortestCut = 128

  private let embedder: any Embedder
  private let batch: Int

  public init(_ embedder: any Embedder, batch: Int = usualBatch) {
    self.embedder = embedder
    self.batch = max(1, batch)
  }

  /// How far it is.
  public struct Progress: Sendable, Equatable {
    /// Texts that have a vector.
    public var done: Int
    /// Different texts of the index.
    public var total: Int
    /// Of these, how many had a vector before.
    public var kept: Int
    /// How many an interrupted run had made.
    public var resumed: Int
    /// How many were shortened because the model refused them.
    public var shortened: Int = 0
  }

  /// Makes the vectors that are missing and writes the file beside the index.
  ///
  /// - Parameter progress: told at the beginning and after each batch that is on the disk.
  /// - Returns: the vectors; nil where the index holds no text at all.
  /// - Throws: ``AgentError`` `.embedding` where the embedder fails, saying what is kept and how to go on;
  ///   `IndexError` for the files; `CancellationError`.
  public func run(
    _ index: KnowledgeIndex, progress: (Progress) -> Void = { _ in }
  ) async throws -> (vectors: VectorIndex?, progress: Progress) {
    let build = try VectorBuild(index, model: embedder.model)
    defer { build.leave() }
    var state = Progress(
      done: build.kept + build.resumed, total: build.total, kept: build.kept, resumed: build.resumed
    )
    progress(state)
    guard build.total > 0 else { return (nil, state) }
    if build.isCurrent { return (try VectorIndex.open(build.path), state) }
    var start = 0
    while start < build.missing.count {
      try Task.checkCancellation()
      let passages = build.missing[start..<min(start + batch, build.missing.count)]
      do {
        let vectors = try await vectors(
          of: passages.map { index.passageText($0) }, shortened: &state.shortened)
        try build.append(vectors, for: passages)
      } catch let error as CancellationError {
        throw error
      } catch {
        throw AgentError(
          .embedding,
          "\(error); \(state.done) of \(state.total) texts have a vector, which is kept: run the same command again to go on",
          path: build.path + ".partial")
      }
      start += passages.count
      state.done += passages.count
      progress(state)
    }
    return (try build.finish(), state)
  }

  /// The vectors of a batch. One that is refused is parted until the text that is at fault stands alone; that one is
  /// cut by halves until it is taken.
  private func vectors(
    of texts: [String], shortened: inout Int
  ) async throws -> [[Float]] {
    do {
      let vectors = try await embedder.embed(texts)
      guard vectors.count == texts.count else {
        throw AgentError(.embedding, "\(vectors.count) vectors came for \(texts.count) texts")
      }
      return vectors
    } catch let refusal as any TextRefusal where refusal.refusesText {
      guard texts.count == 1 else {
        let middle = texts.count / 2
        let first = try await vectors(of: Array(texts[..<middle]), shortened: &shortened)
        return first + (try await vectors(of: Array(texts[middle...]), shortened: &shortened))
      }
      var text = Array(texts[0].utf8)
      while text.count > Self.shortestCut {
        text = KnowledgeIndex.cut(text, to: text.count / 2)
        do {
          let vectors = try await embedder.embed([String(decoding: text, as: UTF8.self)])
          shortened += 1
          return vectors
        } catch let again as any TextRefusal where again.refusesText {
          continue
        }
      }
      throw refusal
    }
  }
}
