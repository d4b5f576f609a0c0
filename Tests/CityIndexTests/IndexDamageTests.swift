import Testing

@testable import CityIndex

struct IndexDamageTests {
  /// Calls everything that reads; what it returns does not matter, only that it returns.
  private func readAll(_ index: KnowledgeIndex) {
    for number in -1...index.documentCount {
      let document = index.document(number)
      _ = index.document(id: document.id)
      _ = index.passages(of: number)
      _ = index.text(document: number)
      _ = index.text(document: number, range: 3..<20)
      for key in ["title", "aliases", "skill", "none"] {
        _ = index.metadata(document: number, key: key)
      }
    }
    for number in -1...index.passageCount { _ = index.passage(number) }
    for name in index.tableNames { _ = index.table(name, version: 1) }
    var query = IndexQuery("身份证申请材料 identity card fee 40", synonyms: index.synonyms)
    for hit in index.search(query, limit: 5) { _ = index.explain(query, passage: hit.passage) }
    query.kinds = ["guide"]
    query.languages = ["zh", "en"]
    query.skills = ["guide"]
    _ = index.search(query, limit: 5)
  }

  private func cityFile(_ folder: String) throws -> (path: String, bytes: [UInt8]) {
    let path = folder + "/index"
    _ = try IndexBuilder().write(
      IndexSample.city, tables: IndexSample.tables, synonyms: IndexSample.synonyms,
      fingerprint: "f", to: path)
    return (path, try IndexSample.read(path))
  }

  @Test func everyFlippedByteIsFound() throws {
    try IndexSample.withFolder { folder in
      let (path, bytes) = try cityFile(folder)
      for place in bytes.indices {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(place % 8)
        try IndexSample.write(damaged, to: path)
        // As a small file is opened.
        #expect(throws: IndexError.self, "byte \(place)") { try KnowledgeIndex.open(path) }
        // As a large one is: its sections are summed by verify only. Every third byte is slow enough.
        guard place % 3 == 0, let index = try? KnowledgeIndex.open(path, summedUpTo: 0) else {
          continue
        }
        readAll(index)
        let error = #expect(throws: IndexError.self, "byte \(place)") { try index.verify() }
        #expect(error?.code == .damaged)
      }
    }
  }

