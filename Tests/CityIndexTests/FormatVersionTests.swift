import Foundation
import Testing

@testable import CityIndex

/// An index file of format version 1 as it was once written: two guides, synonyms, compiled tables.
struct FormatVersionTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/version-1.cityindex").path

  @Test func aFileOfVersionOneIsRefusedByItsVersion() throws {
    let error = #expect(throws: IndexError.self) { try KnowledgeIndex.open(Self.path) }
    #expect(error?.code == .otherVersion)
    #expect(error?.path == Self.path)
    #expect(error?.message.contains("version 1") == true)
    #expect(error?.message.contains("version \(KnowledgeIndex.formatVersion)") == true)
    #expect(error?.message.contains("build the index again") == true)
  }
}
