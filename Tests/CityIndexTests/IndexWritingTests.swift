import Glibc
import Testing

@testable import CityIndex

/// What is on the disk while an index is written, and after a writer was killed.
struct IndexWritingTests {
  /// Passes everything on, and looks at the folder before each step.
  private final class Observer: SectionSink {
    let writer: IndexFileWriter
    let look: () -> Void

    init(_ writer: IndexFileWriter, look: @escaping () -> Void) {
      self.writer = writer
      self.look = look
    }

    func begin(_ section: IndexFormat.Section) {
      look()
      writer.begin(section)
    }

    func append(_ bytes: [UInt8]) throws(IndexError) {
      look()
      try writer.append(bytes)
    }

    func end() throws(IndexError) {
      look()
      try writer.end()
    }
  }

  /// A kill leaves the files as they are at that moment.
  @Test func atEveryStepTheOldGenerationIsWhole() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      let old = try IndexBuilder().write(
        [IndexSample.city[0]], tables: [], synonyms: [], fingerprint: "old", to: path)
      let writer = try IndexFileWriter.create(path)
      var steps = 0
      let observer = Observer(writer) {
        steps += 1
        let index = try? KnowledgeIndex.open(path)
        #expect(index?.generation == old)
        #expect(throws: Never.self) { try index?.verify() }
        #expect(IndexSample.names(in: folder).count == 2)
      }
      _ = try IndexBuilder().sections(
        of: IndexSample.city,
        GenerationContent(
          tables: IndexSample.tables.sorted { $0.name < $1.name }, synonyms: IndexSample.synonyms,
          fingerprint: "new", files: []), path: path, to: observer)
      observer.look()
      try writer.finish()
      #expect(steps > 40)
      let new = try KnowledgeIndex.open(path)
      #expect(new.generation != old && new.fingerprint == "new")
      try new.verify()
      #expect(IndexSample.names(in: folder) == ["index"])
    }
  }

  @Test func whatAKilledWriterLeftGoesWithTheNextBuild() throws {
    try IndexSample.withFolder { folder in
      let path = folder + "/index"
      // Of a process that is gone; of names that only look alike.
      let others = [
        "index.1.tmp", "index.x-1.tmp", "index.tmp", "index2.1-1.tmp", "index.1-1.tmpx",
      ]
      for name in others + ["index.1-1.tmp", "index.999999-3.tmp"] {
        try IndexSample.write([1], to: folder + "/" + name)
      }
      let running = try IndexFileWriter.create(path)
      #expect(
        IndexSample.names(in: folder) == (others + ["index.\(getpid())-1.tmp"]).sorted())
      _ = try IndexBuilder().write(
        IndexSample.city, tables: [], synonyms: [], fingerprint: "", to: path)
      // The file of a writer that lives stays.
      #expect(IndexSample.names(in: folder).contains("index.\(getpid())-1.tmp"))
      withExtendedLifetime(running) {}
      try KnowledgeIndex.open(path).verify()
    }
  }

  @Test(arguments: [1, 2, 7] as [UInt64])
  func theFileDependsOnNoNumberOfJobsAndNoMemory(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let documents = corpus.documents(120)
    try IndexSample.withFolder { folder in
      func bytes(_ builder: IndexBuilder) throws -> [UInt8] {
        _ = try builder.write(
          documents, tables: IndexSample.tables, synonyms: IndexSample.synonyms,
          fingerprint: "f", to: folder + "/index")
        #expect(IndexSample.names(in: folder) == ["index"])
        return try IndexSample.read(folder + "/index")
      }
      let whole = try bytes(IndexBuilder(jobs: 1))
      for jobs in [1, 2, 5] {
        for memory in [0, 512] {
          for stretch in [1, 700, 1 << 20] {
            var builder = IndexBuilder(jobs: jobs, memory: memory)
            builder.stretch = stretch
            #expect(try bytes(builder) == whole, "\(jobs) jobs, \(memory) MB, \(stretch) bytes")
          }
        }
      }
    }
  }

  @Test func readersKeepTheirGenerationWhileOthersAreWritten() async throws {
    var corpus = RandomCorpus(seed: 51)
    let generations = (0..<3).map { _ in corpus.documents(20) }
    var template = Array("/tmp/city-index-test-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = folder + "/index"
    defer {
      unlink(path)
      rmdir(folder)
    }
    func write(_ number: Int) throws -> String {
      try IndexBuilder().write(
        generations[number % 3], tables: [], synonyms: [], fingerprint: "\(number % 3)", to: path)
    }
    let names = try (0..<3).map { try write($0) }
    let query = IndexQuery("身份证申请 card fee")
    let expected = try (0..<3).map { number in
      try IndexSample.index(of: generations[number]).search(query, limit: 5)
    }
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<60 {
            guard let index = try? KnowledgeIndex.open(path), let number = Int(index.fingerprint)
            else {
              Issue.record("a reader finds no index")
              return
            }
            #expect(index.generation == names[number])
            #expect(index.search(query, limit: 5) == expected[number])
          }
        }
      }
      group.addTask {
        for number in 0..<30 {
          #expect(throws: Never.self) { _ = try write(number) }
        }
      }
    }
  }
}
