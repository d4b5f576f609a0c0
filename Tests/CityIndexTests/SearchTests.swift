import CityText
import Testing

@testable import CityIndex

struct SearchTests {
  static let settings: [FieldWeights] = [
    FieldWeights(),
    {
      var weights = FieldWeights()
      (weights.title, weights.aliases, weights.headings, weights.body) = (0.5, 3, 0, 1.7)
      (weights.k1, weights.b) = (0.9, 0.4)
      return weights
    }(),
    {
      var weights = FieldWeights()
      (weights.k1, weights.b) = (2, 1)
      return weights
    }(),
    {
      var weights = FieldWeights()
      weights.b = 0
      return weights
    }(),
  ]

  @Test(arguments: settings.indices, [1, 2, 3, 4, 5] as [UInt64])
  func ranksLikeBruteForce(setting: Int, seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = corpus.documents(60)
    let weights = Self.settings[setting]
    let brute = BruteForceRanking(documents, weights: weights)
    let index = try IndexSample.index(of: documents)
    #expect(index.passageCount == brute.passages.count)
    for _ in 0..<10 {
      let query = IndexQuery(corpus.text(words: 1...8))
      let expected = brute.scores(query.terms)
      let found = index.search(query, limit: index.passageCount, weights: weights)
      #expect(Set(found.map(\.passage)) == Set(expected.keys))
      for hit in found {
        let score = try #require(expected[hit.passage])
        #expect(abs(Double(hit.score) - score) < 1e-4)
      }
      for (a, b) in zip(found, found.dropFirst()) {
        #expect(a.score > b.score || a.score == b.score && a.passage < b.passage)
      }
      // A shorter list is the head of the longer one.
      for limit in [1, 3, 10] {
        #expect(index.search(query, limit: limit, weights: weights) == Array(found.prefix(limit)))
      }
    }
  }

  /// Both stages against their definition: the best by the leading terms, then the best of these by all.
  @Test(arguments: settings.indices, [41, 42] as [UInt64])
  func eachStageIsExactOverItsTerms(setting: Int, seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    // Enough passages for more postings than the leading terms may have.
    let documents = (0..<900).map { number in
      IndexSample.document(
        "d\(number)", title: corpus.text(words: 0...3),
        clauses: (0..<4).map { _ in (corpus.text(words: 0...2), corpus.text(words: 1...12)) })
    }
    let weights = Self.settings[setting]
    let brute = BruteForceRanking(documents, weights: weights)
    let index = try IndexSample.index(of: documents)
    var (late, chosen) = (0, 0)
    for _ in 0..<12 {
      let query = IndexQuery(corpus.text(words: 3...9))
      let plan = SearchPlan(query, in: index)
      let keys = Set(plan.terms[..<plan.leading].map(\.key))
      let leading = query.terms.filter { keys.contains($0.key) }
      late += plan.terms.count - plan.leading
      let all = brute.scores(query.terms)
      let first = Self.ranked(brute.scores(leading))
      for depth in [1, 5, 40] {
        let limit = min(depth, 5)
        let isChosen = leading.count < plan.terms.count && first.count >= depth
        if isChosen { chosen += 1 }
        let candidates = isChosen ? Array(first.prefix(depth)) : Self.ranked(all)
        // What ties in double precision may be told apart in single, and the other way round.
        if isChosen, first.count > depth, first[depth - 1].score - first[depth].score < 1e-4 {
          continue
        }
        let expected = candidates.map { all[$0.passage] ?? 0 }.sorted(by: >).prefix(limit)
        let found = index.search(query, limit: limit, weights: weights, depth: depth)
        #expect(found.count == expected.count)
        for (hit, score) in zip(found, expected) {
          #expect(abs(Double(hit.score) - score) < 1e-4)
          #expect(abs(Double(hit.score) - (all[hit.passage] ?? 0)) < 1e-4)
          #expect(candidates.contains { $0.passage == hit.passage })
        }
      }
    }
    #expect(late > 0 && chosen > 0)
  }

