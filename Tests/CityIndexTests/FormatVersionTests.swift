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
}
