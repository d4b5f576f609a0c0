import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc

/// How a command ranks: `--rerank` and `--weights`.
enum RankOptions {
  static func ranker(
    of index: KnowledgeIndex, _ arguments: ParsedArguments
  ) throws -> PassageRanker {
    var ranker = PassageRanker(
      index, silent: QuestionWords.phrases, weights: try weights(arguments))
    switch arguments["rerank"] ?? "on" {
    case "on": break
    case "off": ranker.weights = nil
    case let text:
      guard let depth = Int(text), (1...1000).contains(depth) else {
        throw CommandFailure.usage(Phrase.badRerank.text(text))
      }
      ranker.depth = depth
    }
    return ranker
  }

  /// The file's, or those shipped.
  static func weights(_ arguments: ParsedArguments) throws -> RankWeights {
    try arguments["weights"].map(weights) ?? .standard
  }

  static func weights(_ path: String) throws -> RankWeights {
    try RankWeights(read(path), path: path)
  }

  /// Those of reading: the file's of `--reading-weights`, or those shipped.
  static func readingWeights(_ arguments: ParsedArguments) throws -> ReadingWeights {
    guard let path = arguments["reading-weights"] else { return .standard }
    return try ReadingWeights(read(path), path: path)
  }

  private static func read(_ path: String) throws(CommandFailure) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .usage(Phrase.cannotRead.text(path, String(cString: strerror(errno))))
    }
    return String(decoding: data, as: UTF8.self)
  }
}
