import CityText
import Testing

@testable import CityIndex

struct PassageRankerTests {
  static func ranker(_ index: KnowledgeIndex) -> PassageRanker {
    var silent = PhraseTable()
    for word in ["怎么", "请问"] { silent.insert(Array(word.utf8)[...]) }
    return PassageRanker(index, silent: silent)
  }

  @Test func rankingAgainLosesNothingAndDoublesNothing() throws {
    var corpus = RandomCorpus(seed: 5)
    let index = try IndexSample.index(of: corpus.documents(60))
    for _ in 0..<60 {
      var ranker = Self.ranker(index)
      let text = corpus.text(words: 0...12)
      ranker.depth = Int.random(in: 1...40, using: &corpus.generator)
      let limit = Int.random(in: 1...80, using: &corpus.generator)
      let ranked = ranker.passages(for: text, limit: limit)
      let question = ranker.question(text)
      let found = index.search(
        ranker.firstQuery(question), limit: max(limit, ranker.depth),
        weights: PassageRanker.firstStage)
      #expect(ranked.count == min(limit, found.count))
      #expect(Set(ranked.map(\.passage)).count == ranked.count)
      #expect(Set(ranked.map(\.passage)).isSubset(of: Set(found.map(\.passage))))
      // What lies behind the candidates keeps its place.
      #expect(
        ranked.dropFirst(ranker.depth).elementsEqual(found.prefix(limit).dropFirst(ranker.depth)))
      #expect(ranker.passages(for: text, limit: limit) == ranked)
    }
  }

  @Test func withoutWeightsTheFirstOrderStands() throws {
    var corpus = RandomCorpus(seed: 6)
    let index = try IndexSample.index(of: corpus.documents(40))
    var ranker = Self.ranker(index)
    ranker.weights = nil
    for _ in 0..<30 {
      let text = corpus.text(words: 1...12)
      #expect(
        ranker.passages(for: text, limit: 10)
          == index.search(
            ranker.firstQuery(ranker.question(text)), limit: 10, weights: PassageRanker.firstStage,
            depth: PassageRanker.depthAlone, works: WorkSizes(index)))
    }
  }

  @Test func featuresAreSharesOfTheQuestion() throws {
    var corpus = RandomCorpus(seed: 8)
    let index = try IndexSample.index(of: corpus.documents(60))
    let ranker = Self.ranker(index)
    let width = RankFeature.allCases.count
    for _ in 0..<60 {
      let question = ranker.question(corpus.text(words: 1...15))
      let (found, features) = ranker.candidates(for: question)
      #expect(features.count == found.count * width)
      for (i, value) in features.enumerated() {
        #expect(value.isFinite)
        let feature = RankFeature.allCases[i % width]
        guard ![.length, .saturation, .characterSaturation, .document].contains(feature) else {
          continue
        }
        #expect(value >= 0 && value <= 1.001, "\(feature)")
      }
    }
  }

  @Test func ofEqualClausesThatOfTheLargerWorkComesFirst() throws {
    let small = IndexSample.document(
      "a", title: "小规定第一条", clauses: [("正文", "用人单位应当按时支付劳动报酬。")])
    let large = (1...30).map { number in
      IndexSample.document(
        "b\(number)", title: "大法律第\(number)条",
        clauses: [("正文", number == 9 ? "用人单位应当按时支付劳动报酬。" : "本法第\(number)条另有规定。")])
    }
    let documents = [small] + large
    let index = try IndexSample.index(
      of: documents, tables: [try #require(WorkSizes.table(of: documents))])
    let best = try #require(
      Self.ranker(index).passages(for: "请问单位不按时支付报酬怎么办", limit: 1).first)
    #expect(index.documentID(index.passage(best.passage).document) == "b9")
  }

  @Test func questionWordsHardlyCount() throws {
    let index = try IndexSample.index(of: [
      IndexSample.document("a", clauses: [("一", "怎么怎么怎么，请问请问请问。")]),
      IndexSample.document("b", clauses: [("一", "居住证在街道窗口领取。")]),
    ])
    let best = Self.ranker(index).passages(for: "请问怎么领居住证", limit: 2)
    #expect(best.first.map { index.passage($0.passage).document } == 1)
  }

  @Test(arguments: ["", "？", "   ", "怎么", "\u{0}\u{FFFD}", String(repeating: "证", count: 100_000)])
  func oddQuestionsDoNoHarm(text: String) throws {
    let index = try IndexSample.index(of: IndexSample.city)
    let ranked = Self.ranker(index).passages(for: text, limit: 5)
    #expect(ranked.count <= 5)
    #expect(ranked.allSatisfy { $0.score.isFinite })
  }

  @Test func aDocumentLongerThanIsReadWholeIsRanked() throws {
    let filler = String(repeating: "其他事项按照有关规定办理。", count: 60)
    let clauses = (0..<20).map { ("条\($0)", $0 == 17 ? "公积金贷款额度最高一百二十万元。" : filler) }
    let index = try IndexSample.index(of: [
      IndexSample.document("long", clauses: clauses),
      IndexSample.document("short", clauses: [("一", "公积金中心地址。")]),
    ])
    let best = try #require(Self.ranker(index).passages(for: "公积金贷款额度多少", limit: 1).first)
    #expect(index.passage(best.passage).clause == "条17/18")
  }
}
