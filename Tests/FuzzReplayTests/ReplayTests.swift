import Foundation
import Testing

struct ReplayTests {
  private static let corpora = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../Fuzz/Corpus").standardized

  @Test(arguments: FuzzTarget.allCases)
  func everyInputOfTheCorpusHolds(target: FuzzTarget) async throws {
    let folder = Self.corpora.appendingPathComponent(target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }.sorted()
    #expect(!names.isEmpty, "there is no corpus in \(folder.path)")
    let targets = try FuzzTargets()
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      do {
        try await targets.run(target, on: bytes)
      } catch {
        Issue.record("\(target.rawValue)/\(name): \(error)")
      }
    }
  }
}
