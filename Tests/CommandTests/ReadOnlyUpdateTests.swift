import Foundation
import Testing

/// Updates of an index that may be read and not written.
struct ReadOnlyUpdateTests {
  /// What runs the program where it cannot write.
  enum Barrier: String, CaseIterable, CustomTestStringConvertible {
    /// Another user's folder; who may write everywhere becomes nobody first.
    case permission
    /// A file system that is mounted for reading.
    case mount

    var testDescription: String { rawValue }

    func launcher(_ folder: String) -> [String] {
      switch self {
      case .permission:
        geteuid() == 0
          ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
      case .mount:
        [
          "/usr/bin/unshare", "-m", "/bin/sh", "-c",
          "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"", folder,
        ]
      }
    }

    var message: String { self == .permission ? "Permission denied" : "Read-only file system" }

    /// Whether this machine lets a test put it up.
    var isAvailable: Bool {
      guard let folder = try? TemporaryFolder() else { return false }
      let tried = try? BuiltCommand.run(["--version"], through: launcher(folder.path))
      return tried?.status == 0
    }
  }

  static let barriers = Barrier.allCases.filter(\.isAvailable)

  @Test(
    .enabled(if: !barriers.isEmpty, "neither setpriv nor a mount of its own is allowed here"),
    arguments: barriers)
  func isSaidAndTheLastGenerationStays(barrier: Barrier) throws {
    let folder = try TemporaryFolder()
    let media = folder.path + "/media"
    let docs = folder.path + "/docs"
    let index = media + "/i"
    for number in 0..<40 {
      try folder.write("docs/\(number).md", "# 事项\(number)\n\n第\(number)条 办理时限\(number + 1)日。\n")
    }
    try FileManager.default.createDirectory(atPath: media, withIntermediateDirectories: true)
    try #require(try BuiltCommand.run(["index", "build", docs, "-o", index]).status == 0)
    let bytes = FileManager.default.contents(atPath: index)
    try folder.write("docs/neu.md", "# 新事项\n\n新的规定。\n")
    if barrier == .permission {
      try setPermissions(0o444, index)
      try setPermissions(0o555, media)
    }
    defer { try? setPermissions(0o755, media) }
    func run(_ words: [String]) throws -> BuiltCommand.Output {
      try BuiltCommand.run(words, through: barrier.launcher(media))
    }
    let search = ["index", "search", "事项7的办理时限", "--index", index, "--json"]
    let before = try run(search)
    #expect(before.status == 0 && !before.text.isEmpty, "\(before.error)")
    for words in [["update"], ["update", "--full"], ["build"]] {
      let output = try run(["index"] + words.prefix(1) + [docs, "-o", index] + words.dropFirst())
      #expect(output.status == 2, "\(words)")
      #expect(
        output.error.contains(index) && output.error.contains(barrier.message)
          && output.error.contains("choose a folder that you may write to"), "\(output.error)")
      #expect(FileManager.default.contents(atPath: index) == bytes, "\(words)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: media) == ["i"])
      #expect(try run(search).bytes == before.bytes)
    }
  }

  /// Who may append to the file needs no right to its folder.
  @Test(
    .enabled(if: barriers.contains(.permission), "setpriv is not allowed here"))
  func aWritableFileInAFolderOfOthersIsUpdated() throws {
    let folder = try TemporaryFolder()
    let (docs, index) = (folder.path + "/docs", folder.path + "/media/i")
    for number in 0..<40 {
      let rules = (0..<8).map { "第\($0)条 事项\(number)办理时限\(number + $0)日。" }
      try folder.write(
        "docs/\(number).md", "# 事项\(number)\n\n" + rules.joined(separator: "\n\n") + "\n")
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/media", withIntermediateDirectories: true)
    try #require(try BuiltCommand.run(["index", "build", docs, "-o", index]).status == 0)
    try setPermissions(0o666, index)
    try setPermissions(0o555, folder.path + "/media")
    defer { try? setPermissions(0o755, folder.path + "/media") }
    try folder.write("docs/neu.md", "# 新事项\n\n新的规定。\n")
    let output = try BuiltCommand.run(
      ["index", "update", docs, "-o", index], through: Barrier.permission.launcher(""))
    #expect(output.status == 0, "\(output.error)")
    let info = try BuiltCommand.run(["index", "info", "--index", index, "--json"]).object()
    #expect((info["parts"] as? [[String: Any]])?.count == 2)
    #expect(info["documents"] as? Int == 41)
  }

  private func setPermissions(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
}
