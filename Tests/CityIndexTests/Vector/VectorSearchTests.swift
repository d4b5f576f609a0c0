import Testing

@testable import CityIndex

struct VectorSearchTests {
  /// Exact: the same as multiplying everything out over the quantised numbers.
  @Test(arguments: [1, 2, 15, 16, 31, 32, 33, 100, 384, 1024])
  func findsWhatASlowSearchFinds(dimension: Int) throws {
    var generator = SeededGenerator(state: UInt64(dimension))
    var corpus = RandomCorpus(seed: UInt64(dimension))
    let documents = corpus.documents(40)
    try IndexSample.withFolder { folder in
      let (index, vectors) = try VectorSample.write(documents, to: folder + "/i") { _ in
        VectorSample.vector(dimension, &generator)
      }
      #expect(vectors.dimension == dimension)
      for _ in 0..<5 {
        let question = VectorSample.vector(dimension, &generator)
        let expected = try Self.slow(question, vectors)
        for limit in [1, 3, 10, expected.count + 5] {
          let found = try vectors.search(question, in: index, limit: limit)
          #expect(found == Array(expected.prefix(limit)))
        }
      }
    }
  }

  /// The whole file multiplied out in whole numbers, sorted, ties by passage.
  static func slow(_ question: [Float], _ vectors: VectorIndex) throws -> [ScoredPassage] {
    let question = try #require(QuantisedVector(question))
    var all: [ScoredPassage] = []
    for passage in 0..<vectors.passageCount {
      guard let row = vectors.row(of: passage) else { continue }
      let vector = vectors.vector(of: row)
      var sum = 0
      for (a, b) in zip(vector.numbers, question.numbers) { sum += Int(a) * Int(b) }
      let score = Float(sum) * (vector.scale * question.scale)
      if score > 0 { all.append(ScoredPassage(passage: passage, score: score)) }
    }
    return all.sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
  }

  /// Quantising must not change which passages are found, but for near ties.
  @Test func quantisingKeepsWhatIsNear() throws {
    var generator = SeededGenerator(state: 7)
    let count = 400
    let floats = (0..<count).map { _ in VectorSample.vector(384, &generator) }
    let quantised = floats.compactMap { QuantisedVector($0) }
    try #require(quantised.count == count)
    var (found, wanted) = (0, 0)
    for _ in 0..<12 {
      // No passage stands out: the hardest case for the order.
      let question = VectorSample.near(floats[0], 3, &generator)
      let other = try #require(QuantisedVector(question))
      let exact = floats.map { zip($0, question).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
      let coarse = quantised.map { vector in
        Float(zip(vector.numbers, other.numbers).reduce(0) { $0 + Int($1.0) * Int($1.1) })
          * vector.scale * other.scale
      }
      for (a, b) in zip(exact, coarse) { #expect(abs(a - b) < 0.006) }
      func best(_ scores: [Float]) -> Set<Int> {
        Set(scores.indices.sorted { scores[$0] > scores[$1] }.prefix(10))
      }
      found += best(exact).intersection(best(coarse)).count
      wanted += 10
    }
    #expect(Double(found) / Double(wanted) > 0.95, "\(found) of \(wanted)")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func filtersKeepWhatTheySay(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = corpus.documents(40)
    try IndexSample.withFolder { folder in
      let (index, vectors) = try VectorSample.write(documents, to: folder + "/i")
      let question = VectorSample.hashed(index.passageText(3))
      let all = try vectors.search(question, in: index, limit: .max)
      #expect(all.first?.passage == 3 || all.first.map { $0.score > 0.99 } == true)
      for kind in ["guide", "policy", "none"] {
        var query = IndexQuery(terms: [])
        query.kinds = [kind]
        query.languages = ["zh"]
        let expected = all.filter { hit in
          let metadata = documents[index.passage(hit.passage).document].metadata
          return metadata.kind == kind && metadata.language == "zh"
        }
        #expect(try vectors.search(question, keeping: query, in: index, limit: 500) == expected)
        #expect(
          try vectors.search(question, keeping: query, in: index, limit: 2)
            == Array(expected.prefix(2)))
      }
    }
  }

  /// Passages of one text share a vector, and all of them are found, in their order.
  @Test func equalTextsShareAVector() throws {
    let documents = (0..<6).map { number in
      IndexSample.document(
        "d\(number)", title: "同一个标题",
        clauses: [("第一条", number % 2 == 0 ? "完全相同的一条规定。" : "另外的第\(number)条规定。")])
    }
    try IndexSample.withFolder { folder in
      let (index, vectors) = try VectorSample.write(documents, to: folder + "/i")
      #expect(vectors.count == 4 && vectors.passageCount == 6)
      let question = VectorSample.hashed(index.passageText(0))
      let found = try vectors.search(question, in: index, limit: 6)
      #expect(found.prefix(3).map(\.passage) == [0, 2, 4])
      #expect(try vectors.search(question, in: index, limit: 2).map(\.passage) == [0, 2])
      try vectors.verify(against: index)
    }
  }

  @Test(arguments: [[], [1], [0, 0, 0], [.nan, 1, 1], [.infinity, 1, 1]] as [[Float]])
  func aVectorThatIsNoneOrOfAnotherModelIsAnError(question: [Float]) throws {
    try IndexSample.withFolder { folder in
      let (index, vectors) = try VectorSample.write(IndexSample.city, to: folder + "/i") { text in
        VectorSample.hashed(text, dimension: 3)
      }
      let error = #expect(throws: IndexError.self) {
        try vectors.search(question, in: index, limit: 3)
      }
      #expect(error?.code == .otherVectors && error?.path == vectors.path)
      // Its length does not matter.
      let long: [Float] = [3e4, 2e4, -1e4]
      let unit = VectorSample.unit(long)
      #expect(
        try vectors.search(long, in: index, limit: 9).map(\.passage)
          == vectors.search(unit, in: index, limit: 9).map(\.passage))
    }
  }

  @Test func anotherGenerationIsAnError() throws {
    try IndexSample.withFolder { folder in
      let (_, vectors) = try VectorSample.write(IndexSample.city, to: folder + "/i")
      let other = try IndexSample.index(of: Array(IndexSample.city.dropLast(2)))
      #expect(!vectors.isFor(other))
      let error = #expect(throws: IndexError.self) {
        try vectors.search([Float](repeating: 1, count: 48), in: other, limit: 3)
      }
      #expect(error?.code == .otherVectors)
    }
  }
}
