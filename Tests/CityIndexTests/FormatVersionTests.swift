import CityText
import Foundation
import Testing

@testable import CityIndex

/// An index file of format version 1 as it was once written: two guides, synonyms, compiled tables.
///
/// A program that changes the format must raise the version and then refuse this file by its version.
struct FormatVersionTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/version-1.cityindex").path

  @Test func aFileOfVersionOneStaysReadableOrIsRefusedByItsVersion() throws {
    guard KnowledgeIndex.formatVersion == 1 else {
      let error = #expect(throws: IndexError.self) { try KnowledgeIndex.open(Self.path) }
      #expect(error?.code == .otherVersion)
      #expect(error?.message.contains("version 1") == true)
      return
    }
    let index = try KnowledgeIndex.open(Self.path)
    try index.verify()
    #expect(
      index.generation == "165ab03938c781b127a62e64df7e0fe69b48bf368a1b271a22889ca85ebccdea")
    #expect(index.documentCount == 2 && index.passageCount == 3)
    let number = try #require(index.documentNumber(id: "guides/river.md"))
    let document = index.document(number)
    #expect(document.metadata.title == "河道垂钓证办理")
    #expect(document.metadata.aliases == ["钓鱼证", "垂钓许可"])
    #expect(document.metadata.validFrom == "2025-01-01")
    #expect(document.digest == SHA256.hex(try #require(index.text(document: number))))
    #expect(index.metadata(document: number, key: "language") == ["zh"])
  }

  @Test(
    .enabled(if: KnowledgeIndex.formatVersion == 1),
    arguments: [
      ("老年人的垂钓证收费吗", "guides/river.md", "收费标准"),
      ("需要身份证复印件吗", "guides/river.md", "申请材料"),
      ("how much do fishing permits cost", "guides/river-en.md", "Fee"),
    ])
  func aFileOfVersionOneIsStillSearched(
    question: String, document: String, clause: String
  ) throws {
    let index = try KnowledgeIndex.open(Self.path)
    let query = IndexQuery(question, synonyms: index.synonyms)
    let best = try #require(index.search(query, limit: 3).first)
    let passage = index.passage(best.passage)
    #expect(index.documentID(passage.document) == document)
    #expect(passage.clause.hasPrefix(clause))
    let text = try #require(index.text(document: passage.document, range: passage.range))
    #expect(String(decoding: text, as: UTF8.self).contains(clause == "申请材料" ? "1份" : "30"))
  }
}
