import Testing

@testable import CityIndex

/// Documents that nobody writes and somebody will index.
struct HostileDocumentTests {
  @Test func termsOfAHundredThousandCharactersAreTerms() throws {
    let word = String(repeating: "abcdefghij", count: 10_000)
    let number = String(repeating: "1234567890", count: 10_000)
    let han = String(repeating: "福田区深圳市", count: 17_000)
    let documents = [
      IndexSample.document("word", clauses: [("h", word)]),
      IndexSample.document("number", title: number, clauses: [(number, number)]),
      IndexSample.document("han", clauses: [("h", han)]),
    ]
    let index = try IndexSample.index(of: documents)
    try index.verify()
    for (number, text) in [word, number, "深圳市福田区"].enumerated() {
      let best = try #require(index.search(IndexQuery(text), limit: 1).first)
      #expect(index.passage(best.passage).document == number)
    }
    // A longer word is another one.
    #expect(index.search(IndexQuery(word + "k"), limit: 1).isEmpty)
  }

  /// Lengths and frequencies that 16 bits do not hold.
  @Test func apassageOfAMillionTermsIsRankedByItsLength() throws {
    let long = String(repeating: "身份证补贴。", count: 70_000) + "公积金"
    let documents = [
      IndexSample.document("long", clauses: [("", long), ("", "公积金提取")]),
      IndexSample.document("short", clauses: [("", "公积金")]),
    ]
    let index = try IndexSample.index(of: documents)
    try index.verify()
    let brute = BruteForceRanking(documents, weights: FieldWeights())
    for text in ["公积金", "身份证", "补贴公积金"] {
      let query = IndexQuery(text)
      let expected = brute.scores(query.terms)
      let found = index.search(query, limit: 10)
      #expect(Set(found.map(\.passage)) == Set(expected.keys))
      for hit in found { #expect(abs(Double(hit.score) - (expected[hit.passage] ?? 0)) < 1e-4) }
    }
  }

  @Test func tenThousandEmptyDocumentsAreKept() throws {
    let documents = (0..<10_000).map {
      SourceDocument(id: "e\($0)", metadata: DocumentMetadata(), text: [], clauses: [])
    }
    let index = try IndexSample.index(of: documents)
    try index.verify()
    #expect(index.documentCount == 10_000 && index.passageCount == 0 && index.termCount == 0)
    #expect(index.documentNumber(id: "e9999") == 9999)
    #expect(index.search(IndexQuery("身份证"), limit: 5).isEmpty)
  }

  @Test func idsThatDifferInCaseOrNormalFormAreDifferent() throws {
    let ids = ["A", "a", "caf\u{E9}", "cafe\u{301}", "Ａ", "a ", "", "a/../a"]
    let documents = ids.map { IndexSample.document($0, title: $0, clauses: [($0, $0 + " 公积金")]) }
    let index = try IndexSample.index(of: documents)
    try index.verify()
    for (number, id) in ids.enumerated() { #expect(index.documentNumber(id: id) == number) }
    #expect(index.search(IndexQuery("公积金"), limit: 20).count == ids.count)
  }

  /// A corpus names its documents itself.
  @Test func idsOfACorpusDifferByTheirBytes() throws {
    let ids = ["X", "x", "caf\u{E9}", "cafe\u{301}", "Ｘ", "x ", "X"]
    var corpus = CorpusFile(id: "corpus.jsonl", lineLimit: 1 << 20)
    for (number, id) in ids.enumerated() {
      let line = Array("{\"_id\": \"\(id)\", \"text\": \"规定\"}".utf8)
      corpus.read(line, (number + 1, line.indices), isPlain: true)
    }
    #expect(corpus.documents.map { Array($0.id.utf8) } == ids.dropLast().map { Array($0.utf8) })
    #expect(corpus.problems.map(\.line) == [7])
    try IndexSample.index(of: corpus.documents).verify()
  }

  /// Work that is quadratic in them would take minutes of a build, and of each first search.
  @Test func manyWordsThatBeginAlikeAreSynonyms() throws {
    let words = (0..<20_000).map { "长长长\($0)" }
    let lines = words.map { "户口簿, \($0)\n" }.joined()
    let group = words.joined(separator: ",") + "\n"
    let rules = words.map { "\($0) => 户口簿\n" }.joined()
    for text in [lines, group] {
      let synonyms = try Synonyms.parse(Array(text.utf8), path: "s")
      let found = synonyms.expansions(of: Array("我的长长长19999呢".utf8))
      #expect(found.map(\.range) == [6..<20])
      #expect(found.first?.equals.count == (text == group ? 19_999 : 1))
    }
    let synonyms = try Synonyms.parse(Array(rules.utf8), path: "s")
    #expect(
      synonyms.rewritten(Array("我的长长长19999呢".utf8)) == Array("我的户口簿呢".utf8))
    let all = try Synonyms.parse(Array(lines.utf8), path: "s")
      .expansions(of: Array("户口簿".utf8))
    #expect(all.first?.equals.count == 20_000)
  }

  @Test func synonymsInACircleComeToAnEnd() throws {
    let text = "甲词 => 乙词\n乙词 => 丙词\n丙词 => 甲词\n子, 丑\n丑, 寅\n寅, 子\n子子 => 子子子\n"
    let synonyms = try Synonyms.parse(Array(text.utf8), path: "s")
    #expect(synonyms.rewritten(Array("甲词乙词".utf8)) == Array("乙词丙词".utf8))
    #expect(synonyms.rewritten(Array("子子子".utf8)) == Array("子子子子".utf8))
    let index = try IndexSample.index(
      of: [IndexSample.document("d", clauses: [("", "寅")])], synonyms: Array(text.utf8))
    #expect(index.search(IndexQuery("子", synonyms: index.synonyms), limit: 1).count == 1)
    try index.verify()
  }
}
