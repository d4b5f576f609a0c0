import CityText
import Testing

@testable import CityIndex

struct AnswerMemoryTests {
  private static let documents = [
    IndexSample.document(
      "a", title: "社会保险规定",
      clauses: [("缴费", "用人单位应当按月缴纳社会保险费。"), ("补缴", "逾期未缴的，责令限期补足并加收滞纳金。")]),
    IndexSample.document("b", title: "养犬规定", clauses: [("登记", "养犬应当登记，携犬出户应当束犬链。")]),
    IndexSample.document("c", title: "绿化规定", clauses: [("树木", "不得擅自砍伐城市树木。")]),
  ]

  private func ranker(_ pairs: [ConfirmedPair]) throws -> PassageRanker {
    try PassageRankerTests.ranker(try IndexSample.index(of: Self.documents)).remembering(pairs)
  }

  private func clauses(_ ranker: PassageRanker, _ question: String) -> [String] {
    ranker.passages(for: question, limit: 10).map { ranker.index.passage($0.passage).clause }
  }

  private func compiled(_ pairs: [ConfirmedPair]) -> MemoryCompilation {
    MemoryCompilation(
      pairs, in: IndexedSources(Self.documents), synonyms: .none, silent: PhraseTable())
  }

  @Test func aConfirmedClauseComesFirstForASimilarQuestionThatSharesNoWordWithIt() throws {
    let pair = ConfirmedPair(question: "老板赖账咋办", document: "a", clause: "补缴/2")
    #expect(!clauses(try ranker([]), "老板赖账找谁").contains("补缴/2"))
    #expect(clauses(try ranker([pair]), "老板赖账找谁").first == "补缴/2")
  }

  @Test func anUnrelatedQuestionChangesNoScore() throws {
    let plain = try ranker([])
    let learned = try ranker([ConfirmedPair(question: "老板拖欠五险一金", document: "a")])
    #expect(learned.memory != nil && plain.memory == nil)
    for question in ["养犬要登记吗", "城市树木能砍伐吗", "", "x"] {
      #expect(learned.passages(for: question, limit: 9) == plain.passages(for: question, limit: 9))
    }
  }

