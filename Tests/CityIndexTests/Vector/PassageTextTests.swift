import Testing

@testable import CityIndex

struct PassageTextTests {
  @Test func isTitleHeadingAndBody() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    #expect(index.passageText(0) == "居民身份证首次申领\n申请材料\n居民户口簿原件；监护人的身份证。")
    #expect(index.passageText(-1).isEmpty && index.passageText(99).isEmpty)
  }

  @Test func saysNothingTwice() throws {
    let index = try IndexSample.index(of: [
      IndexSample.document(
        "a", title: "wind tunnels",
        clauses: [("", "wind tunnels . a study"), ("wind tunnels", "x")])
    ])
    #expect(index.passageText(0) == "wind tunnels . a study")
    #expect(index.passageText(1) == "wind tunnels\nx")
  }

  @Test(arguments: ["字", "é", "a", "𠮷"])
  func isCutAtACharacter(character: String) throws {
    let body = String(repeating: character, count: 3_000)
    let index = try IndexSample.index(of: [
      IndexSample.document("a", title: "t", clauses: [("h", body)])
    ])
    let text = index.passageText(0)
    #expect(text.utf8.count <= 2_048 && text.utf8.count > 2_048 - 4)
    #expect(text == "t\nh\n" + body.prefix((text.utf8.count - 4) / character.utf8.count))
  }

  @Test func cutsAnywhereWithoutHalvingACharacter() {
    let text = Array("a字é𠮷z".utf8)
    for limit in -1...text.count + 1 {
      let cut = KnowledgeIndex.cut(text, to: limit)
      #expect(cut.count <= max(0, limit) && text.starts(with: cut))
      #expect(String(validating: cut, as: UTF8.self) != nil)
    }
  }
}
