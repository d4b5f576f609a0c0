import Foundation
import Testing

/// The shipped tables of a desk over the small town's documents, indexed once.
enum SmallDesk {
  /// The installation's folder; it lives as long as the tests.
  static let home: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    for name in [
      "responsibility.csv", "not-accepted.csv", "taxonomy.csv", "calendar.csv", "places.json",
      "regions.csv",
    ] {
      let path = BuiltCommand.repository + "/seeds/" + name
      let bytes = try #require(FileManager.default.contents(atPath: path), "\(name)")
      try folder.write("seeds/" + name, [UInt8](bytes))
    }
    let card = BuiltCommand.repository + "/skills/inspection/SKILL.md"
    let text = try #require(FileManager.default.contents(atPath: card))
    try folder.write("skills/inspection/SKILL.md", [UInt8](text))
    let built = try BuiltCommand.run(["index", "update", "--home", folder.path])
    try #require(built.status == 0, "\(built.error)")
    return folder
  }

  static func flags() throws -> [String] {
    ["--home", try home.get().path, "--as-of", "2026-11-25"]
  }

  /// Runs `triage` with the words after it.
  static func triage(_ words: [String], input: [UInt8] = []) throws -> BuiltCommand.Output {
    try BuiltCommand.run(["triage"] + words + flags(), input: input)
  }

  /// The orders and errors that `triage` gives for lines, one object each.
  static func orders(_ lines: [String]) throws -> [[String: Any]] {
    let output = try triage(["-"], input: Array(lines.joined(separator: "\n").utf8))
    return try JSONLines.objects(output.bytes)
  }
}
