import Glibc
import Testing

@testable import CityIndex

/// An updated index against one that was built of the same documents.
struct IndexUpdateTests {
  /// Never written anew, so that every way of appending is met.
  private static let appending = UpdatePolicy(parts: 3, appended: .infinity, deleted: .infinity)

  private func builder(_ policy: UpdatePolicy = appending) -> IndexBuilder {
    var builder = IndexBuilder(jobs: 2)
    builder.policy = policy
    return builder
  }

  private func update(
    _ path: String, to entries: [IndexEntry], _ documents: [SourceDocument],
    builder: IndexBuilder, synonyms: [UInt8] = IndexSample.synonyms
  ) throws -> KnowledgeIndex {
    let lock = try #require(try IndexLock.take(path))
    let index = try KnowledgeIndex.open(path)
    let name = try builder.update(
      index, to: entries, tables: UpdateSample.tables(documents), synonyms: synonyms,
      fingerprint: "f\(documents.count)", holding: lock)
    let updated = try KnowledgeIndex.open(path)
    #expect(updated.generation == name)
    return updated
  }

  private func build(
    _ documents: [SourceDocument], to path: String, synonyms: [UInt8] = IndexSample.synonyms
  ) throws -> KnowledgeIndex {
    _ = try IndexBuilder(jobs: 1).write(
      documents, tables: UpdateSample.tables(documents), synonyms: synonyms,
      fingerprint: "f\(documents.count)", to: path)
    return try KnowledgeIndex.open(path)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func answersAsOneThatWasBuilt(seed: UInt64) throws {
    var sample = UpdateSample(seed: seed, documents: Int(seed) % 4 == 0 ? 3 : 60)
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      _ = try build(sample.documents, to: path)
      for step in 0..<9 {
        let entries = sample.change(step == 5 ? 0 : 6)
        let index = try update(path, to: entries, sample.documents, builder: builder())
        #expect(index.segments.count == step + 2)
        #expect(index.searched.count <= 4)
        let built = try build(sample.documents, to: folder + "/built")
        try UpdateSample.expectSame(index, built, &sample.corpus)
        try index.verify()
      }
      #expect(IndexSample.names(in: folder) == ["built", "index"])
    }
  }

