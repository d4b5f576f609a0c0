import CityAgentTesting
import CityIndex
import CityText
import Testing

@testable import CityAgent

/// Figures proved by cells of a table document.
@Suite struct TableCellTests {
  let index: KnowledgeIndex
  let document: Int
  let text: String

  init() throws {
    text = """
      indicator,region,period,value,source
      地区生产总值,全国,2024Q1,105.3,"公报, 第一页"
      "第二产业, 增加值",全国,2024Q1, 106.0 ,公报
      地区生产总值,全国,2023Q1,-3,公报

      """
    index = try TemporaryKnowledge(files: ["indicators/quarter.csv": text]).base.index
    document = try #require(index.documentNumber(id: "indicators/quarter.csv"))
  }

  /// The bytes of the first place where `part` stands.
  func range(_ part: String) -> Range<Int> {
    let start = ByteSearch.first(of: Array(part.utf8), in: Array(text.utf8), from: 0)!
    return start..<(start + part.utf8.count)
  }

  func verify(_ sentence: String, _ part: String, _ value: Double, keys: [String] = [])
    -> VerifiedSentence?
  {
    var verifier = Verifier(index, language: .chinese)
    let span = EvidenceSpan(table: document, range: range(part))
    return verifier.verified(
      DraftSentence(
        .computed(
          sentence,
          Derivation(
            formula: .cell(0), cells: [.init(span: span, value: value, keys: keys)], value: value,
            unit: "", decimals: 1))))
  }

  @Test func aCellIsCitedByItsLineAndColumn() throws {
    let sentence = try #require(
      verify("指数为105.3。", "105.3", 105.3, keys: ["地区生产总值", "2024Q1"]))
    let citation = try #require(sentence.citations.first)
    #expect(citation.document == "indicators/quarter.csv")
    #expect(citation.clause == "row 2/column value")
    #expect(citation.quote == "105.3")
    #expect(
      index.text(document: document, range: citation.range).map {
        String(decoding: $0, as: UTF8.self)
      }
        == citation.quote)
  }

  @Test func quotedFieldsAndSpacesDoNotShiftTheColumn() throws {
    let sentence = try #require(verify("指数为106.0。", "106.0", 106, keys: ["第二产业, 增加值"]))
    #expect(sentence.citations.first?.clause == "row 3/column value")
    #expect(verify("为-3。", "-3", -3)?.citations.first?.clause == "row 4/column value")
  }

  @Test(arguments: ["105", "5.3", "105.3,", "区生产", "全国,2024Q1", "indicator", "公报, 第一页"])
  func whatIsNoWholeCellOfARowIsNoProof(part: String) {
    #expect(verify("指数为105.3。", part, 105.3) == nil)
  }

  @Test func aWrongValueOrAnotherRowsKeyIsNoProof() {
    #expect(verify("指数为105.4。", "105.3", 105.4) == nil)
    #expect(verify("指数为105.3。", "105.3", 105.3, keys: ["2023Q1"]) == nil)
    #expect(verify("指数为105.3。", "105.3", 105.3, keys: ["地区生产"]) == nil)
    #expect(verify("指数为3。", "-3", 3) == nil)
  }

  @Test func aTableIsNeverRanked() {
    #expect(index.passages(of: document).isEmpty)
    #expect(
      index.search(IndexQuery("地区生产总值"), limit: 5).allSatisfy {
        index.passage($0.passage).document != document
      })
    #expect(index.document(document).metadata.kind == "table")
  }
}
