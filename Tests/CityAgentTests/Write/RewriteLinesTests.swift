import CityAgentTesting
import Testing

@testable import CityAgent

@Suite struct RewriteLinesTests {
  typealias Sentence = RewriteLines.Sentence

  @Test(arguments: [
    ("需要身份证。[1]\n三天办结 [2]\n", ["1 需要身份证。", "2 三天办结"]),
    ("甲 [1]。乙 [2]。", ["1 甲", "2 乙"]), ("- 甲 [1]\n* 乙 [2]", ["1 甲", "2 乙"]),
    ("没有编号的一行\n甲 [1]", ["1 甲"]), ("甲 [x] 乙 [1]", ["1 甲 [x] 乙"]), ("甲 [1234]\n", []),
    ("[1]\n甲 [2]", ["2 甲"]), ("甲 [1][2]", ["1 甲"]), ("``` \n甲 [1]\n```", ["1 甲"]),
    ("<think>想一想 [1]\n再想 [2]</think>\n甲 [1]", ["1 甲"]), ("<th甲 [1]", ["1 <th甲"]),
    ("\n\n <think>没有想完 [1]", []), ("甲<think>乙</think> [1]", ["1 甲<think>乙</think>"]),
  ])
  func sentencesEndAtTheirNumbers(text: String, expected: [String]) {
    for size in [1, 2, 3, 7, 1000] {
      var lines = RewriteLines()
      let found = ScriptedModel.cut(text, size).flatMap { lines.take($0) }
      #expect(found.map { "\($0.number) \($0.text)" } == expected, "pieces of \(size)")
    }
  }

  @Test func aLineWithoutEndIsNotKept() {
    var lines = RewriteLines()
    let long = lines.take(String(repeating: "长", count: 20_000))
    let next = lines.take("\n甲 [1]")
    #expect(long.isEmpty && next == [Sentence(text: "甲", number: 1)])
  }
}
