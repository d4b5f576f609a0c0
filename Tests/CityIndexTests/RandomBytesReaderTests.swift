import Testing

@testable import CityIndex

@Suite("Bytes of any kind")
struct RandomBytesReaderTests {
  private static let formats = ["md", "txt", "html", "csv", "jsonl", "corpus.jsonl"]

  @Test("Random bytes never crash a reader and every document holds together", arguments: 0..<150)
  func randomBytes(seed: UInt64) {
    var random = ReaderRandom(seed: seed)
    for format in Self.formats {
      let bytes = (0..<random.next(800)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      check(bytes, format)
    }
  }

  @Test("Scrambled pieces of real formats neither", arguments: 0..<300)
  func randomPieces(seed: UInt64) {
    var random = ReaderRandom(seed: seed &+ 1_000_000)
    let pieces = [
      "<", ">", "</", "<!--", "-->", "<table>", "<td>", "</tr>", "<h2>", "</h1>", "<li>", "<nav>",
      "</nav>", "<title>", "<script>", "</script", "<pre>", "&#", "&amp", "&#x1F600;", "=\"", "'",
      "# ", "## 题\n", "\n", "\n\n", "```", "~~~", "- ", "| ", "---\n", "title: x\n", "question",
      "answer",
      ",", "\"", "\\", "\\u", "{", "}", "[", "]", ":", "{\"id\":\"1\",\"text\":\"甲\"}\n",
      "{\"question\":\"问\",\"answer\":\"答\"}\n", "一、总则\n", "（一）", "第一条 ", "。", "中", "é", "\u{3000}",
      "\u{FEFF}",
      "\r\n", "\t", "😀",
    ]
    for format in Self.formats {
      let head = format == "csv" ? "question,answer\n" : ""
      let text =
        head + (0..<random.next(120)).map { _ in pieces[random.next(pieces.count)] }.joined()
      check([UInt8](text.utf8), format)
    }
  }

  @Test(
    "A long run of one piece is read to its end",
    arguments: [
      "<", "<a", "<a b=\"", "<!--", "<nav>", "</", "<title>", "<table><tr><td>", "&", "\"", "\"\n",
      "# a\n", "## a\n1\n", "{", "[", "\n", "a\n\n", "。", "<h1>", "<li>",
    ])
  func longRunOfOnePiece(piece: String) {
    let bytes = [UInt8](String(repeating: piece, count: (1 << 16) / piece.utf8.count).utf8)
    for format in Self.formats {
      check(format == "csv" ? [UInt8]("question,answer\n".utf8) + bytes : bytes, format)
    }
  }

  private func check(_ bytes: [UInt8], _ format: String) {
    let name = format == "corpus.jsonl" ? format : "x.\(format)"
    let reading = DocumentReader().documents(id: name, bytes: bytes, path: name)
    for document in reading.documents {
      #expect(String(validating: document.text, as: UTF8.self) != nil)
      MarkdownReaderTests.check(document)
      #expect(!document.metadata.title.isEmpty || document.clauses.isEmpty)
    }
  }
}