  /// The lists' greatest impacts were worked out under other averages than the generation has now.
  @Test(arguments: [61, 62] as [UInt64])
  func ranksAlikeWhenTheAveragesMove(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    func documents(_ range: Range<Int>, _ words: ClosedRange<Int>) -> [SourceDocument] {
      range.map { number in
        IndexSample.document(
          "d\(number)", title: corpus.text(words: 0...3),
          clauses: (0..<4).map { _ in (corpus.text(words: 0...2), corpus.text(words: words)) })
      }
    }
    let short = documents(0..<700, 1...12)
    let long = documents(700..<900, 40...90)
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      _ = try build(short, to: path)
      let index = try update(
        path, to: [.kept(100..<700)] + long.map { .new($0) }, Array(short[100...]) + long,
        builder: builder())
      #expect(index.searched[0].growth > 1.5)
      let built = try build(Array(short[100...]) + long, to: folder + "/built")
      try UpdateSample.expectSame(index, built, &corpus)
      try index.verify()
    }
  }

  @Test func writesWhatABuildWritesWhenMuchHasChanged() throws {
    var sample = UpdateSample(seed: 9, documents: 80)
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      _ = try build(sample.documents, to: path)
      for policy in [
        UpdatePolicy(parts: 3, appended: 0, deleted: 1),
        UpdatePolicy(parts: 3, appended: .infinity, deleted: 0),
      ] {
        let entries: [IndexEntry] = Array(sample.change(8))
        _ = try update(path, to: entries, sample.documents, builder: builder())
        let second = sample.change(8)
        _ = try update(path, to: second, sample.documents, builder: builder(policy))
        _ = try build(sample.documents, to: folder + "/built")
        #expect(try IndexSample.read(path) == IndexSample.read(folder + "/built"))
      }
    }
  }

  @Test func aReaderKeepsTheGenerationThatItOpened() throws {
    var sample = UpdateSample(seed: 10, documents: 50)
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      let first = try build(sample.documents, to: path)
      let built = try build(sample.documents, to: folder + "/built")
      for _ in 0..<5 {
        let entries = sample.change(5)
        _ = try update(path, to: entries, sample.documents, builder: builder())
      }
      try UpdateSample.expectSame(first, built, &sample.corpus)
      try first.verify()
    }
  }

  @Test func everyFlippedByteOfAnUpdatedIndexIsFound() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      _ = try build(Array(IndexSample.city[..<2]), to: path)
      let city = IndexSample.city
      _ = try update(
        path, to: [.new(city[2]), .kept(0..<2)], [city[2], city[0], city[1]], builder: builder())
      _ = try update(
        path, to: [.kept(0..<1), .kept(2..<3), .new(city[3])], [city[2], city[1], city[3]],
        builder: builder())
      let bytes = try IndexSample.read(path)
      let index = try KnowledgeIndex.open(path)
      let whole = index.generation
      let gaps = zip(index.file.parts, index.file.parts.dropFirst()).map {
        $0.upperBound..<$1.lowerBound
      }
      let starts = index.file.parts.map(\.lowerBound)
      for place in bytes.indices {
        // Verifying is slow, and so is waiting for whoever may be writing a header.
        if gaps.contains(where: { $0.contains(place) }), place % 251 != 0 { continue }
        if starts.dropFirst().contains(where: { ($0..<$0 + 40).contains(place) }), place % 5 != 0 {
          continue
        }
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(place % 8)
        try IndexSample.write(damaged, to: path)
        let error = #expect(throws: IndexError.self, "byte \(place)") {
          let index = try KnowledgeIndex.open(path)
          // Opening sums what is small; between the parts only verify looks.
          #expect(index.generation == whole)
          try index.verify()
        }
        #expect(error?.code == .damaged || place < 12, "byte \(place)")
      }
    }
  }

  @Test func whatIsWrongIsRefusedAndTheIndexStays() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      let city = IndexSample.city
      let old = try build(city, to: path).generation
      let before = try IndexSample.read(path)
      for entries: [IndexEntry] in [
        [.kept(0..<2), .kept(1..<3)], [.kept(0..<5)], [.kept(0..<4), .new(city[1])],
        [.new(city[0]), .new(city[0])],
      ] {
        let error = #expect(throws: IndexError.self) {
          _ = try update(path, to: entries, city, builder: builder())
        }
        #expect(error?.code == .badDocument)
      }
      let error = #expect(throws: IndexError.self) {
        _ = try update(
          path, to: [.kept(0..<4)], city, builder: builder(), synonyms: Array("a => b => c".utf8))
      }
      #expect(error?.line == 1)
      #expect(try IndexSample.read(path) == before)
      #expect(try KnowledgeIndex.open(path).generation == old)
    }
  }

  /// An update writes its tail from front to back and its header last: a killed one leaves a tail of some length.
  @Test func aTailOfAnyLengthLeavesTheLastGenerationAndIsWrittenAnew() throws {
    var sample = UpdateSample(seed: 12, documents: 60)
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      let old = try build(sample.documents, to: path).generation
      let before = try IndexSample.read(path)
      let entries = sample.change(4)
      let name = try update(path, to: entries, sample.documents, builder: builder()).generation
      let after = try IndexSample.read(path)
      let start = PartChain.start(after: before.count)
      #expect(Array(after[..<before.count]) == before)
      var tail = after
      for place in start..<(start + IndexFormat.headerSize) { tail[place] = 0 }
      let step = max(1, (after.count - start) / 50)
      let ends =
        [before.count, before.count + 1, start, start + 1, start + 39, start + 40, after.count]
        + Array(stride(from: start + 41, to: after.count, by: step))
      for end in ends where end <= after.count {
        try IndexSample.write(Array(tail[..<end]), to: path)
        let index = try KnowledgeIndex.open(path)
        #expect(index.generation == old, "\(end) bytes")
        try index.verify()
        let again = try update(path, to: entries, sample.documents, builder: builder())
        #expect(again.generation == name, "\(end) bytes")
        #expect(try IndexSample.read(path) == after, "\(end) bytes")
      }
    }
  }
}