  @Test func theQuestionsFilterKeepsOutWhatTheMemoryBrings() throws {
    let ranker = try ranker([ConfirmedPair(question: "老板拖欠五险一金", document: "c")])
    var question = ranker.question("老板拖欠五险一金")
    #expect(!ranker.rank(question, limit: 9).isEmpty)
    question.query.documents = [1]
    #expect(
      ranker.rank(question, limit: 9).allSatisfy {
        ranker.index.passage($0.passage).document == 1
      })
  }

  @Test func noQuestionStandsInTheTable() throws {
    let text = "老板拖欠五险一金咋办zebra"
    let bytes = compiled([ConfirmedPair(question: text, document: "a")]).table.bytes
    for part in ["老板", "拖欠", "zebra"] {
      let wanted = Array(part.utf8)
      #expect(
        !(0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) })
    }
  }

  @Test func whatCannotBeTakenIsNamedWithItsLine() {
    let compiled = compiled([
      ConfirmedPair(question: "养犬", document: "b", line: 1),
      ConfirmedPair(question: "养犬", document: "b", line: 2),
      ConfirmedPair(question: "养犬", document: "none", line: 3),
      ConfirmedPair(question: "养犬", document: "b", clause: "none", line: 4),
      ConfirmedPair(question: "？！", document: "b", line: 5),
      ConfirmedPair(question: String(repeating: "证", count: 100_000), document: "b", line: 6),
      ConfirmedPair(question: "养犬", document: "c", line: 7),
    ])
    #expect(compiled.taken == 2 && compiled.leftOut.map(\.line) == [2, 3, 4, 5, 6])
    #expect(compiled.leftOut.allSatisfy { $0.reason.contains(":") })
  }

  @Test func whereNoTwoQuestionsShareAnAnswerNothingIsLifted() throws {
    var corpus = RandomCorpus(seed: 5)
    let documents = (0..<60).map { i in
      IndexSample.document("d\(i)", title: "t\(i)x", clauses: [("c", corpus.text(words: 8...30))])
    }
    // The same words in each question: all resemble each other.
    let pairs = (0..<60).map {
      ConfirmedPair(question: "这件事情怎么办理 \(corpus.text(words: 2...3))", document: "d\($0)")
    }
    let shared = pairs.map {
      ConfirmedPair(question: $0.question, document: "d\(($0.document.utf8.last ?? 0) % 2)")
    }
    func trust(_ pairs: [ConfirmedPair]) throws -> Float {
      try AnswerMemory(
        MemoryCompilation(
          pairs, in: IndexedSources(documents), synonyms: .none, silent: PhraseTable())
      ).trust
    }
    #expect(try trust(pairs) < 0.2)
    #expect(try trust(shared) == 1)
  }

  @Test func theTableOfAnUpdateIsThatOfABuild() throws {
    let pairs = [
      ConfirmedPair(question: "老板拖欠五险一金", document: "a", clause: "补缴/2"),
      ConfirmedPair(question: "遛狗不牵绳", document: "b"),
      ConfirmedPair(question: "邻居砍树", document: "c"),
    ]
    let old = try IndexSample.index(of: [Self.documents[0], Self.documents[2]])
    let sources = IndexedSources(
      [.kept(0..<1), .new(Self.documents[1]), .kept(1..<2)], in: old)
    let updated = MemoryCompilation(pairs, in: sources, synonyms: .none, silent: PhraseTable())
    #expect(updated.taken == 3 && updated.table.bytes == compiled(pairs).table.bytes)
    let rest = IndexedSources([.kept(1..<2)], in: old)
    let fewer = MemoryCompilation(pairs, in: rest, synonyms: .none, silent: PhraseTable())
    #expect(fewer.taken == 1 && fewer.leftOut.count == 2)
  }

  @Test func changedBytesAreAnErrorOrHarmless() throws {
    let pairs = ["养犬要登记吗", "树木砍了怎么办", "社保没缴"].enumerated().map {
      ConfirmedPair(question: $1, document: ["b", "c", "a"][$0])
    }
    let table = compiled(pairs).table
    let count = Self.documents.count
    var ranker = try ranker(pairs)
    try AnswerMemory(table.bytes, path: "t").verify(documents: count, path: "t")
    var random = SeededGenerator(state: 3)
    for round in 0..<2_000 {
      var bytes = table.bytes
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
        1 << UInt8.random(in: 0...7, using: &random)
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
      do throws(IndexError) {
        let memory = try AnswerMemory(bytes, path: "t")
        try? memory.verify(documents: count, path: "t")
        ranker.memory = memory
        for passage in ranker.passages(for: "养犬登记社保树木", limit: 9) {
          #expect((0..<ranker.index.passageCount).contains(passage.passage))
        }
      } catch {
        #expect(error.code == .damaged)
      }
    }
  }

  @Test func verifyFindsADamagedMemory() throws {
    let good = compiled([ConfirmedPair(question: "养犬", document: "b")]).table
    try IndexSample.index(of: Self.documents, tables: [good]).verify()
    var bad = good
    // The document of the only place.
    bad.bytes[bad.bytes.count - 8 - 16] = 200
    let index = try IndexSample.index(of: Self.documents, tables: [bad])
    #expect(throws: IndexError.self) { try index.verify() }
  }

  @Test func similarityIsThatOfTheSlowVersion() throws {
    var corpus = RandomCorpus(seed: 11)
    let texts = (0..<40).map { _ in corpus.text(words: 1...10) }
    let memory = try AnswerMemory(
      compiled(texts.map { ConfirmedPair(question: $0, document: "a") }))
    var unique: [[UInt8]] = []
    for text in texts.map({ Folding.fold(Array($0.utf8)) })
    where !unique.contains(text)
      && !MemoryTerms.terms(of: text, silent: PhraseTable()).isEmpty
    { unique.append(text) }
    let known = unique.map { MemoryTerms.terms(of: $0, silent: PhraseTable()) }
    func rarity(_ key: UInt64) -> Float {
      MemoryWriter.rarity(known.count { $0.contains { $0.key == key } }, of: known.count)
    }
    func length(_ terms: [MemoryTerms.Weighted]) -> Float {
      terms.reduce(0) { $0 + $1.factor * rarity($1.key) * $1.factor * rarity($1.key) }
        .squareRoot()
    }
    for _ in 0..<20 {
      let text = Folding.fold(Array(corpus.text(words: 1...10).utf8))
      let terms = MemoryTerms.terms(of: text, silent: PhraseTable())
      let found = memory.similar(to: terms, least: 0.05, limit: 100)
      for (number, other) in known.enumerated() {
        let product = terms.reduce(Float(0)) { sum, term in
          let weight = rarity(term.key) * rarity(term.key) * term.factor
          return sum + weight * (other.first { $0.key == term.key }?.factor ?? 0)
        }
        let wanted = product / length(terms) / length(other)
        let similarity = found.first { $0.question == number }?.similarity ?? 0
        #expect(abs(min(1, wanted) - similarity) < 1e-4 || wanted < 0.051)
      }
    }
  }
}
