public import CityAgent
public import CityIndex
import Foundation

/// A folder of documents and its index, removed when the last reference goes.
public final class TemporaryKnowledge: Sendable {
  /// The folder; documents lie under `seeds/`, the index under `.city-index/`.
  public let folder: String
  public let base: KnowledgeBase
  /// What could not be read while building.
  public let problems: [IndexError]

  /// - Parameters:
  ///   - files: contents by path under `seeds/`: `guides/x.md`, `synonyms.txt` …
  ///   - skills: compiled into the index; their `tables` are built from the files.
  ///   - skillFiles: contents by path under `skills/`: `name/SKILL.md`, `name/references/a.md` …
  public init(
    files: [String: String], skills: [any Skill] = [], skillFiles: [String: String] = [:]
  ) throws {
    folder = FileManager.default.temporaryDirectory.path + "/city-agent-" + UUID().uuidString
    for (path, text) in files { try Self.write(text, to: "\(folder)/seeds/\(path)") }
    for (path, text) in skillFiles { try Self.write(text, to: "\(folder)/skills/\(path)") }
    try FileManager.default.createDirectory(
      atPath: folder + "/seeds", withIntermediateDirectories: true)
    let found = ProblemList()
    base = try KnowledgeBase.build(
      KnowledgeSources(
        documents: folder + "/seeds", skills: folder + "/skills",
        index: folder + "/.city-index/knowledge.cityindex"),
      skills: skills, problems: { found.append($0) })
    problems = found.all
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func write(_ text: String, to path: String) throws {
    let parent = path[..<path.lastIndex(of: "/")!]
    try FileManager.default.createDirectory(
      atPath: String(parent), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
