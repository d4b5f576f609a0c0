import CityAgentKit
import CityAgentTesting
import Foundation

@testable import CityIndex

extension FuzzTargets {
  /// A whole vector file of an index, and the list of an unfinished run.
  static func vectorFiles(_ index: KnowledgeIndex) throws -> (whole: [UInt8], partial: [UInt8]) {
    let embedder = HashedEmbedder(dimension: 40)
    let build = try VectorBuild(index, model: embedder.name)
    try build.append(
      build.missing.map { embedder.vector(of: index.passageText($0)) }, for: build.missing)
    let partial = try Data(contentsOf: URL(fileURLWithPath: build.path + ".partial"))
    let whole = try Data(contentsOf: URL(fileURLWithPath: try build.finish().path))
    return (Array(whole), Array(partial))
  }

  /// The bytes are a vector file or an unfinished one where they begin with `CITY`, else changes to a valid one.
  ///
  /// Changes: ``FileChanges``, whose flag 4 means the unfinished file.
  func vectors(_ bytes: [UInt8]) throws {
    let file = bytes.starts(with: Array("CITY".utf8)) ? bytes : damagedVectors(by: bytes)
    let path = folder + "/damaged-vectors"
    // A file cut short in place would take the last one, which may still be mapped, with it.
    unlink(path)
    try Data(file).write(to: URL(fileURLWithPath: path))
    for limit in [0, 1 << 20] {
      _ = try opened { () throws(IndexError) in try read(try VectorIndex(path, summedUpTo: limit)) }
    }
    _ = try opened { () throws(IndexError) in
      let journal = try VectorJournal(path, model: "hash")
      precondition(
        journal.vectors.values.allSatisfy { $0.numbers.count == journal.dimension },
        "a vector is of another dimension")
    }
  }

  private func damagedVectors(by input: [UInt8]) -> [UInt8] {
    let changes = FileChanges(input)
    guard changes.flags & 4 == 0 else { return changes.made(to: partialBytes) { _ in } }
    return changes.made(to: vectorBytes) { file in
      let end = VectorHeader.size - 8
      let sum = file[..<end].withUnsafeBytes { Checksum64.sum($0) }
      put(sum, at: end, in: &file)
    }
  }

  /// Searches and verifies, as `eval retrieval --hybrid` and `index verify` do.
  private func read(_ vectors: VectorIndex) throws(IndexError) {
    let index = agent.knowledge.index
    let question = HashedEmbedder(dimension: vectors.dimension).vector(of: "城市卡换领收费")
    var query = IndexQuery(terms: [])
    for filter in 0..<2 {
      let found = (try? vectors.search(question, keeping: query, in: index, limit: 5)) ?? []
      for hit in found {
        precondition((0..<index.passageCount).contains(hit.passage) && hit.score.isFinite)
      }
      if filter == 0 { (query.kinds, query.languages) = (["guide"], ["zh"]) }
    }
    try vectors.verify(against: index)
  }
}
