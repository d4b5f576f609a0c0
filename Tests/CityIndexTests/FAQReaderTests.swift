import Testing

@testable import CityIndex

@Suite("Reading FAQ")
struct FAQReaderTests {
  private func read(_ text: String, _ name: String) -> DocumentReader.Reading {
    DocumentReader().documents(id: "faq/\(name)", bytes: [UInt8](text.utf8), path: name)
  }

  @Test func everyLineIsAClauseWhoseRangeIsTheAnswer() throws {
    let reading = read(
      """
      {"question": ["怎么办居住证？", "居住证咋办"], "answer": "登录网站办理。\\n也可到窗口。", "source": "区政府网"}

      {"question": "要钱吗", "answer": "免费。", "source": "区政府网"}
      """, "a.jsonl")
    let document = try #require(reading.documents.first)
    #expect(reading.problems.isEmpty)
    #expect(document.metadata.kind == "faq")
    #expect(document.metadata.title == "a")
    #expect(document.metadata.source == ["区政府网"])
    #expect(
      String(decoding: document.text, as: UTF8.self)
        == "问：怎么办居住证？\n答：登录网站办理。\n也可到窗口。\n\n问：要钱吗\n答：免费。\n\n")
    #expect(document.paths == ["怎么办居住证？", "要钱吗"])
    #expect(document.clauses[0].heading == "怎么办居住证？ / 居住证咋办")
    #expect(document.words(of: "怎么办居住证？") == "登录网站办理。\n也可到窗口。")
    MarkdownReaderTests.check(document)
  }

  @Test func sourcesThatDifferStandBelowTheirAnswers() throws {
    let document = try #require(
      read("问题,回答,来源,截至\n甲？,乙,网站一,2024-01\n\"丙,\"\"丁\"\"？\",戊,网站二,2024-01\n", "a.csv")
        .documents.first)
    #expect(
      String(decoding: document.text, as: UTF8.self)
        == "问：甲？\n答：乙\n来源：网站一\n\n问：丙,\"丁\"？\n答：戊\n来源：网站二\n\n")
    #expect(document.metadata.source.isEmpty)
    #expect(document.metadata.asOf == "2024-01")
    #expect(document.words(of: "甲？") == "乙")
  }

  @Test func englishFilesSayQAndA() throws {
    let document = try #require(
      read(
        "Question,Answer\nHow long does the permit take to arrive?,\"Ten working days.\"\n", "a.csv"
      )
      .documents.first)
    #expect(document.metadata.language == "en")
    #expect(
      String(decoding: document.text, as: UTF8.self)
        == "Q: How long does the permit take to arrive?\nA: Ten working days.\n\n")
  }

  @Test func badLinesAreOneProblemEachWithTheirNumber() throws {
    let lines = read(
      """
      {"question": "甲", "answer": "乙"}
      not json
      {"question": "丙"}
      {"question": "", "answer": "丁"}
      [1]
      {"question": "戊", "answer": "己"
      {"question": "庚", "answer": "辛"}
      """, "a.jsonl")
    #expect(lines.documents.first?.paths == ["甲", "庚"])
    #expect(lines.problems.map(\.line) == [2, 3, 4, 5, 6])
    #expect(lines.problems.allSatisfy { $0.path == "a.jsonl" && $0.code == .badDocument })
    #expect(lines.problems[1].message.contains("answer"))

    let rows = read("question,answer\n甲,乙\n丙\n丁,戊,己\n\"庚,辛\n壬,癸\n", "a.csv")
    #expect(rows.documents.first?.paths == ["甲", "壬"])
    #expect(rows.problems.map(\.line) == [3, 4, 5])
  }

  @Test func longAndEqualQuestionsGetPathsOfTheirOwn() throws {
    let long = String(repeating: "问", count: 70)
    let document = try #require(
      read("question,answer,aliases\n\(long)一,a,甲|乙 \n\(long)二,b,\n", "a.csv").documents.first)
    let path = String(repeating: "问", count: 60)
    #expect(document.paths == [path, "\(path) (2)"])
    #expect(document.clauses[0].heading == "\(long)一 / 甲 / 乙")
  }

  @Test(
    "CSV rows by RFC 4180",
    arguments: [
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a, b ,\n", [["a", "b", ""]]),
      ("\"a,\"\"b\"\"\nc\",d\n", [["a,\"b\"\nc", "d"]]),
      ("a\"b,c\n", [["a\"b", "c"]]),
      ("\"a\"b,c\n", [["ab", "c"]]),
      ("\n\na\n\n,\nb", [["a"], ["b"]]),
      ("", []),
    ] as [(String, [[String]])])
  func csvRows(text: String, rows: [[String]]) {
    let read = CSVRows([UInt8](text.utf8))
    #expect(read.rows.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } } == rows)
    #expect(read.unclosed.isEmpty)
  }

  @Test func rowsKnowTheirLinesAndOpenQuotesLoseOneLine() {
    let read = CSVRows([UInt8]("a\n\"b\nb\",c\nd\n\"e\nf\n\"g\",h\n".utf8))
    #expect(read.rows.map(\.line) == [1, 2, 4, 5])
    let open = CSVRows([UInt8]("a\n\"b\nc\n\"d\"\n".utf8))
    #expect(open.rows.map(\.line) == [1, 2])
    let never = CSVRows([UInt8]("a\nb,\"c\nd\n\"e\nf\n\"".utf8))
    #expect(never.rows.count + never.unclosed.count >= 3)
    let stray = CSVRows([UInt8]("a\nb\n\"c\nd\n".utf8))
    #expect(stray.unclosed == [3])
    #expect(stray.rows.map(\.line) == [1, 2, 4])
  }
}
