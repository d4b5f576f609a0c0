import CityText
import Testing

@testable import CityIndex

struct SynonymsTests {
  static let file = """
    # Cantonese
    幾耐 => 多久
      唔該，喺 =>  请 ,  在
    喺邊度 => 在哪里
    HK => 香港
    e\\,g, a\\=>b => example
    多久 => 几天

    身份证, 居民身份证, 二代证,, ID  card
    id card, identity card
    公积金, 住房公积金
    lone
    """

  private func synonyms() throws -> Synonyms {
    try Synonyms.parse(Array(Self.file.utf8), path: "synonyms.txt")
  }

  @Test(arguments: [
    ("幾耐", "多久"),
    ("要幾耐先得", "要多久先得"),
    ("多久", "几天"),
    ("喺邊度办", "在哪里办"),
    ("喺这里", "请 在这里"),
    ("hk签注", "香港签注"),
    ("去hk", "去香港"),
    ("hkg hk, xhk hk2", "hkg 香港, xhk hk2"),
    ("éhk hké hk", "éhk hké 香港"),
    ("e,g a=>b", "example example"),
    ("没有规则的话", "没有规则的话"),
    ("幾耐幾耐", "多久多久"),
    ("幾", "几"),
    ("", ""),
  ])
  func rewritesOnceLongestFirstAtWordBorders(text: String, expected: String) throws {
    let folded = Folding.fold(Array(text.utf8))
    let rewritten = try synonyms().rewritten(folded)
    #expect(String(decoding: rewritten, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("办身份证", ["3..<12 居民身份证,二代证,id card"]),
    ("居民身份证", ["0..<15 身份证,二代证,id card", "6..<15 居民身份证,二代证,id card"]),
    ("my id card", ["3..<10 身份证,居民身份证,二代证,identity card"]),
    ("my id cards, kid card", []),
    ("住房公积金", ["0..<15 公积金", "6..<15 住房公积金"]),
    ("lone", []),
    ("", []),
  ])
  func expandsEveryWordByItsEquals(text: String, expected: [String]) throws {
    let found = try synonyms().expansions(of: Array(text.utf8)).map {
      "\($0.range) \($0.equals.joined(separator: ","))"
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("a, b\n\nc =>\n", 3), ("=> c", 1), ("# x\na => b => c", 2), ("a, b\\", 1), (", => b", 1),
  ])
  func errorsNameTheLine(file: String, line: Int) throws {
    let error = #expect(throws: IndexError.self) {
      try Synonyms.parse(Array(file.utf8), path: "synonyms.txt")
    }
    #expect(error?.code == .badDocument)
    #expect(error?.line == line)
    #expect(error?.path == "synonyms.txt")
  }

  @Test(arguments: ["", "\u{FEFF}", "#only, a => comment", "\n\r\n  \n", "a", ",,,"])
  func filesWithoutRulesDoNothing(file: String) throws {
    let synonyms = try Synonyms.parse(Array(file.utf8), path: "")
    #expect(synonyms.isEmpty)
    let text = Array("a 身份证".utf8)
    #expect(synonyms.rewritten(text) == text)
    #expect(synonyms.expansions(of: text).isEmpty)
  }

  @Test func windowsLinesAndByteOrderMarksAreUnderstood() throws {
    let file = "\u{FEFF}甲, 乙\r\n丙 => 丁\r\n"
    let synonyms = try Synonyms.parse(Array(file.utf8), path: "")
    #expect(synonyms.expansions(of: Array("乙".utf8)).map(\.equals) == [["甲"]])
    #expect(synonyms.rewritten(Array("丙".utf8)) == Array("丁".utf8))
  }

  @Test func aLeftSideOfTwoRulesBecomesBoth() throws {
    let synonyms = try Synonyms.parse(Array("甲 => 乙\n甲 => 丙\n".utf8), path: "")
    #expect(synonyms.rewritten(Array("甲".utf8)) == Array("乙 丙".utf8))
  }

  /// The hashed table against one look at every rule at every place.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func matchesLikeLookingAtEveryRule(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let letters = ["一", "二", "三", "a", "b", " ", "é"]
    func text(_ range: ClosedRange<Int>) -> String {
      let count = Int.random(in: range, using: &generator)
      return (0..<count).map { _ in letters.randomElement(using: &generator)! }.joined()
    }
    var rules: [String: String] = [:]
    for number in 0..<Int.random(in: 1...300, using: &generator) {
      let left = text(1...6).split(separator: " ").joined(separator: " ")
      if !left.isEmpty { rules[left] = "<\(number)>" }
    }
    let file = rules.sorted { $0.key < $1.key }.map { "\($0.key) => \($0.value)\n" }.joined()
    let synonyms = try Synonyms.parse(Array(file.utf8), path: "")
    for _ in 0..<20 {
      let text = Array(text(0...40).unicodeScalars)
      var expected = ""
      var i = 0
      while i < text.count {
        let match = (i..<text.count).reversed().first { last in
          rules[scalars(text[i...last])] != nil && isBorder(text, i) && isBorder(text, last + 1)
        }
        if let match {
          expected += rules[scalars(text[i...match])]!
          i = match + 1
        } else {
          expected.unicodeScalars.append(text[i])
          i += 1
        }
      }
      let rewritten = synonyms.rewritten(Array(scalars(text[...]).utf8))
      #expect(String(decoding: rewritten, as: UTF8.self) == expected)
    }
  }

  private func scalars(_ part: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: part)
    return text
  }

  private func isBorder(_ text: [Unicode.Scalar], _ i: Int) -> Bool {
    let alphabet: Set<Unicode.Scalar> = ["a", "b", "é"]
    return i == 0 || i == text.count || !alphabet.contains(text[i])
      || !alphabet.contains(text[i - 1])
  }
}
