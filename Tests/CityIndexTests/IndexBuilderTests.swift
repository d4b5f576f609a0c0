import CityText
import Glibc
import Testing

@testable import CityIndex

struct IndexBuilderTests {
  @Test func everyFieldComesBack() throws {
    let index = try IndexSample.index(
      of: IndexSample.city, tables: IndexSample.tables, synonyms: IndexSample.synonyms,
      fingerprint: "print")
    try expect(index, toHold: IndexSample.city)
    #expect(index.fingerprint == "print")
    #expect(index.tableNames == ["faq", "guides"])
    for table in IndexSample.tables {
      #expect(index.table(table.name, version: table.version) == table.bytes)
    }
    #expect(index.table("guides", version: 3) == nil)
    #expect(index.table("none", version: 1) == nil)
    #expect(index.synonyms.rewritten(Array("幾耐".utf8)) == Array("幾耐".utf8))
    #expect(index.synonyms.rewritten(Array("几耐".utf8)) == Array("多久".utf8))
    #expect(index.sections.map(\.name) == IndexFormat.Section.allCases.map(\.rawValue))
    try index.verify()
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func randomDocumentsComeBack(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = corpus.documents(80)
    let index = try IndexSample.index(of: documents)
    try expect(index, toHold: documents)
    try index.verify()
  }

  private func expect(_ index: KnowledgeIndex, toHold documents: [SourceDocument]) throws {
    #expect(index.documentCount == documents.count)
    #expect(index.passageCount == documents.reduce(0) { $0 + $1.clauses.count })
    var passage = 0
    for (number, source) in documents.enumerated() {
      let document = index.document(number)
      #expect(document.id == source.id && document.number == number)
      #expect(index.documentID(number) == source.id)
      #expect(document.metadata == source.metadata)
      #expect(document.digest == SHA256.hex(source.text))
      #expect(document.passages == passage..<passage + source.clauses.count)
      #expect(index.documentNumber(id: source.id) == number)
      #expect(index.document(id: source.id)?.number == number)
      #expect(index.text(document: number) == source.text)
      for (key, values) in source.metadata.entries {
        #expect(index.metadata(document: number, key: key) == values)
      }
      #expect(index.metadata(document: number, key: "absent").isEmpty)
      let found = index.passages(of: number)
      #expect(found.map(\.number) == Array(document.passages))
      for (clause, indexed) in zip(source.clauses, found) {
        #expect(indexed == index.passage(indexed.number))
        #expect(indexed.document == number)
        #expect(indexed.clause == clause.path && indexed.heading == clause.heading)
        #expect(indexed.range == clause.range)
        #expect(
          index.text(document: number, range: clause.range) == Array(source.text[clause.range]))
      }
      passage += source.clauses.count
    }
    #expect(index.document(id: "absent") == nil)
  }

  @Test func placesOutsideGiveNothing() throws {
    let index = try IndexSample.index(of: IndexSample.city)
    let size = IndexSample.city[0].text.count
    #expect(index.text(document: 0, range: 0..<size)?.count == size)
    #expect(index.text(document: 0, range: 0..<size + 1) == nil)
    #expect(index.text(document: 0, range: Int.min..<Int.max) == nil)
    #expect(index.text(document: -1) == nil)
    #expect(index.text(document: 4) == nil)
    #expect(index.document(99).id.isEmpty && index.document(-1).passages.isEmpty)
    #expect(index.passage(99).clause.isEmpty && index.passage(-1).range.isEmpty)
  }

  /// A `String` calls é and e+◌́ equal; a text that is cited must come back byte for byte.
  @Test func normalFormsAreKeptApart() throws {
    let forms = ["caf\u{E9}", "cafe\u{301}"]
    let documents = forms.map { IndexSample.document($0, title: $0, clauses: [($0, $0)]) }
    let index = try IndexSample.index(of: documents)
    for (number, form) in forms.enumerated() {
      #expect(Array(index.document(number).id.utf8) == Array(form.utf8))
      #expect(Array(index.passage(number).heading.utf8) == Array(form.utf8))
      #expect(index.documentNumber(id: form) == number)
    }
  }

