import Testing

@testable import CityIndex

@Suite("Reading plain text")
struct PlainTextReaderTests {
  private func read(_ bytes: [UInt8]) throws -> SourceDocument {
    try #require(
      DocumentReader().documents(id: "x.txt", bytes: bytes, path: "x.txt").documents.first)
  }

  private func read(_ text: String) throws -> SourceDocument { try read([UInt8](text.utf8)) }

  private static let filler = String(repeating: "这里是足够长的一段说明文字，", count: 3)

  @Test func numberingIsThePathAndHeadingsAreInNoClause() throws {
    let document = try read(
      """
      某局2023年工作总结

      \(Self.filler)

      一、工作总结
      （一）网格治理
      一是划分网格。全区划分1990个网格。
      二是建立制度。
      二、工作计划
      \(Self.filler)
      """)
    #expect(document.metadata.title == "某局2023年工作总结")
    #expect(
      document.paths == [
        "段1", "一、工作总结/（一）网格治理/一是", "一、工作总结/（一）网格治理/二是", "二、工作计划",
      ])
    #expect(document.clauses[1].heading == "一、工作总结 / （一）网格治理 / 一是")
    #expect(document.words(of: "一、工作总结/（一）网格治理/一是") == "一是划分网格。全区划分1990个网格。")
    MarkdownReaderTests.check(document)
  }

  @Test func paragraphsWithoutNumbersAreCounted() throws {
    let document = try read("\(Self.filler)\n\n\(Self.filler)\n短\n\(Self.filler)")
    #expect(document.paths == ["段1", "段2", "段3"])
    #expect(document.words(of: "段3") == "短\n\(Self.filler)")
    #expect(try read(Self.filler).paths == ["正文"])
  }

  @Test func longClausesAreCutBetweenSentences() throws {
    let sentence = "第十条规定的期限自受理之日起算，逾期未作出决定的应当说明理由。"
    let document = try read("第一条 " + String(repeating: sentence, count: 30))
    #expect(document.clauses.count == 4)
    for clause in document.clauses {
      #expect(clause.range.count <= ClauseParts.limit)
      #expect(document.text[..<clause.range.upperBound].suffix(3).elementsEqual("。".utf8))
      #expect(clause.heading.hasPrefix("第一条"))
    }
    MarkdownReaderTests.check(document)
  }

  @Test func gb18030CRLFAndByteOrderMarksAreNormal() throws {
    // 深圳 in GB18030.
    let gb: [UInt8] = [0xC9, 0xEE, 0xDB, 0xDA, 0x0D, 0x0A, 0xC9, 0xEE, 0xDB, 0xDA]
    #expect(try read(gb).text == [UInt8]("深圳\n深圳".utf8))
    #expect(try read([0xEF, 0xBB, 0xBF] + "甲\r\n乙".utf8).text == [UInt8]("甲\n乙".utf8))
  }

  @Test func frontMatterIsTakenOffAndDashesAloneAreText() throws {
    let document = try read("---\ntitle: 题\nsource: 网站\n---\n正文内容在这里")
    #expect(document.metadata.title == "题")
    #expect(document.metadata.source == ["网站"])
    #expect(document.text == [UInt8]("正文内容在这里".utf8))
    let dashes = try read("---\n这一行不是元数据\n")
    #expect(dashes.text == [UInt8]("---\n这一行不是元数据\n".utf8))
  }
}
