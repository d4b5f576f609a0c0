import Testing

@testable import CityIndex

@Suite("Reading Markdown")
struct MarkdownReaderTests {
  private func read(_ text: String, id: String = "x.md") -> DocumentReader.Reading {
    DocumentReader().documents(id: id, bytes: [UInt8](text.utf8), path: id)
  }

  @Test func headingsAreThePathAndTheTitleIsNot() throws {
    let document = try #require(
      read(
        """
        # 居住证办理

        开头的说明。

        ## 申请材料
        ### 首次申领
        身份证

        ###  **换领** ##
        旧证和[身份证](x.html)
        ## 费用

        ## 时限
            # 不是标题
        #也不是
        ## 费用
        免费
        """
      ).documents.first)
    #expect(document.metadata.title == "居住证办理")
    #expect(document.paths == ["正文", "申请材料/首次申领", "申请材料/换领", "时限", "费用"])
    #expect(document.clauses[1].heading == "申请材料 / 首次申领")
    #expect(document.words(of: "时限") == "# 不是标题\n#也不是")
    #expect(document.words(of: "申请材料/换领") == "旧证和[身份证](x.html)")
  }

  @Test func frontMatterBecomesMetadataAndLeavesTheText() throws {
    let document = try #require(
      read(
        """
        ---
        title: 身份证换领
        Aliases: [换身份证, 身份证到期]
        valid-from: 2024-01-01
        valid-to:
        metadata:
          Version: 2
        ---
        # 另一个标题
        正文内容
        """, id: "guides/id.md"
      ).documents.first)
    #expect(document.metadata.title == "身份证换领")
    #expect(document.metadata.aliases == ["换身份证", "身份证到期"])
    #expect(document.metadata.validFrom == "2024-01-01")
    #expect(document.metadata.validTo == nil)
    #expect(document.metadata["metadata.version"] == ["2"])
    #expect(document.metadata.kind == "guide")
    #expect(document.metadata.language == "zh")
    #expect(String(decoding: document.text, as: UTF8.self) == "# 另一个标题\n正文内容")
  }

  @Test func brokenFrontMatterNamesFileAndLine() throws {
    let folder = ReaderFolder()
    folder.write("bad.md", "---\ntitle: x\nlist: [a, b\n---\nbody\n")
    folder.write("good.md", "# 好\n可以读的内容\n")
    let reading = try folder.read()
    #expect(reading.documents.map(\.id) == ["good.md"])
    let problem = try #require(reading.problems.first)
    #expect(problem.path == "\(folder.path)/bad.md")
    #expect(problem.line == 3)
    #expect(reading.problems.count == 1)
  }

  @Test(
    "The kind comes from the top folder",
    arguments: [
      ("guides/a.md", "guide"), ("policies/x/a.md", "policy"), ("faq/a.md", "faq"),
      ("references/a.md", "reference"), ("other/guides/a.md", "document"), ("guides", "document"),
    ])
  func kindComesFromTheTopFolder(id: String, kind: String) {
    var metadata = DocumentMetadata()
    metadata.fill(id: id == "guides" ? "guides.md" : id, text: [], title: "x")
    #expect(metadata.kind == kind)
  }

  @Test(
    "Without a heading the first line is the title",
    arguments: [
      ("\n\n第一行内容\n第二行", "第一行内容"), ("## 只有二级\n正文", "只有二级"),
      ("首页\u{A0}>\u{A0}公开\n当前位置：首页>政务\nHome > News\n2024年计划", "2024年计划"),
      ("首页 > 政务公开 > 总结\n\n2023年工作总结\n", "2023年工作总结"),
      (String(repeating: "长", count: 100), String(repeating: "长", count: 80)),
    ])
  func firstLineIsTheTitle(text: String, title: String) {
    #expect(read(text).documents.first?.metadata.title == title)
  }

  @Test func severalTopHeadingsStandInPaths() throws {
    let document = try #require(read("# 甲\n一\n## 乙\n二\n# 丙\n三\n").documents.first)
    #expect(document.metadata.title == "甲")
    #expect(document.paths == ["甲", "甲/乙", "丙"])
  }

  @Test func equalPathsAreNumbered() throws {
    let document = try #require(read("## a\n1\n## a\n2\n## a (2)\n3\n## a\n4\n").documents.first)
    #expect(document.paths == ["a", "a (2)", "a (2) (2)", "a (3)"])
  }

  @Test func fencedLinesAreNoHeadings() throws {
    let document = try #require(
      read(
        "## a\n```sh\n# comment\n~~~\n```\n## b\n~~~~\n# x\n~~~\n# y\n~~~~\n## c\nz\n## d\n```\n# open"
      )
      .documents.first)
    #expect(document.paths == ["a", "b", "c", "d"])
  }

  @Test func englishTextIsLabelledInEnglish() throws {
    let document = try #require(
      read("This guide explains how a residence permit is applied for.\n").documents.first)
    #expect(document.metadata.language == "en")
    #expect(document.paths == ["Text"])
  }

  @Test func longSectionsAreCutBetweenItems() throws {
    let items = (1...40).map { "- 第\($0)项材料的名称和它的一些说明文字\n" }
    let document = try #require(read("## 材料\n" + items.joined()).documents.first)
    #expect(document.clauses.count == 3, "\(document.clauses.map(\.range))")
    #expect(document.paths == ["材料/1", "材料/2", "材料/3"])
    for clause in document.clauses {
      #expect(clause.range.count <= ClauseParts.limit)
      #expect(document.text[clause.range].starts(with: "- 第".utf8))
      #expect(clause.heading == "材料")
    }
    #expect(
      Self.letters(document.clauses.flatMap { document.text[$0.range] })
        == Self.letters(items.joined().utf8))
  }

  @Test func tablesAreCutBetweenRows() throws {
    let rows = (1...30).map { "| 事项\($0) | 需要的材料与份数说明 | 免费 |\n" }
    let document = try #require(
      read("## 表\n| 一 | 二 | 三 |\n|---|---|---|\n" + rows.joined()).documents.first)
    #expect(document.clauses.count > 1)
    for clause in document.clauses {
      #expect(document.text[clause.range.lowerBound] == 0x7C)
      #expect(document.text[clause.range.upperBound - 1] == 0x7C)
    }
  }

  @Test func oneLineOfAMegabyteIsCutInsideNoCharacter() throws {
    let document = try #require(
      read("## 长\n" + String(repeating: "字", count: 350_000)).documents.first)
    #expect(document.clauses.count > 1000)
    for clause in document.clauses { #expect(clause.range.count <= ClauseParts.limit + 3) }
    Self.check(document)
    let plain = DocumentReader().documents(
      id: "x.txt", bytes: [UInt8](repeating: 0x61, count: 1 << 20), path: "x.txt")
    Self.check(try #require(plain.documents.first))
  }

  /// Every clause lies in the text in order, is trimmed and not empty, and its path is unique.
  static func check(_ document: SourceDocument, _ comment: Comment? = nil) {
    // One expectation for all of them: a megabyte has tens of thousands of clauses.
    var end = 0
    var wrong: [SourceClause] = []
    for clause in document.clauses {
      let range = clause.range
      if range.lowerBound < end || range.upperBound > document.text.count || range.isEmpty
        || document.text.trimmed(range) != range || clause.path.isEmpty
        || String(validating: document.text[range], as: UTF8.self) == nil
      {
        wrong.append(clause)
      }
      end = range.upperBound
    }
    #expect(wrong.isEmpty, comment)
    #expect(Set(document.paths).count == document.paths.count, comment)
  }

  /// The bytes that are no white space.
  static func letters(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = [UInt8](text)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      let width = bytes.spaceWidth(at: i, before: bytes.count)
      if width == 0 { out.append(bytes[i]) }
      i += max(width, 1)
    }
    return out
  }

  @Test("Random Markdown: clauses hold every byte that is no heading, once", arguments: 0..<300)
  func randomMarkdown(seed: UInt64) throws {
    var random = ReaderRandom(seed: seed)
    let lines = (0..<random.next(60)).map { _ in random.line() }
    let text = lines.joined(separator: "\n")
    let reading = read(text)
    guard let document = reading.documents.first else {
      #expect(reading.problems.count == 1)
      return
    }
    Self.check(document, "seed \(seed)")
    // The slow, obvious version: drop heading lines outside fences, keep the rest.
    var kept: [UInt8] = []
    var fence: String?
    for line in lines.joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line == "```" || line == "~~~" {
        if fence == nil { fence = String(line) } else if fence == String(line) { fence = nil }
      } else if fence == nil, line.hasPrefix("#"), line.contains(" "), line.contains("题") {
        continue
      }
      kept += line.utf8
    }
    #expect(
      Self.letters(document.clauses.flatMap { document.text[$0.range] }) == Self.letters(kept),
      "seed \(seed)")
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers for the same seed everywhere.
struct ReaderRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func line() -> String {
    switch next(9) {
    case 0: String(repeating: "#", count: 1 + next(6)) + " 题\(next(4))"
    case 1: ""
    case 2: "- 项目" + words()
    case 3: "| a | \(words()) |"
    case 4: next(4) == 0 ? "```" : "~~~"
    case 5: "1. " + words()
    default: words()
    }
  }

  mutating func words() -> String {
    let parts = ["居住", "permit。", "，", "A4 ", "材料", "！", "\u{3000}", "5个工作日；", "x"]
    return (0..<(1 + next(next(8) == 0 ? 400 : 12))).map { _ in parts[next(parts.count)] }.joined()
      + "末"
  }
}
