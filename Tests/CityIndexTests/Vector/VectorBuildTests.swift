import Testing

@testable import CityIndex

struct VectorBuildTests {
  private func written(
    _ documents: [SourceDocument], _ path: String
  ) throws -> KnowledgeIndex {
    _ = try IndexBuilder().write(documents, tables: [], synonyms: [], fingerprint: "", to: path)
    return try KnowledgeIndex.open(path)
  }

  private func append(_ build: VectorBuild, _ passages: some Collection<Int>) throws {
    try build.append(
      passages.map { VectorSample.hashed(build.index.passageText($0)) }, for: passages)
  }

  @Test func theSameTextsGiveTheSameBytesHoweverOftenTheBuildStopped() throws {
    var corpus = RandomCorpus(seed: 5)
    let documents = corpus.documents(30)
    try IndexSample.withFolder { folder in
      let path = folder + "/i"
      let (_, vectors) = try VectorSample.write(documents, to: path)
      let once = try IndexSample.read(vectors.path)
      try vectors.verify(against: KnowledgeIndex.open(path))
      var generator = SeededGenerator(state: 9)
      for _ in 0..<5 {
        try IndexSample.remove(vectors.path)
        let index = try KnowledgeIndex.open(path)
        var left = Int.max
        while left > 0 {
          let build = try VectorBuild(index, model: "hash")
          #expect(build.resumed + build.missing.count == build.total)
          #expect(build.missing.count < left)
          left = build.missing.count
          try append(build, build.missing.prefix(Int.random(in: 1...9, using: &generator)))
        }
        let build = try VectorBuild(index, model: "hash")
        _ = try build.finish()
        #expect(try IndexSample.read(vectors.path) == once)
        #expect(IndexSample.names(in: folder) == ["i", "i.vectors"])
      }
    }
  }

  /// Whatever byte the last write got to, what was whole before it is kept.
  @Test func aTornBatchIsMadeAgain() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/i"
      let index = try written(IndexSample.city, path)
      let partial = path + ".vectors.partial"
      var sizes: [Int] = []
      do {
        let build = try VectorBuild(index, model: "hash")
        for passage in build.missing {
          try append(build, [passage])
          sizes.append(try IndexSample.read(partial).count)
        }
      }
      let whole = try IndexSample.read(partial)
      for cut in stride(from: 0, through: whole.count, by: 7) {
        try IndexSample.write(Array(whole[..<cut]), to: partial)
        let build = try VectorBuild(index, model: "hash")
        #expect(build.resumed == sizes.count { $0 <= cut }, "cut at \(cut)")
        try append(build, build.missing)
        try build.finish().verify(against: index)
        try IndexSample.remove(path + ".vectors")
      }
      // A changed record is made again, those behind it are kept.
      for place in stride(from: sizes[0], to: whole.count, by: 11) {
        var damaged = whole
        damaged[place] ^= 0x40
        try IndexSample.write(damaged, to: partial)
        let build = try VectorBuild(index, model: "hash")
        #expect(build.resumed == sizes.count - 1, "changed at \(place)")
        try append(build, build.missing)
        try build.finish().verify(against: index)
        try IndexSample.remove(path + ".vectors")
      }
    }
  }

  @Test func onlyChangedTextsAreMissingAndVanishedOnesGo() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/i"
      let (before, vectors) = try VectorSample.write(IndexSample.city, to: path)
      #expect(try VectorBuild(before, model: "hash").isCurrent)
      #expect(vectors.count == 6)
      // One document goes, one clause changes, one comes.
      let documents = [
        IndexSample.city[2],
        IndexSample.document(
          "guides/身份证.md", title: "居民身份证首次申领", kind: "guide",
          clauses: [("申请材料", "居民户口簿原件；监护人的身份证。"), ("办理时限", "10个工作日。")]),
        IndexSample.document("new.md", title: "新", clauses: [("一", "新的规定。")]),
      ]
      let index = try written(documents, path)
      #expect(!vectors.isFor(index))
      let build = try VectorBuild(index, model: "hash")
      #expect(build.kept == 2 && build.missing == [2, 3] && !build.isCurrent)
      try append(build, build.missing)
      let after = try build.finish()
      #expect(after.count == 4 && after.isFor(index))
      try after.verify(against: index)
    }
  }

  /// Documents in another order: every vector is there, only their numbers change.
  @Test func aNewGenerationWithoutNewTextsNeedsNoModel() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/i"
      try VectorSample.write(IndexSample.city, to: path)
      let index = try written(IndexSample.city.reversed(), path)
      let build = try VectorBuild(index, model: "hash")
      #expect(build.missing.isEmpty && build.kept == 6 && !build.isCurrent)
      try build.finish().verify(against: index)
    }
  }

  @Test func anotherModelBeginsAnewButNeverDropsWhatAnInterruptedOneMade() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/i"
      let (index, vectors) = try VectorSample.write(IndexSample.city, to: path)
      do {
        let build = try VectorBuild(index, model: "other")
        #expect(build.kept == 0 && build.missing.count == 6)
        try build.append([[1, 2, 3]], for: [0])
      }
      let error = #expect(throws: IndexError.self) { try VectorBuild(index, model: "hash") }
      #expect(error?.code == .otherVectors && error?.path == vectors.path + ".partial")
      #expect(error?.message.contains("“other”") == true)
      // The old vectors serve until the new ones are whole.
      #expect(try VectorIndex.open(vectors.path).model == "hash")
      let build = try VectorBuild(index, model: "other")
      #expect(throws: IndexError.self) { try build.finish() }
      try build.append(build.missing.map { [Float($0), 1, 1] }, for: build.missing)
      #expect(try build.finish().model == "other")
    }
  }

  @Test(
    arguments: [
      [[1, .nan]], [[0, 0]], [[1, 2, 3]], [[]], [], [[1, 2], [3, 4]], [[.infinity, 1]],
    ] as [[[Float]]])
  func vectorsThatAreNoneAreNotKept(vectors: [[Float]]) throws {
    try IndexSample.withFolder { folder in
      let index = try written(IndexSample.city, folder + "/i")
      let build = try VectorBuild(index, model: "m")
      try build.append([[3, 4]], for: [0])
      let before = try IndexSample.read(folder + "/i.vectors.partial")
      let error = #expect(throws: IndexError.self) { try build.append(vectors, for: [1]) }
      #expect(error?.code == .otherVectors)
      #expect(try IndexSample.read(folder + "/i.vectors.partial") == before)
    }
  }

  @Test func oneBuildAtATime() throws {
    try IndexSample.withFolder { folder in
      let index = try written(IndexSample.city, folder + "/i")
      let build = try VectorBuild(index, model: "m")
      let error = #expect(throws: IndexError.self) { try VectorBuild(index, model: "m") }
      #expect(error?.code == .inUse)
      build.leave()
      #expect(IndexSample.names(in: folder) == ["i"])
    }
  }

  @Test func aFileThatIsNoListOfVectorsIsLeftAlone() throws {
    try IndexSample.withFolder { folder in
      let index = try written(IndexSample.city, folder + "/i")
      let letter = Array("a letter that somebody put here by mistake, long enough".utf8)
      try IndexSample.write(letter, to: folder + "/i.vectors.partial")
      #expect(throws: IndexError.self) { try VectorBuild(index, model: "m") }
      #expect(try IndexSample.read(folder + "/i.vectors.partial") == letter)
    }
  }
}