  @Test func theSameDocumentsAreTheSameGeneration() throws {
    try IndexSample.withFolder { folder in
      func write(
        _ name: String, _ documents: [SourceDocument] = IndexSample.city,
        tables: [IndexTable] = IndexSample.tables, synonyms: [UInt8] = IndexSample.synonyms,
        fingerprint: String = "a"
      ) throws -> String {
        let path = "\(folder)/\(name)"
        let generation = try IndexBuilder().write(
          documents, tables: tables, synonyms: synonyms, fingerprint: fingerprint, to: path)
        let index = try KnowledgeIndex.open(path)
        #expect(index.generation == generation && generation.utf8.count == 64)
        #expect(index.fingerprint == fingerprint)
        return generation
      }
      let first = try write("1")
      #expect(try write("2") == first)
      #expect(try IndexSample.read(folder + "/1") == IndexSample.read(folder + "/2"))
      #expect(try write("3", fingerprint: "another, longer one") == first)
      #expect(try write("4", tables: IndexSample.tables.reversed()) == first)
      #expect(try write("5", tables: []) != first)
      #expect(try write("6", synonyms: []) != first)
      #expect(try write("7", Array(IndexSample.city.reversed())) != first)
      var changed = IndexSample.city
      changed[0].metadata["as-of"] = ["2024-01-01"]
      #expect(try write("8", changed) != first)
    }
  }

  @Test func aNewIndexReplacesTheOldOneUnderItsReader() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      func write(_ documents: [SourceDocument]) throws {
        _ = try IndexBuilder().write(
          documents, tables: [], synonyms: [], fingerprint: "", to: path)
      }
      try write(IndexSample.city)
      let old = try KnowledgeIndex.open(path)
      try write([IndexSample.city[2]])
      #expect(IndexSample.names(in: folder) == ["index"])
      try expect(old, toHold: IndexSample.city)
      try old.verify()
      try expect(KnowledgeIndex.open(path), toHold: [IndexSample.city[2]])
    }
  }

  @Test(arguments: ["none/index", "file/index", "folder"])
  func unwritablePlacesAreNamedAndLeftAlone(name: String) throws {
    try IndexSample.withFolder { folder in
      try IndexSample.write([1], to: folder + "/file")
      mkdir(folder + "/folder", 0o755)
      defer { rmdir(folder + "/folder") }
      let path = "\(folder)/\(name)"
      let error = #expect(throws: IndexError.self) {
        try IndexBuilder().write(
          IndexSample.city, tables: [], synonyms: [], fingerprint: "", to: path)
      }
      #expect(error?.code == .unwritable)
      #expect(error?.path == path)
      #expect(IndexSample.names(in: folder) == ["file", "folder"])
    }
  }

  @Test func aFullDiskIsSaidAndNothingStays() throws {
    try IndexSample.withFolder { folder in
      let (path, temporary) = (folder + "/index", folder + "/index.tmp")
      try IndexSample.write([], to: temporary)
      let full = open("/dev/full", O_WRONLY)
      try #require(full >= 0)
      let error = #expect(throws: IndexError.self) {
        let writer = try IndexFileWriter(path, temporary: temporary, descriptor: full)
        try writer.write(.strings, [1, 2, 3])
        try writer.finish()
      }
      #expect(error?.code == .unwritable)
      #expect(error?.path == path)
      #expect(error?.message.contains("No space left on device") == true)
      #expect(IndexSample.names(in: folder).isEmpty)
    }
  }

  @Test func documentsThatCannotBeGivenBackAreRefused() throws {
    let good = IndexSample.document("a.md", clauses: [("x", "身份证")])
    var outside = good
    outside.clauses[0].range = 0..<good.text.count + 1
    var cutting = good
    cutting.clauses[0].range = (good.clauses[0].range.lowerBound + 1)..<good.text.count
    var overlapping = good
    overlapping.clauses.append(good.clauses[0])
    var broken = good
    broken.text[good.clauses[0].range.lowerBound] = 0xFF
    for (documents, word) in [
      ([good, good], "id"), ([outside], "leaves"), ([cutting], "cuts"),
      ([overlapping], "overlaps"), ([broken], "UTF-8"),
    ] {
      try IndexSample.withFolder { folder in
        let error = #expect(throws: IndexError.self) {
          try IndexBuilder().write(
            documents, tables: [], synonyms: [], fingerprint: "", to: folder + "/index")
        }
        #expect(error?.code == .badDocument)
        #expect(error?.path == "a.md")
        #expect(error?.message.contains(word) == true)
        #expect(IndexSample.names(in: folder).isEmpty)
      }
    }
  }

  @Test func tablesOfOneNameAndVersionAreRefused() throws {
    let table = IndexTable(name: "t", version: 1, bytes: [])
    let error = #expect(throws: IndexError.self) {
      try IndexSample.index(of: [], tables: [table, table])
    }
    #expect(error?.code == .badDocument)
  }

  @Test func anErrorInTheSynonymsStopsTheBuild() throws {
    let error = #expect(throws: IndexError.self) {
      try IndexSample.index(of: [], synonyms: Array("a, b\n=> c\n".utf8))
    }
    #expect(error?.code == .badDocument && error?.line == 2)
  }
}
