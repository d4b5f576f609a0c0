import CityAgentTesting
import CityIndex
import CityText
import Testing

@testable import CityAgent

@Suite struct VerifierTests {
  static let body = "居住证签注需要3个工作日办结，工本费20元。\n2022年GDP为5514.5亿元，2021年为5318.0亿元。"
  let knowledge: TemporaryKnowledge

  init() throws {
    knowledge = try TemporaryKnowledge(files: [
      "policies/a.md": "---\ntitle: 试验文件\n---\n# 试验文件\n\n## 规定\n\(Self.body)\n"
    ])
  }

  var index: KnowledgeIndex { knowledge.base.index }

  func span(of text: String) throws -> EvidenceSpan {
    for number in 0..<index.passageCount {
      let passage = index.passage(number)
      let bytes = try #require(index.text(document: passage.document, range: passage.range))
      if let at = ByteSearch.first(of: Array(text.utf8), in: bytes) {
        let start = passage.range.lowerBound + at
        return EvidenceSpan(passage: number, range: start..<(start + text.utf8.count))
      }
    }
    throw AgentError(.record, "the test's text is not in the test's document")
  }

  func verify(_ kind: DraftSentence.Kind) -> VerifiedSentence? {
    var verifier = Verifier(index, language: .chinese)
    return verifier.verified(DraftSentence(kind))
  }

  @Test func aVerbatimSentenceHoldsAndItsCitationResolves() throws {
    let text = "居住证签注需要3个工作日办结，工本费20元。"
    let sentence = try #require(verify(.quoted(text, try span(of: text))))
    let citation = try #require(sentence.citations.first)
    #expect(citation.quote == text)
    #expect(citation.number == 1)
    let document = try #require(index.document(id: citation.document))
    let bytes = try #require(index.text(document: document.number))
    #expect(Array(bytes[citation.range]) == Array(text.utf8))
    #expect(SHA256.hex(bytes) == citation.digest)
  }

  @Test(arguments: [
    ("签注三个工作日办结。", true), ("工本费为20块钱。", true), ("签注需要5个工作日。", false), ("工本费30元。", false),
    ("依据《居住证条例》办理。", false), ("办好要3个月。", false),
  ])
  func aRewordingHoldsOnlyWithLiteralsOfItsClause(text: String, holds: Bool) throws {
    let span = try span(of: "居住证签注需要3个工作日办结，工本费20元。")
    #expect((verify(.quoted(text, span)) != nil) == holds)
  }

  @Test func aSpanOutsideItsPassageOrThroughACharacterIsNoProof() throws {
    let span = try span(of: "居住证签注")
    guard case .passage(let number) = span.place else { return }
    let cut = EvidenceSpan(
      passage: number, range: (span.range.lowerBound + 1)..<span.range.upperBound)
    #expect(verify(.quoted("居住证签注", cut)) == nil)
    for range in [
      0..<(1 << 40), (1 << 40)..<(1 << 41), span.range.lowerBound..<span.range.lowerBound,
    ] {
      #expect(verify(.quoted("居住证", EvidenceSpan(passage: number, range: range))) == nil)
    }
    #expect(verify(.quoted("居住证", EvidenceSpan(passage: 999, range: span.range))) == nil)
    #expect(verify(.quoted("居住证", EvidenceSpan(passage: -1, range: span.range))) == nil)
  }

  func growth(value: Double, cells: [(String, Double)]) throws -> Derivation {
    Derivation(
      formula: .percentChange(.cell(0), .cell(1)),
      cells: try cells.map { .init(span: try span(of: $0.0), value: $0.1) }, value: value,
      unit: "%", decimals: 1)
  }

  @Test func aComputedSentenceHoldsWhereItsCellsAndItsValueDo() throws {
    let right = [("5514.5亿元", 551_450_000_000.0), ("5318.0亿元", 531_800_000_000.0)]
    let sentence = try #require(
      verify(.computed("现价计算增长3.7%。", try growth(value: 3.7, cells: right))))
    #expect(sentence.citations.count == 2)
  }

  @Test func aWrongValueAWrongCellOrAStrangeNumberIsNoProof() throws {
    let right = [("5514.5亿元", 551_450_000_000.0), ("5318.0亿元", 531_800_000_000.0)]
    #expect(verify(.computed("增长3.8%。", try growth(value: 3.8, cells: right))) == nil)
    let wrong = [("5514.5亿元", 551_450_000_001e1), ("5318.0亿元", 531_800_000_000.0)]
    #expect(verify(.computed("增长3.7%。", try growth(value: 3.7, cells: wrong))) == nil)
    #expect(verify(.computed("增长3.7%，连续9.9%。", try growth(value: 3.7, cells: right))) == nil)
  }

  @Test func aSpanCitedTwiceKeepsItsNumber() throws {
    var verifier = Verifier(index, language: .chinese)
    let first = try span(of: "居住证签注需要3个工作日办结")
    let second = try span(of: "2022年GDP为5514.5亿元")
    func number(_ span: EvidenceSpan, _ text: String) -> Int? {
      verifier.verified(DraftSentence(.quoted(text, span)))?.citations.first?.number
    }
    #expect(number(first, "居住证签注需要3个工作日办结") == 1)
    #expect(number(second, "2022年GDP为5514.5亿元") == 2)
    #expect(number(first, "居住证签注需要3个工作日办结") == 1)
  }
}
