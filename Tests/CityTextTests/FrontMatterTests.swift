import CityText
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func yaml(_ text: String) throws -> YAMLValue { try FrontMatter.yaml(Array(text.utf8)) }

  @Test func aHeadIsReadAndTheBodyBeginsBehindIt() throws {
    let text = "---\nname: invest-futian\ndescription: 办理条件: 见正文\n---\n# 正文\n"
    let head = try #require(try FrontMatter.read(Array(text.utf8)))
    #expect(head.values["name"]?.text == "invest-futian")
    #expect(head.values["description"]?.text == "办理条件: 见正文")
    #expect(String(decoding: Array(text.utf8)[head.bodyStart...], as: UTF8.self) == "# 正文\n")
  }

  @Test func quotedAndBlockScalarsAreToldFromPlainOnesWhereAsked() throws {
    let text = "a: 5\nb: \"5\"\nc: ['5', 5]\nd: |\n  5\n\"e\": {\"f\": x}\n"
    #expect(
      try FrontMatter.yaml(Array(text.utf8), keepsQuotes: true)
        == .map([
          ("a", .scalar("5")), ("b", .quoted("5")), ("c", .list([.quoted("5"), .scalar("5")])),
          ("d", .quoted("5\n")), ("e", .map([("f", .scalar("x"))])),
        ]))
    #expect(try yaml(text)["b"] == .scalar("5"))
  }

  @Test func aFlowOrQuotedValueMayStandBelowItsKey() throws {
    let value = try yaml("a:\n  [x,\n    y]\nb:\n  {k: v}\nc:\n  \"d: e\"\nf:\n  \"g\": h\n")
    #expect(value["a"]?.texts == ["x", "y"])
    #expect(value["b"]?["k"]?.text == "v")
    #expect(value["c"]?.text == "d: e")
    #expect(value["f"]?["g"]?.text == "h")
  }

  @Test func aMarkAndCarriageReturnsDoNotMatter() throws {
    let text =
      "\u{FEFF}---\r\nname: a\r\nlist:\r\n  - x\r\ntext: |\r\n  one\r\n  two\r\n---\r\nbody"
    let head = try #require(try FrontMatter.read(Array(text.utf8)))
    #expect(head.values["name"]?.text == "a")
    #expect(head.values["list"]?.texts == ["x"])
    #expect(head.values["text"]?.text == "one\ntwo\n")
    #expect(Array(text.utf8)[head.bodyStart...].elementsEqual("body".utf8))
  }

  @Test(
    "A text that does not begin with a line of three dashes has no head",
    arguments: [
      "", "# Title\n---\na: b\n---\n", "--- a\n", "----\na: b\n----\n", " \n---\na: b\n---\n",
    ])
  func noHead(_ text: String) throws {
    #expect(try FrontMatter.read(Array(text.utf8)) == nil)
  }

  @Test func dashesInsideAValueDoNotEndTheHead() throws {
    let head = try #require(
      try FrontMatter.read(Array("---\na: x --- y\nb: |\n  ---\n---\nbody".utf8)))
    #expect(head.values["a"]?.text == "x --- y")
    #expect(head.values["b"]?.text == "---\n")
  }

  // The values are those that PyYAML's BaseLoader gives.
  @Test(
    "Scalars",
    arguments: [
      ("a: plain # comment", "plain"), ("a: x#y", "x#y"), ("a: '#'", "#"),
      ("a: \"a # b\"", "a # b"),
      ("a: http://x.y/z#frag", "http://x.y/z#frag"), ("a: 'it''s'", "it's"),
      (#"a: "tab\tquote\" \u4e2d""#, "tab\tquote\" 中"), ("a: \"1.0\"", "1.0"), ("a: true", "true"),
      ("a: -1", "-1"), ("a:", ""), ("a: ''", ""), ("a: plain\n  goes on", "plain goes on"),
      ("a: \"multi\n  line\"", "multi line"), ("a: 'x\n  y'", "x y"), ("a: 办理：当场", "办理：当场"),
      ("a: Bash(git:*) Read", "Bash(git:*) Read"),
    ])
  func scalars(_ text: String, _ value: String) throws {
    #expect(try yaml(text)["a"]?.text == value)
  }

  @Test(
    "Block scalars keep or fold their lines, and their end is chomped as marked",
    arguments: [
      ("|", "one\n  two\n\nthree\n"), ("|-", "one\n  two\n\nthree"),
      ("|+", "one\n  two\n\nthree\n\n"),
      (">", "one\n  two\n\nthree\n"), ("| # comment", "one\n  two\n\nthree\n"),
    ])
  func blockScalars(_ mark: String, _ value: String) throws {
    #expect(try yaml("a: \(mark)\n  one\n    two\n\n  three\n\nb: c")["a"]?.text == value)
    #expect(try yaml("a: \(mark)\n  one\n    two\n\n  three\n\n")["a"]?.text == value)
  }

  @Test func foldedLinesBecomeParagraphs() throws {
    let text = "a: >-\n  folded\n  text\n\n  para\n   more\n  back\n"
    #expect(try yaml(text)["a"]?.text == "folded text\npara\n more\nback")
    #expect(try yaml("a: |2\n    x\n   y\n")["a"]?.text == "  x\n y\n")
  }

  @Test func collectionsNest() throws {
    let value = try yaml(
      """
      # what a skill says of itself
      name: x
      metadata:
        author: 福田区
        "quoted key": v
        deep:
          er: yes
      list:
      - one
      - two: 2
        three: 3
      - [a, "b, c", {k: v}]
      - - x
        - y
      flow: {a: 1, b: [x,
        y]}
      none: []
      """)
    #expect(
      value
        == .map([
          ("name", .scalar("x")),
          (
            "metadata",
            .map([
              ("author", .scalar("福田区")), ("quoted key", .scalar("v")),
              ("deep", .map([("er", .scalar("yes"))])),
            ])
          ),
          (
            "list",
            .list([
              .scalar("one"), .map([("two", .scalar("2")), ("three", .scalar("3"))]),
              .list([.scalar("a"), .scalar("b, c"), .map([("k", .scalar("v"))])]),
              .list([.scalar("x"), .scalar("y")]),
            ])
          ),
          ("flow", .map([("a", .scalar("1")), ("b", .list([.scalar("x"), .scalar("y")]))])),
          ("none", .list([])),
        ]))
    #expect(value["list"]?.texts == ["one"])
    #expect(value["name"]?.texts == ["x"])
    #expect(value["nothing"] == nil)
  }

  @Test(
    "What cannot be read names its line",
    arguments: [
      ("a: 1\nb: [1, 2", 2), ("a: 1\nb: \"x", 2), ("a:\n\tb: c", 2), ("a: 1\n\na: 2", 3),
      ("a: &x 1", 1), ("b: *x", 1), ("a: !t x", 1), ("a: 1\nno key", 2), ("a: 1\n  b: 2", 2),
      ("- a\nb: c", 2), ("a: 'x' y", 1), ("a: |x\n  y", 1), ("# c\na: {b c", 2),
    ])
  func errorsNameTheirLine(_ text: String, _ line: Int) {
    let error = #expect(throws: TextError.self) { try yaml(text) }
    #expect(error?.code == .badFrontMatter)
    #expect(error?.line == line)
    // In a head the line of the file counts: one more for the dashes.
    let head = #expect(throws: TextError.self) {
      try FrontMatter.read(Array("---\n\(text)\n---\n".utf8))
    }
    #expect(head?.line == line + 1)
  }

  @Test func aHeadWithoutItsEndIsAnError() {
    let error = #expect(throws: TextError.self) {
      try FrontMatter.read(Array("---\na: b\n\n# body\n".utf8))
    }
    #expect(error?.line == 1)
  }

  @Test func deepNestingIsRefused() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
      let depth = 5_000
      let text =
        (open == "- " ? "" : "a: ") + String(repeating: open, count: depth) + "x"
        + String(repeating: close, count: depth)
      #expect(throws: TextError.self) { try yaml(text) }
    }
  }

  @Test func noBytesCrashTheReader() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "a", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ",", "\"", "'",
      "|",
      ">", "#", "\\", "&", "*", "!", "?", "---\n", "é", "中", "\r\n", "+", "2",
    ]
    for round in 0..<3_000 {
      var bytes = Array("---\n".utf8)
      for _ in 0..<20 {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8
      }
      if round % 3 == 0 { bytes += RandomText.bytes(40, using: &generator) }
      if let head = try? FrontMatter.read(bytes + Array("\n---\n".utf8)) {
        #expect(head.bodyStart <= bytes.count + 5)
      }
      do {
        _ = try FrontMatter.yaml(bytes)
      } catch {
        #expect(error.line != nil)
      }
    }
  }
}