  @Test func termsLeadUntilTheyHaveEnoughPostings() throws {
    // 表 stands in all 5,000 passages, 三分 in a third of them, 罕见 in one.
    let documents = (0..<5000).map { number in
      IndexSample.document(
        "d\(number)",
        clauses: [("", (number % 3 == 0 ? "三分，" : "") + "表格" + (number == 7 ? "，罕见" : ""))])
    }
    let index = try IndexSample.index(of: documents)
    func leading(_ question: String) -> [String] {
      let query = IndexQuery(question)
      let plan = SearchPlan(query, in: index)
      return plan.terms[..<plan.leading].map { query.terms[$0.place].text }
    }
    #expect(leading("罕见的三分表格") == ["罕见", "三分"])
    #expect(leading("表格") == ["表格"])
    #expect(leading("三") == ["三"])
    #expect(leading("没有") == [])
  }

  /// The part of its work among the chosen passages, against the definition.
  @Test(arguments: [51, 52] as [UInt64], [3, 40, Int.max])
  func theSizeOfAWorkLiftsItsParts(seed: UInt64, depth: Int) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = (0..<300).map { number in
      IndexSample.document(
        "d\(number)", title: number % 4 == 0 ? "条例第\(number)条" : "办法\(number % 40)甲",
        clauses: (0..<2).map { _ in ("", corpus.text(words: 1...12)) })
    }
    let table = try #require(WorkSizes.table(of: documents))
    let index = try IndexSample.index(of: documents, tables: [table])
    let works = WorkSizes(index)
    var moved = 0
    for _ in 0..<20 {
      let query = IndexQuery(corpus.text(words: 2...6))
      let plain = index.search(query, limit: .max, depth: .max)
      guard !plain.isEmpty else { continue }
      let most = SearchPlan(query, in: index).terms.reduce(0) { $0 + $1.factor }
      let chosen = index.search(query, limit: min(depth, plain.count), depth: depth)
      let expected = chosen.map { hit in
        let work = works[index.passage(hit.passage).document]
        return ScoredPassage(
          passage: hit.passage, score: hit.score + most * PassagePrior.greatest * work)
      }.sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
      let found = index.search(query, limit: min(depth, 10), depth: depth, works: works)
      #expect(found.count == min(10, expected.count))
      for (hit, other) in zip(found, expected) { #expect(abs(hit.score - other.score) < 1e-4) }
      if found.map(\.passage) != chosen.prefix(found.count).map(\.passage) { moved += 1 }
    }
    #expect(moved > 0)
  }

  @Test(arguments: settings.indices)
  func noImpactGrowsMoreThanItsStretch(setting: Int) {
    let (usual, weights) = (FieldWeights(), Self.settings[setting])
    var generator = SeededGenerator(state: 61)
    for _ in 0..<2000 {
      let counts = (0..<4).map { _ in Float(Int.random(in: 0...3, using: &generator)) }
      // In averages.
      let lengths = (0..<4).map { _ in Float.random(in: 0.001...20, using: &generator) }
      func impact(_ weights: FieldWeights) -> Float {
        var frequency: Float = 0
        for field in 0..<4 {
          let norm = 1 - weights.b + weights.b * lengths[field]
          frequency += weights[field] * counts[field] / norm
        }
        return frequency > 0 ? frequency / (weights.k1 + frequency) : 0
      }
      guard impact(weights) > 0 else { continue }
      #expect(impact(weights) <= impact(usual) * weights.stretch)
    }
    #expect(usual.stretch == 1)
  }

