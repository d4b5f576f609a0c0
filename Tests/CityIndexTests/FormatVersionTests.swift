import Foundation
import Testing

@testable import CityIndex

/// Index files of earlier format versions as they were once written, and one of the present version.
struct FormatVersionTests {
  private static func path(_ version: Int) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-\(version).cityindex").path
  }

  @Test(arguments: [1, 2])
  func aFileOfAnEarlierVersionIsRefusedByItsVersion(version: Int) throws {
    let path = Self.path(version)
    let error = #expect(throws: IndexError.self) { try KnowledgeIndex.open(path) }
    #expect(error?.code == .otherVersion)
    #expect(error?.path == path)
    #expect(error?.message.contains("version \(version)") == true)
    #expect(error?.message.contains("version \(KnowledgeIndex.formatVersion)") == true)
    #expect(error?.message.contains("build the index again") == true)
  }

  /// Written by version 3 and once updated: 63 documents of invented samples, one of them changed, one gone, one new.
  @Test func aFileOfThisVersionIsReadWithItsParts() throws {
    let index = try KnowledgeIndex.open(Self.path(KnowledgeIndex.formatVersion))
    try index.verify()
    #expect(index.segments.count == 2)
    #expect(
      index.generation == "f8be6cb288fc38cd8c6826b5080362ae9e9698f65afee4722e4e60c03c47c632")
    #expect(index.documentCount == 63 && index.documentNumber(id: "c.md") == nil)
    func best(_ question: String) throws -> String {
      let found = try #require(index.search(IndexQuery(question), limit: 1).first)
      let passage = index.passage(found.passage)
      let text = try #require(index.text(document: passage.document, range: passage.range))
      return index.documentID(passage.document) + " " + String(decoding: text, as: UTF8.self)
    }
    #expect(try best("图书能借几本") == "b.md 每人可借八本。")
    #expect(try best("泳池水温") == "e.md 水温保持二十六度。")
    #expect(try best("自行车停放时间") == "a.md 每日六点至二十二点开放。")
  }
}
