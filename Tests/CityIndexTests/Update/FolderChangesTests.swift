import Foundation
import Testing

@testable import CityIndex

/// What an update reads of a folder, against a reading of all of it.
struct FolderChangesTests {
  private let folder = NSTemporaryDirectory() + "/city-changes-" + UUID().uuidString
  private var index: String { folder + ".index" }

  private func write(_ name: String, _ text: String) throws {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func remove() {
    try? FileManager.default.removeItem(atPath: folder)
    try? FileManager.default.removeItem(atPath: index)
  }

  private func build() throws -> KnowledgeIndex {
    let reading = try DocumentReader().read(folder: folder)
    _ = try IndexBuilder(jobs: 1).write(
      reading.documents, tables: [], synonyms: [], fingerprint: "", files: reading.files, to: index)
    return try KnowledgeIndex.open(index)
  }

  /// Brings the index up to date, and compares with a reading of everything.
  private func update() throws -> DocumentReader.Changes {
    let lock = try #require(try IndexLock.take(index))
    let old = try KnowledgeIndex.open(index)
    let changes = try #require(try DocumentReader().changes(in: folder, since: old))
    var builder = IndexBuilder(jobs: 1)
    builder.policy = UpdatePolicy(parts: 3, appended: .infinity, deleted: .infinity)
    _ = try builder.update(
      old, to: changes.entries, tables: [], synonyms: [], fingerprint: "", files: changes.files,
      holding: lock)
    let now = try KnowledgeIndex.open(index)
    let whole = try DocumentReader().read(folder: folder)
    #expect((0..<now.documentCount).map { now.source($0) } == whole.documents)
    #expect(changes.problems.map(\.description) == whole.problems.map(\.description))
    #expect(changes.files.map(\.name) == whole.files.map(\.name))
    #expect(changes.files.map(\.documents) == whole.files.map(\.documents))
    #expect(changes.files.map(\.sum) == whole.files.map(\.sum))
    #expect(changes.fingerprint == DocumentReader().fingerprint(folder: folder))
    return changes
  }

  private func line(_ id: String, _ text: String) -> String {
    "{\"_id\": \"\(id)\", \"title\": \"第\(id)条\", \"text\": \"\(text)\"}"
  }

  @Test(arguments: [71, 72, 73, 74] as [UInt64])
  func readsWhatAWholeReadingReads(seed: UInt64) throws {
    defer { remove() }
    var generator = SeededGenerator(state: seed)
    func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    var files: [String: String] = [:]
    for number in 0..<8 { files["docs/\(number).md"] = "# 标题\(number)\n\n正文\(number)。\n" }
    var lines = (0..<40).map { line("a\($0)", "条文\($0)") }
    for (name, text) in files { try write(name, text) }
    try write("big/corpus.jsonl", lines.joined(separator: "\n"))
    _ = try build()
    for step in 0..<14 {
      for _ in 0..<pick(0..<4) {
        let name = "docs/\(pick(0..<12)).md"
        switch pick(0..<4) {
        case 0:
          files[name] = nil
          try? FileManager.default.removeItem(atPath: folder + "/" + name)
        case 1:
          files[name] = "---\ntitle: [unclosed\n---\n# x\n"
          try write(name, files[name] ?? "")
        default:
          files[name] = "# 新标题\(step)\n\n新的正文\(pick(0..<100))。\n"
          try write(name, files[name] ?? "")
        }
      }
      for _ in 0..<pick(0..<5) {
        let place = pick(0..<lines.count)
        switch pick(0..<10) {
        case 0, 1: lines[place] = line("b\(pick(0..<1000))", "改过\(step)")
        case 2, 3: lines.insert(line("c\(pick(0..<1000))", "加上\(step)"), at: place)
        case 4: lines.remove(at: place)
        case 5: lines.swapAt(place, pick(0..<lines.count))
        case 6: lines.insert(lines[pick(0..<lines.count)], at: place)
        case 7: lines[place] = "no JSON \(step)"
        case 8: lines[place] = "  " + line("d\(pick(0..<9))", "空白\(step)") + "\t"
        default: lines.insert("", at: place)
        }
      }
      var text = lines.joined(separator: "\n")
      switch pick(0..<8) {
      case 0: text += "\n"
      case 1: text = lines.joined(separator: "\r\n")
      case 2: text = "\u{FEFF}" + text
      default: break
      }
      try write("big/corpus.jsonl", text)
      _ = try update()
    }
    try KnowledgeIndex.open(index).verify()
  }

  /// An edit that keeps the size and puts the time back: only the time of the change, which no program
  /// can set, tells of it.
  @Test func anEditThatHidesIsFound() throws {
    defer { remove() }
    try write("a.md", "# 标题\n\n一天之内办结。\n")
    try write("b.md", "# 别的\n\n没有变。\n")
    let old = Date(timeIntervalSince1970: 1_700_000_000)
    for name in ["a.md", "b.md"] {
      try FileManager.default.setAttributes(
        [.modificationDate: old], ofItemAtPath: folder + "/" + name)
    }
    _ = try build()
    try write("a.md", "# 标题\n\n两天之内办结。\n")
    try FileManager.default.setAttributes(
      [.modificationDate: old], ofItemAtPath: folder + "/a.md")
    let changes = try update()
    #expect(changes.entries.count == 2)
  }

  /// What was young when it was read is read again, and known by its bytes.
  @Test func youngFilesAreNotTrusted() throws {
    defer { remove() }
    try write("a.md", "# 标题\n\n一天之内办结。\n")
    let young = try build()
    #expect(young.sourceFiles?.map(\.isSettled) == [false])
    let changes = try update()
    #expect(changes.entries.count == 1)
    if case .new? = changes.entries.first { Issue.record("the bytes are the same") }
  }

  @Test func anIndexOfNoFolderIsReadWhole() throws {
    defer { remove() }
    try write("a.md", "# 标题\n\n正文。\n")
    let made = try IndexSample.index(of: IndexSample.city)
    #expect(try DocumentReader().changes(in: folder, since: made) == nil)
  }
}