  private static func ranked(_ scores: [Int: Double]) -> [(passage: Int, score: Double)] {
    scores.map { (passage: $0.key, score: $0.value) }
      .sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func explanationsAddUpToTheScore(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = corpus.documents(30)
    let brute = BruteForceRanking(documents, weights: FieldWeights())
    let index = try IndexSample.index(of: documents)
    let query = IndexQuery("福田区身份证申请材料 identity card fee")
    let found = index.search(query, limit: 1000)
    #expect(!found.isEmpty)
    for hit in found {
      let lines = index.explain(query, passage: hit.passage)
      #expect(abs(lines.reduce(0) { $0 + $1.score } - hit.score) < 1e-4)
      #expect(lines.map(\.score) == lines.map(\.score).sorted(by: >))
      for line in lines {
        let term = try #require(query.terms.first { $0.text == line.term })
        #expect(
          line.frequencies == brute.passages[hit.passage].counts.map { $0[term.key] ?? 0 })
        #expect(line.documentFrequency == index.frequency(of: term.key))
        #expect(line.idf == index.idf(of: term.key))
      }
    }
    let missed = Set(0..<index.passageCount).subtracting(found.map(\.passage))
    for passage in missed { #expect(index.explain(query, passage: passage).isEmpty) }
    #expect(index.explain(query, passage: -1).isEmpty)
    #expect(index.explain(query, passage: index.passageCount).isEmpty)
  }

  @Test(arguments: [21, 22, 23, 24] as [UInt64])
  func filtersKeepWhatTheySay(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = corpus.documents(50)
    let index = try IndexSample.index(of: documents)
    let all = IndexQuery("身份证 申请 card fee 深圳 2023")
    let everything = index.search(all, limit: .max)
    for _ in 0..<20 {
      var query = all
      query.kinds = Self.some(of: ["guide", "policy", "document", "none"], &corpus.generator)
      query.languages = Self.some(of: ["zh", "en", "fr"], &corpus.generator)
      query.skills = Self.some(of: ["a", "b", "c"], &corpus.generator)
      query.documents = Self.some(of: Array(-1...60), &corpus.generator)
      let expected = everything.filter { hit in
        let number = index.passage(hit.passage).document
        let metadata = documents[number].metadata
        return (query.kinds.isEmpty || query.kinds.contains(metadata.kind))
          && (query.languages.isEmpty || query.languages.contains(metadata.language))
          && (query.skills.isEmpty || !query.skills.isDisjoint(with: metadata["skill"]))
          && (query.documents.isEmpty || query.documents.contains(number))
      }
      #expect(index.search(query, limit: 1000) == expected)
      #expect(index.search(query, limit: 3) == Array(expected.prefix(3)))
    }
  }

  private static func some<Value: Hashable>(
    of values: [Value], _ generator: inout SeededGenerator
  ) -> Set<Value> {
    guard Int.random(in: 0..<3, using: &generator) > 0 else { return [] }
    return Set(values.filter { _ in Bool.random(using: &generator) })
  }

  @Test func aKindThatNoDocumentHasFindsNothing() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    var query = IndexQuery("身份证")
    #expect(!index.search(query, limit: 5).isEmpty)
    query.kinds = ["memo"]
    #expect(index.search(query, limit: 5).isEmpty)
  }

  @Test func findsTraditionalCharactersFullWidthAndInflectedWords() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    for (question, document) in [
      ("身份證首次申領", 0), ("ＣＨＡＲＧＥＳ", 1), ("registers", 1), ("人才補貼", 2), ("４０元工本费", 0),
    ] {
      let best = try #require(index.search(IndexQuery(question), limit: 1).first)
      #expect(index.passage(best.passage).document == document, "\(question)")
    }
  }

  @Test func searchesFromManyTasksAgree() async throws {
    var corpus = RandomCorpus(seed: 31)
    let index = try IndexSample.index(of: corpus.documents(40))
    let queries = (0..<20).map { _ in IndexQuery(corpus.text(words: 2...6)) }
    let expected = queries.map { index.search($0, limit: 5) }
    await withTaskGroup(of: [[ScoredPassage]].self) { group in
      for _ in 0..<8 {
        group.addTask { queries.map { index.search($0, limit: 5) } }
      }
      for await found in group { #expect(found == expected) }
    }
  }

  @Test func anEmptyIndexOrQueryFindsNothing() throws {
    let empty = try IndexSample.index(of: [])
    #expect(empty.search(IndexQuery("身份证"), limit: 5).isEmpty)
    #expect(empty.documentCount == 0 && empty.passageCount == 0)
    try empty.verify()
    let city = try IndexSample.index(of: IndexSample.city)
    #expect(city.search(IndexQuery(""), limit: 5).isEmpty)
    #expect(city.search(IndexQuery("？！ …"), limit: 5).isEmpty)
    #expect(city.search(IndexQuery("身份证"), limit: 0).isEmpty)
    #expect(city.search(IndexQuery("身份证"), limit: -1).isEmpty)
  }

  @Test func frequencyCountsPassagesNotOccurrences() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    let key = try #require(TermScanner.terms(of: "身份").first { $0.kind == .bigram }).key
    // In the title, so in all three passages of the first document; of six: ln 2.
    #expect(index.frequency(of: key) == 3)
    #expect(abs(index.idf(of: key) - 0.6931472) < 1e-6)
    #expect(index.frequency(of: 42) == 0)
  }
}