  @Test func everyLengthButTheWholeIsRefused() throws {
    try IndexSample.withFolder { folder in
      let (path, bytes) = try cityFile(folder)
      for length in 0..<bytes.count {
        try IndexSample.write(Array(bytes[..<length]), to: path)
        let error = #expect(throws: IndexError.self) {
          try KnowledgeIndex.open(path, summedUpTo: 0)
        }
        #expect(error?.code == (length < 8 ? .notAnIndex : length < 12 ? .otherVersion : .damaged))
        #expect(error?.path == path)
      }
      // What stands behind the last part is of an update that was killed, and is not read.
      let generation = try whole(bytes, at: path)
      for rest in [[0], [1], [UInt8](repeating: 7, count: 3000)] {
        #expect(try whole(bytes + rest, at: path) == generation)
      }
      #expect(try whole(bytes + [UInt8](repeating: 0, count: 9000), at: path) == generation)
    }
  }

  private func whole(_ bytes: [UInt8], at path: String) throws -> String {
    try IndexSample.write(bytes, to: path)
    let index = try KnowledgeIndex.open(path)
    try index.verify()
    return index.generation
  }

  /// Damage that the checksums agree with: a hostile file, or a fault before writing.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func resealedDamageNeverCrashes(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    try IndexSample.withFolder { folder in
      let (path, bytes) = try cityFile(folder)
      let header = try KnowledgeIndex.open(path).last.header
      for _ in 0..<150 {
        var damaged = bytes
        let entry = header.entries.filter { $0.length > 0 }.randomElement(using: &generator)!
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let place = Int(entry.offset) + Int.random(in: 0..<Int(entry.length), using: &generator)
          damaged[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator)!
        }
        guard damaged != bytes else { continue }
        reseal(&damaged, header)
        try IndexSample.write(damaged, to: path)
        guard let index = try? KnowledgeIndex.open(path) else { continue }
        readAll(index)
        // A fingerprint and the sum of a line mean nothing to the index itself.
        if ![.state, .origins].contains(entry.section) {
          #expect(throws: IndexError.self) { try index.verify() }
        }
        // Content alone may still make sense: a byte of a text, say. It must not crash.
        _ = try? index.verifyContent()
      }
    }
  }

  @Test(arguments: [5, 6] as [UInt64])
  func resealedHeadersNeverCrash(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    try IndexSample.withFolder { folder in
      let (path, bytes) = try cityFile(folder)
      for _ in 0..<300 {
        var damaged = bytes
        let place = Int.random(in: 8..<IndexHeader.size, using: &generator)
        damaged[place] = [0, 1, 0x80, 0xFF].randomElement(using: &generator)!
        sealHeader(&damaged)
        try IndexSample.write(damaged, to: path)
        guard let index = try? KnowledgeIndex.open(path, summedUpTo: 0) else { continue }
        readAll(index)
        _ = try? index.verifyContent()
      }
    }
  }

  /// What verify finds behind sums that agree.
  @Test(arguments: [
    ("passages", 3), ("passages", 7), ("passages", 8), ("passages", 12), ("passages", 16),
    ("documents", 8), ("documents", 16), ("documents", 20), ("documents", 24), ("documents", 28),
    ("documents", 60), ("ids", 0), ("terms", 4), ("terms", 8), ("terms", 16), ("lengths", 2),
    ("labels", 1), ("facets", 0), ("facets", 8), ("skills", 0), ("signatures", 0),
    ("postings", 0), ("metadata", 0), ("tables", 0), ("tables", 24), ("strings", 2), ("texts", 4),
  ])
  func contentThatMeansNothingIsFound(section: String, place: Int) throws {
    try IndexSample.withFolder { folder in
      var (path, bytes) = try cityFile(folder)
      let header = try KnowledgeIndex.open(path).last.header
      let entry = try #require(header.entries.first { $0.section.rawValue == section })
      bytes[Int(entry.offset) + place] ^= 0xFF
      reseal(&bytes, header)
      try IndexSample.write(bytes, to: path)
      let index = try KnowledgeIndex.open(path)
      let error = #expect(throws: IndexError.self) { try index.verifyContent() }
      #expect(error?.code == .damaged)
    }
  }

  private func reseal(_ bytes: inout [UInt8], _ header: IndexHeader) {
    for (number, entry) in header.entries.enumerated() {
      let end = Int(entry.offset) + (Int(entry.length) + 7) / 8 * 8
      let sum = bytes[Int(entry.offset)..<end].withUnsafeBytes { Checksum64.sum($0) }
      put(sum, at: IndexFormat.headerSize + number * IndexFormat.entrySize + 32, in: &bytes)
    }
    sealHeader(&bytes)
  }

  private func sealHeader(_ bytes: inout [UInt8]) {
    let table = bytes[IndexFormat.headerSize..<IndexHeader.size]
    put(table.withUnsafeBytes { Checksum64.sum($0) }, at: 24, in: &bytes)
    put(bytes[..<32].withUnsafeBytes { Checksum64.sum($0) }, at: 32, in: &bytes)
  }

  private func put(_ value: UInt64, at place: Int, in bytes: inout [UInt8]) {
    for i in 0..<8 { bytes[place + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
  }

  @Test func anotherVersionIsNamed() throws {
    try IndexSample.withFolder { folder in
      var (path, bytes) = try cityFile(folder)
      bytes[8] = 7
      sealHeader(&bytes)
      try IndexSample.write(bytes, to: path)
      let error = #expect(throws: IndexError.self) { try KnowledgeIndex.open(path) }
      #expect(error?.code == .otherVersion)
      #expect(error?.message.contains("version 7") == true)
      #expect(error?.message.contains("version \(KnowledgeIndex.formatVersion)") == true)
    }
  }

  @Test(arguments: ["", "CITY", "%PDF-1.7 something else", String(repeating: "x", count: 5000)])
  func foreignFilesAreNoIndex(content: String) throws {
    try IndexSample.withFolder { folder in
      try IndexSample.write(Array(content.utf8), to: folder + "/x")
      let error = #expect(throws: IndexError.self) { try KnowledgeIndex.open(folder + "/x") }
      #expect(error?.code == .notAnIndex)
    }
  }

  @Test func whatIsNoFileOrNotThereIsSaid() throws {
    try IndexSample.withFolder { folder in
      let missing = #expect(throws: IndexError.self) { try KnowledgeIndex.open(folder + "/none") }
      #expect(missing?.code == .notFound)
      let directory = #expect(throws: IndexError.self) { try KnowledgeIndex.open(folder) }
      #expect(directory?.code == .notAnIndex)
    }
  }
}
