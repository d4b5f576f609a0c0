import Testing

@testable import CityIndex

@Suite("Reading a corpus")
struct CorpusReaderTests {
  @Test func aCorpusIsReadAloneWithItsIds() throws {
    let folder = ReaderFolder()
    folder.write(
      "corpus.jsonl",
      """
      {"_id": "d1", "title": "居住证", "text": "居住证的办理。", "metadata": {"url": "x"}}
      {"id": 2, "title": "", "text": "a \\"quoted\\" \\u4e2d\\ud83d\\ude00 text\\r\\nline"}
      {"id": "3", "text": "", "title": "只有标题"}
      {"id": "4", "text": ""}
      """)
    folder.write("queries.jsonl", "{\"question\":\"a\",\"answer\":\"b\"}")
    folder.write("notes/readme.md", "# x\n正文内容\n")
    let reading = try folder.read()
    #expect(reading.problems.isEmpty)
    #expect(reading.documents.map(\.id) == ["d1", "2", "3", "4"])
    #expect(reading.documents[0].metadata.title == "居住证")
    #expect(reading.documents[0].paths == ["正文"])
    #expect(
      String(decoding: reading.documents[1].text, as: UTF8.self) == "a \"quoted\" 中😀 text\nline")
    #expect(reading.documents[1].metadata.title == "a \"quoted\" 中😀 text")
    #expect(reading.documents[2].words(of: "正文") == "只有标题")
    #expect(reading.documents[3].clauses.isEmpty)
  }

  @Test func aCorpusInAFolderHasTheFolderInItsIds() throws {
    let folder = ReaderFolder()
    folder.write("a/corpus.jsonl", "{\"id\":\"1\",\"text\":\"甲的内容\"}\n")
    folder.write("b/corpus.jsonl", "{\"id\":\"1\",\"text\":\"乙的内容\"}\n")
    folder.write("c.md", "# x\n正文内容\n")
    #expect(try folder.read().documents.map(\.id) == ["a/1", "b/1", "c.md"])
  }

  @Test func badLinesAreOneProblemEachWithTheirNumber() throws {
    let folder = ReaderFolder()
    folder.write(
      "corpus.jsonl",
      """
      {"id":"1","text":"甲的内容"}
      {"id":"1","text":"乙的内容"}
      {"id":"2"

      {"text":"没有编号"}
      {"id":"5","text":"戊的内容"} tail
      {"id":"6","text":"己的内容"}
      """)
    let reading = try folder.read()
    #expect(reading.documents.map(\.id) == ["1", "6"])
    #expect(reading.problems.map(\.line) == [2, 3, 5, 6])
    #expect(reading.problems.allSatisfy { $0.path == "\(folder.path)/corpus.jsonl" })
  }

  @Test func longTextsAreCut() throws {
    let text = String(repeating: "这一句话说明办理的条件和需要的材料。", count: 60)
    let reading = DocumentReader().documents(
      id: "corpus.jsonl", bytes: [UInt8]("{\"id\":\"1\",\"text\":\"\(text)\"}".utf8),
      path: "corpus.jsonl")
    let document = try #require(reading.documents.first)
    #expect(document.clauses.count == 4)
    for clause in document.clauses { #expect(clause.range.count <= ClauseParts.limit) }
    MarkdownReaderTests.check(document)
  }

  @Test(
    "JSON texts",
    arguments: [
      (#""a\/\b\f\n\r\t\\""#, "a/\u{8}\u{c}\n\r\t\\"), (#""\ud800x""#, "\u{FFFD}x"),
      (#""\ud800\u0041""#, "\u{FFFD}A"), (#""\u0000""#, "\u{FFFD}"), ("-1.5e3", "-1.5e3"),
      ("true", "true"), ("null", nil), ("[]", nil), ("{}", nil), (" \"x\" ", "x"),
    ] as [(String, String?)])
  func jsonTexts(json: String, text: String?) throws {
    let bytes = [UInt8](json.utf8)
    let value = try JSONTextScanner.value(of: bytes, in: 0..<bytes.count)
    #expect(value.text.map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test(
    "What is no JSON says what was expected and where",
    arguments: [
      ("{", "a key in quotes", 1), ("{\"a\"}", "':'", 4), ("[1 2]", "',' or ']'", 3),
      ("nul", "a value", 0),
      ("\"a", "the '\"' that closes this string", 0), ("\"\\x\"", "a known escape after '\\'", 2),
      ("\"\\u12\"", "four hex digits", 3), ("1 2", "the end of the line", 2), ("", "a value", 0),
      ("-", "a value", 0),
    ])
  func brokenJSON(json: String, expected: String, offset: Int) {
    // A text around it must not be looked at.
    let bytes = [UInt8]("xx\(json)\"}]1".utf8)
    #expect {
      try JSONTextScanner.value(of: bytes, in: 2..<(2 + json.utf8.count))
    } throws: { error in
      let failure = error as? JSONTextScanner.Failure
      return failure?.expected == expected && failure?.offset == offset
    }
  }

  @Test func deepNestingIsRefused() {
    let bytes = [UInt8](repeating: 0x5B, count: 1 << 20)
    #expect(throws: JSONTextScanner.Failure.self) {
      try JSONTextScanner.value(of: bytes, in: 0..<bytes.count)
    }
  }
}
