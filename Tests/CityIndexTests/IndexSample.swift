import Foundation
import Glibc
import Testing

@testable import CityIndex

/// Documents and indexes for tests.
enum IndexSample {
  /// A document of the given clauses, heading and body each, one a line.
  static func document(
    _ id: String, title: String = "", aliases: [String] = [], kind: String? = nil,
    language: String? = nil, skills: [String] = [], clauses: [(heading: String, body: String)]
  ) -> SourceDocument {
    var metadata = DocumentMetadata()
    metadata["title"] = [title]
    if !aliases.isEmpty { metadata["aliases"] = aliases }
    if let kind { metadata["kind"] = [kind] }
    if let language { metadata["language"] = [language] }
    if !skills.isEmpty { metadata["skill"] = skills }
    var text: [UInt8] = []
    var source: [SourceClause] = []
    for (number, clause) in clauses.enumerated() {
      text += "## \(clause.heading)\n".utf8
      let start = text.count
      text += clause.body.utf8
      source.append(
        SourceClause(
          path: "\(clause.heading)/\(number + 1)", heading: clause.heading,
          range: start..<text.count))
      text += "\n".utf8
    }
    return SourceDocument(id: id, metadata: metadata, text: text, clauses: source)
  }

  /// Three documents in two languages, with skills, aliases, a table's worth of fields.
  static let city: [SourceDocument] = [
    document(
      "guides/身份证.md", title: "居民身份证首次申领", aliases: ["办身份证", "二代证"], kind: "guide",
      skills: ["guide"],
      clauses: [
        ("申请材料", "居民户口簿原件；监护人的身份证。"),
        ("办理时限", "自受理之日起20个工作日内办结。"),
        ("收费标准", "首次申领不收费，补领收取工本费40元。"),
      ]),
    document(
      "guides/id-card.en.md", title: "First identity card", kind: "guide", language: "en",
      skills: ["guide", "english"],
      clauses: [
        ("Materials", "The household register."),
        ("Fee", "Free of charge; a replacement costs CNY 40."),
      ]),
    document(
      "policies/补贴.md", title: "人才补贴办法", kind: "policy", clauses: [("第一条", "符合条件的人才可以申请补贴。")]),
    document("empty.md", title: "空", clauses: []),
  ]

  static let tables = [
    IndexTable(name: "guides", version: 2, bytes: [1, 2, 3]),
    IndexTable(name: "faq", version: 1, bytes: Array("faq".utf8)),
    IndexTable(name: "guides", version: 1, bytes: []),
  ]

  static let synonyms = Array("二代证, 身份证\n幾耐 => 多久\n".utf8)

  /// Runs `body` with a path in a folder of its own, which goes afterwards.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/city-index-test-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// What a folder holds.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// An index of these documents; its file is gone again, the mapping stays.
  static func index(
    of documents: [SourceDocument], tables: [IndexTable] = [], synonyms: [UInt8] = [],
    fingerprint: String = ""
  ) throws -> KnowledgeIndex {
    try withFolder { folder in
      let path = folder + "/index"
      _ = try IndexBuilder().write(
        documents, tables: tables, synonyms: synonyms, fingerprint: fingerprint, to: path)
      return try KnowledgeIndex.open(path)
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Removes a file, which a mapping of it outlives.
  static func remove(_ path: String) throws { #expect(unlink(path) == 0) }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
