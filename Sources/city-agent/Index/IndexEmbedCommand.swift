import CityAgentKit
import CityIndex
import CityJSON

/// `index embed`: has a model make the vectors of an index's passages.
enum IndexEmbedCommand {
  static func run(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let batch = try arguments.integer("batch", in: 1...2048) ?? PassageEmbedding.usualBatch
    let installation = try Installation(arguments)
    // First, because it is quick: a mistake is told before an index is built.
    let embedder = try EmbedderChoice.embedder(arguments, installation)
    let index = try installation.openKnowledge(for: installation.skills()).index
    let start = ContinuousClock.now
    let result: (vectors: VectorIndex?, progress: PassageEmbedding.Progress)
    do {
      result = try await PassageEmbedding(embedder, batch: batch).run(index) { progress in
        Console.progress(Phrase.embedProgress.text("\(progress.done)", "\(progress.total)"))
      }
      Console.progress("")
    } catch let error as AgentError where error.code == .embedding {
      // Some are made and kept: the command is to be run again.
      Console.progress("")
      throw CommandFailure(.someFailed, error.code.name, error.description)
    }
    if arguments.has("json") {
      try report(result.vectors, result.progress)
      return .success
    }
    let made = result.progress.total - result.progress.kept - result.progress.resumed
    guard let vectors = result.vectors else {
      try Console.line(Phrase.embedNothing.text(index.path))
      return .success
    }
    if result.progress.shortened > 0 {
      Console.note(Phrase.embedShortened.text("\(result.progress.shortened)"))
    }
    guard made + result.progress.resumed > 0 else {
      try Console.line(Phrase.embedCurrent.text(vectors.path, "\(vectors.count)"))
      return .success
    }
    try Console.line(
      Phrase.embedDone.text(
        vectors.path, "\(vectors.count)", "\(vectors.dimension)", vectors.model, "\(made)",
        "\(result.progress.kept + result.progress.resumed)",
        Decimals.text(start.duration(to: .now).seconds, places: 1)))
    return .success
  }

  private static func report(
    _ vectors: VectorIndex?, _ progress: PassageEmbedding.Progress
  ) throws(CommandFailure) {
    var json = JSONWriter()
    json.object { w in
      w.key("vectors", vectors?.path)
      w.key("model", vectors?.model)
      w.key("dimension", vectors?.dimension ?? 0)
      w.key("generation", vectors?.generation)
      w.key("count", progress.total)
      w.key("kept", progress.kept)
      w.key("resumed", progress.resumed)
      w.key("made", progress.total - progress.kept - progress.resumed)
      w.key("shortened", progress.shortened)
    }
    try Console.line(json.text)
  }
}
