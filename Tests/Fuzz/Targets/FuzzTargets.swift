import CityAgentKit
import CityAgentTesting
import Foundation

@testable import CityIndex

/// Runs the real code on any bytes and checks what must hold whatever they are.
final class FuzzTargets: Sendable {
  /// Answers over a small town's knowledge.
  let agent: Agent
  /// The town's index file, whose damaged copies are read.
  let indexBytes: [UInt8]
  /// Its vectors' file and an unfinished one, whose damaged copies are read.
  let vectorBytes: [UInt8]
  let partialBytes: [UInt8]
  /// The index after three updates, and the names of its four generations.
  let updatedBytes: [UInt8]
  let generations: [String]
  private let knowledge: TemporaryKnowledge

  init() throws {
    (agent, knowledge) = try SampleTown.agent()
    indexBytes = Array(
      try Data(
        contentsOf: URL(fileURLWithPath: knowledge.folder + "/.city-index/knowledge.cityindex"))
    )
    (vectorBytes, partialBytes) = try Self.vectorFiles(knowledge.base.index)
    (updatedBytes, generations) = try Self.updatedIndex(
      knowledge.base.index, in: knowledge.folder)
  }

  /// Where a target may write; it goes with the knowledge.
  var folder: String { knowledge.folder }

  /// - Throws: ``FuzzFailure`` where a property does not hold.
  func run(_ target: FuzzTarget, on bytes: [UInt8]) async throws {
    switch target {
    case .question: try await question(bytes)
    case .markdown: try markdown(bytes)
    case .frontMatter: try frontMatter(bytes)
    case .index: try await index(bytes)
    case .parts: try parts(bytes)
    case .vectors: try vectors(bytes)
    case .weights: try weights(bytes)
    case .synonyms: try synonyms(bytes)
    case .batch: try batch(bytes)
    }
  }
}
