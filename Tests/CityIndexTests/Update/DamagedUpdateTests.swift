import Glibc
import Testing

@testable import CityIndex

/// Updates of an index that is too large to be summed when it is opened, and damaged.
struct DamagedUpdateTests {
  private static let policies = [
    UpdatePolicy(parts: 8, appended: .infinity, deleted: .infinity),
    UpdatePolicy(parts: 0, appended: .infinity, deleted: .infinity),
    UpdatePolicy(parts: 8, appended: 0, deleted: 0),
  ]

  /// - Returns: nil where the damage is found.
  private func updated(
    _ path: String, to entries: [IndexEntry], _ policy: UpdatePolicy
  ) throws -> KnowledgeIndex? {
    let lock = try #require(try IndexLock.take(path))
    do throws(IndexError) {
      let index = try KnowledgeIndex.open(path, summedUpTo: 0)
      var builder = IndexBuilder(jobs: 1)
      builder.policy = policy
      _ = try builder.update(
        index, to: entries, tables: [], synonyms: [], fingerprint: "", holding: lock)
    } catch {
      #expect(error.code == .damaged && error.path == path, "\(error)")
      return nil
    }
    return try KnowledgeIndex.open(path, summedUpTo: 0)
  }

  /// Three parts, the second of them with a changed document.
  private func bytes(_ path: String) throws -> [UInt8] {
    let city = IndexSample.city
    _ = try IndexBuilder(jobs: 1).write(
      Array(city[..<3]), tables: [], synonyms: [], fingerprint: "", to: path)
    _ = try updated(path, to: [.kept(0..<3), .new(city[3])], Self.policies[0])
    var changed = city[0]
    changed.metadata["title"] = ["居民身份证补领"]
    _ = try updated(path, to: [.new(changed), .kept(1..<4)], Self.policies[0])
    return try IndexSample.read(path)
  }

  @Test(arguments: 0..<3)
  func isRefusedOrDoneAndNeverCrashes(policy: Int) throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      let bytes = try bytes(path)
      let whole = try KnowledgeIndex.open(path, summedUpTo: 0)
      var found: Set<IndexFormat.Section> = []
      for segment in whole.segments {
        let start = whole.file.parts[segment.number].lowerBound
        for entry in segment.header.entries where entry.length > 0 {
          for step in 0..<min(12, Int(entry.length)) {
            let place = start + Int(entry.offset) + step * Int(entry.length) / 12
            var damaged = bytes
            damaged[place] ^= 0xFF
            // The last one may be mapped still.
            unlink(path)
            try IndexSample.write(damaged, to: path)
            let entries: [IndexEntry] = [
              .new(IndexSample.document("n", clauses: [("一", "新")])),
              .kept(2..<4),
            ]
            if try updated(path, to: entries, Self.policies[policy]) == nil {
              found.insert(entry.section)
              #expect(try IndexSample.read(path).starts(with: damaged), "byte \(place)")
            }
          }
        }
      }
      // What an update writes down again.
      #expect(found.isSuperset(of: [.documents, .deleted, .order, .state, .info]))
    }
  }

  /// Which documents a file gave decides which documents stay.
  @Test func whatItWasReadFromIsSummed() throws {
    try IndexSample.withFolder { folder in
      let docs = folder + "/docs"
      mkdir(docs, 0o755)
      try IndexSample.write(Array("# 标题\n\n一天之内办结。\n".utf8), to: docs + "/a.md")
      let reading = try DocumentReader().read(folder: docs)
      let path = folder + "/index"
      _ = try IndexBuilder(jobs: 1).write(
        reading.documents, tables: [], synonyms: [], fingerprint: "", files: reading.files, to: path
      )
      let bytes = try IndexSample.read(path)
      let header = try KnowledgeIndex.open(path).last.header
      for section in [IndexFormat.Section.files, .origins] {
        let entry = try #require(header.entries.first { $0.section == section && $0.length > 0 })
        var damaged = bytes
        damaged[Int(entry.offset) + Int(entry.length) - 1] ^= 1
        unlink(path)
        try IndexSample.write(damaged, to: path)
        let index = try KnowledgeIndex.open(path, summedUpTo: 0)
        let error = #expect(throws: IndexError.self) {
          try DocumentReader().changes(in: docs, since: index)
        }
        #expect(error?.code == .damaged)
      }
    }
  }
}
