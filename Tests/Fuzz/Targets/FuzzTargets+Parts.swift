import CityAgentKit
import Foundation

@testable import CityIndex

extension FuzzTargets {
  /// An index file that three updates made, its documents and its generations, the last one last.
  ///
  /// The third update took the parts of the first two over: the second and third part are no longer in use.
  static func updatedIndex(
    _ index: KnowledgeIndex, in folder: String
  ) throws -> (bytes: [UInt8], generations: [String]) {
    let path = folder + "/updated"
    try Data(contentsOf: URL(fileURLWithPath: index.path)).write(to: URL(fileURLWithPath: path))
    let count = index.documentCount
    let updates: [[IndexEntry]] = [
      [.kept(0..<1), .new(document("a.md", "新的规定。", "夜间停车每次收费4元。")), .kept(1..<count)],
      [.kept(1..<count), .new(document("b.md", "垃圾分类。", "每周三回收家具。"))],
      [.new(document("a.md", "改过的规定。")), .kept(1..<count)],
    ]
    var generations = [index.generation]
    for (step, entries) in updates.enumerated() {
      let policy = UpdatePolicy(parts: step < 2 ? 8 : 0, appended: .infinity, deleted: .infinity)
      generations.append(try update(path, to: entries, policy))
    }
    return (Array(try Data(contentsOf: URL(fileURLWithPath: path))), generations)
  }

  private static func document(_ id: String, _ clauses: String...) -> SourceDocument {
    var metadata = DocumentMetadata()
    metadata["title"] = [clauses[0]]
    metadata["kind"] = ["policy"]
    var text: [UInt8] = []
    let parts = clauses.map { clause in
      let start = text.count
      text += clause.utf8
      return SourceClause(path: "\(start)", heading: "规定", range: start..<text.count)
    }
    return SourceDocument(id: id, metadata: metadata, text: text, clauses: parts)
  }

  /// - Returns: the new generation's name.
  private static func update(
    _ path: String, to entries: [IndexEntry], _ policy: UpdatePolicy
  ) throws -> String {
    guard let lock = try IndexLock.take(path) else { throw FuzzFailure(description: "no index") }
    let index = try KnowledgeIndex.open(path, summedUpTo: 0)
    var builder = IndexBuilder(jobs: 1)
    builder.policy = policy
    // Tables as knowledge makes them, by looking through the kept documents.
    let kept = IndexedSources(entries, in: index).documents(ofKinds: ["guide", "policy"])
    var tables = [IndexTable(name: "kept", version: 1, bytes: kept.map { UInt8($0.number & 255) })]
    if let works = WorkSizes.table(of: entries, in: index) { tables.append(works) }
    return try builder.update(
      index, to: entries, tables: tables, synonyms: [], fingerprint: index.fingerprint,
      holding: lock)
  }

  /// The bytes are an index file where they begin with `CITY`, else changes to one of several parts.
  ///
  /// ``FileChanges`` with these flags: 4: the byte behind the flags says how many changes there are, and what follows
  /// them stands behind the last part; 8: the file is updated by taking all parts over; 16: by writing it anew.
  func parts(_ bytes: [UInt8]) throws {
    let path = folder + "/damaged-parts"
    let flags = bytes.first ?? 0
    var file = bytes
    var isSealed = true
    if !bytes.starts(with: Array("CITY".utf8)) {
      file = damagedParts(by: bytes)
      isSealed = flags & 1 != 0
    }
    // A file cut short in place would take the last one, which may still be mapped, with it.
    unlink(path)
    try Data(file).write(to: URL(fileURLWithPath: path))
    if let index = try opened({ () throws(IndexError) in try KnowledgeIndex.open(path) }) {
      try read(index)
    }
    guard
      let index = try opened({ () throws(IndexError) in
        try KnowledgeIndex.open(path, summedUpTo: 0)
      })
    else { return }
    try read(index)
    _ = index.parts
    _ = try opened { () throws(IndexError) in try index.verifyContent() }
    let isWhole = try opened { () throws(IndexError) in try index.verify() } != nil
    if !isSealed {
      try FuzzFailure.check(
        !isWhole || generations.contains(index.generation),
        "a damaged file is called whole, or a whole one has a generation of its own")
    }
    try updateDamaged(
      index, isWhole: isWhole,
      UpdatePolicy(
        parts: flags & 8 != 0 ? 0 : 8, appended: flags & 16 != 0 ? 0 : .infinity,
        deleted: .infinity))
  }

  /// An update of what is damaged fails with an error, or gives what may be damaged too.
  private func updateDamaged(
    _ index: KnowledgeIndex, isWhole: Bool, _ policy: UpdatePolicy
  ) throws {
    let half = index.documentCount / 2
    let entries: [IndexEntry] = [
      .new(Self.document("neu.md", "一条新规定。")), .kept(half..<index.documentCount),
    ]
    let before = Array(index.file.view.raw)
    let name: String
    do {
      name = try Self.update(index.path, to: entries, policy)
    } catch let error as IndexError {
      try FuzzFailure.check(!isWhole, "a whole index cannot be updated: \(error)")
      let now = Array(try Data(contentsOf: URL(fileURLWithPath: index.path)))
      return try FuzzFailure.check(
        now.starts(with: before), "a failed update changed what was there")
    }
    let updated = try opened { () throws(IndexError) in
      try KnowledgeIndex.open(index.path, summedUpTo: 0)
    }
    if let updated { try read(updated) }
    guard isWhole else { return }
    guard let updated else { throw FuzzFailure(description: "an updated index cannot be opened") }
    try FuzzFailure.check(
      updated.generation == name && updated.documentCount == index.documentCount - half + 1,
      "an update gives another generation than it says")
    try FuzzFailure.check(
      try opened { () throws(IndexError) in try updated.verify() } != nil,
      "an update of a whole index is damaged")
  }

  private func damagedParts(by input: [UInt8]) -> [UInt8] {
    guard let flags = input.first, flags & 4 != 0, input.count > 1 else {
      return FileChanges(input).made(to: updatedBytes) { sealParts(of: &$0) }
    }
    let rest = input.dropFirst(2)
    let changes = rest.prefix(3 * Int(input[1]) + (flags & 2 != 0 ? 2 : 0))
    var file = FileChanges([flags] + changes).made(to: updatedBytes) { sealParts(of: &$0) }
    let start = PartChain.start(after: file.count)
    file += repeatElement(0, count: start - file.count)
    return file + rest.dropFirst(changes.count)
  }

  /// Makes the sums of every part right.
  private func sealParts(of file: inout [UInt8]) {
    var start = 0
    while start + IndexHeader.size <= file.count {
      let size = word(at: start + 16, of: file)
      seal(&file, from: start)
      guard size > 0, size <= UInt64(file.count - start) else { return }
      start = PartChain.start(after: start + Int(size))
    }
  }
}
