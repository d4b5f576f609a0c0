import Glibc
import Testing

@testable import CityIndex

/// A folder of a test's own, removed when the test drops it.
final class ReaderFolder {
  private let folder = TemporaryFolder()!
  var path: String { folder.path }

  deinit { folder.remove() }

  /// Writes a file, making the folders above it.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let place = "\(path)/\(name)"
    for (i, byte) in place.utf8.enumerated() where byte == 0x2F && i > path.utf8.count {
      mkdir(String(decoding: place.utf8.prefix(i), as: UTF8.self), 0o700)
    }
    unlink(place)
    precondition(FileReading.write(bytes, to: [UInt8](place.utf8)), "cannot write \(place)")
    return place
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, [UInt8](text.utf8)) }

  func link(_ name: String, to target: String) {
    precondition(symlink(target, "\(path)/\(name)") == 0, "cannot link \(name)")
  }

  func read(_ reader: DocumentReader = DocumentReader()) throws -> DocumentReader.Reading {
    try reader.read(folder: path)
  }
}

extension SourceDocument {
  /// What a clause says.
  func words(of path: String) -> String? {
    clauses.first { $0.path == path }.map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  var paths: [String] { clauses.map(\.path) }
}

@Suite("Reading a folder")
struct FolderReaderTests {
  @Test func filesComeInByteOrderAndHiddenOnesDoNot() throws {
    let folder = ReaderFolder()
    for name in ["b.md", "a/z.txt", "a.md", "B.md", "a/.hidden.md", ".git/c.md", "中.md"] {
      folder.write(name, "# 标题\n正文在这里\n")
    }
    let reading = try folder.read()
    #expect(reading.documents.map(\.id) == ["B.md", "a.md", "a/z.txt", "b.md", "中.md"])
    #expect(reading.problems.isEmpty)
  }

  @Test func otherKindsAndSynonymsArePassedOver() throws {
    let folder = ReaderFolder()
    folder.write("places.json", "{}")
    folder.write("photo.png", [0x89, 0x50, 0, 0])
    folder.write("header.csv", "indicator,value\n")
    folder.write("column.csv", "value\n1\n")
    folder.write("runs.jsonl", "{\"id\":1,\"score\":2}\n")
    folder.write("LICENSE", "words")
    folder.write("synonyms.txt", "幾耐 => 多久\n")
    let reading = try folder.read()
    #expect(reading.documents.isEmpty)
    #expect(reading.problems.isEmpty)
  }

  @Test func aCSVOfDataIsATableWithoutClauses() throws {
    let folder = ReaderFolder()
    folder.write(
      "data/values.csv", [0xEF, 0xBB, 0xBF] + Array("indicator,value\r\nGDP,1\r\n".utf8))
    let document = try #require(try folder.read().documents.first)
    #expect(document.id == "data/values.csv")
    #expect(document.metadata.kind == "table")
    #expect(document.clauses.isEmpty)
    #expect(String(decoding: document.text, as: UTF8.self) == "indicator,value\nGDP,1\n")
  }

  @Test func aLoopOfLinksIsFollowedOnce() throws {
    let folder = ReaderFolder()
    let outside = ReaderFolder()
    outside.write("far.md", "# 远\n远处的文件\n")
    folder.write("real/one.md", "# 一\n第一个文件\n")
    folder.link("real/self", to: ".")
    folder.link("real/up", to: "..")
    folder.link("above", to: "../..")
    folder.link("again", to: "real")
    folder.link("other", to: outside.path)
    outside.write("sub/near.md", "# 近\n近处的文件\n")
    outside.link("sub/back", to: folder.path)
    let reading = try folder.read()
    #expect(reading.documents.map(\.id) == ["other/far.md", "other/sub/near.md", "real/one.md"])
    #expect(reading.problems.isEmpty)
  }

  @Test func whatCannotBeReadIsOneProblemEachAndTheRestGoesOn() throws {
    let folder = ReaderFolder()
    folder.write("good.md", "# 好\n可以读的内容\n")
    folder.link("dangling.md", to: "nowhere.md")
    mkfifo("\(folder.path)/pipe.md", 0o600)
    folder.write("huge.txt", [UInt8](repeating: 0x61, count: 5000))
    folder.write("empty.md", "")
    folder.write("blank.txt", "  \n\u{3000}\n")
    folder.write("binary.txt", [0, 1, 2, 3, 0, 0, 0, 4, 5, 6, 7, 0])
    var reader = DocumentReader()
    reader.sizeLimit = 4000
    let reading = try folder.read(reader)
    #expect(reading.documents.map(\.id) == ["good.md"])
    let names = reading.problems.map { $0.path?.split(separator: "/").last.map(String.init) ?? "" }
    #expect(
      names.sorted() == [
        "binary.txt", "blank.txt", "dangling.md", "empty.md", "huge.txt", "pipe.md",
      ])
    let huge = try #require(reading.problems.first { $0.path?.hasSuffix("huge.txt") == true })
    #expect(huge.description.contains("5000"))
    #expect(huge.description.contains("4000"))
    let dangling = try #require(reading.problems.first { $0.path?.hasSuffix("ling.md") == true })
    #expect(dangling.code == .unreadable)
    #expect(dangling.message.contains("No such file"))
  }

  @Test func aFolderThatIsNotThereThrows() {
    #expect(throws: IndexError.self) { try DocumentReader().read(folder: "/nowhere/at/all") }
    #expect(DocumentReader().fingerprint(folder: "/nowhere/at/all") == "")
  }

  @Test func oneFileIsReadByItsName() throws {
    let folder = ReaderFolder()
    let file = folder.write("guides/one.md", "# 居住证\n## 费用\n免费\n")
    let reading = try DocumentReader().read(folder: file)
    #expect(reading.documents.map(\.id) == ["one.md"])
    let other = try DocumentReader().read(folder: folder.write("x.json", "{}"))
    #expect(other.problems.count == 1)
  }

  @Test func progressCountsEveryFile() async throws {
    let folder = ReaderFolder()
    for i in 0..<3 { folder.write("\(i).md", "# 标题\n正文在这里\n") }
    try await confirmation(expectedCount: 4) { called in
      _ = try DocumentReader().read(folder: folder.path) { done, total in
        #expect(total == 3)
        #expect(done <= 3)
        called()
      }
    }
  }

  @Test func theFingerprintChangesWithNamesSizesAndTimesOnly() throws {
    let folder = ReaderFolder()
    let reader = DocumentReader()
    let file = folder.write("a.md", "one")
    folder.write("b.csv", "1,2")
    let first = reader.fingerprint(folder: folder.path)
    #expect(first.utf8.count == 64)
    #expect(reader.fingerprint(folder: folder.path + "/") == first)
    folder.write(".hidden", "x")
    #expect(reader.fingerprint(folder: folder.path) == first)

    var times = [timespec(tv_sec: 1, tv_nsec: 1), timespec(tv_sec: 1, tv_nsec: 1)]
    utimensat(AT_FDCWD, file, &times, 0)
    let second = reader.fingerprint(folder: folder.path)
    #expect(second != first)
    times[1].tv_nsec = 2
    utimensat(AT_FDCWD, file, &times, 0)
    #expect(reader.fingerprint(folder: folder.path) != second)
    folder.write("a.md", "longer")
    let third = reader.fingerprint(folder: folder.path)
    rename("\(folder.path)/b.csv", "\(folder.path)/c.csv")
    #expect(reader.fingerprint(folder: folder.path) != third)
    #expect(reader.fingerprint(folder: file).utf8.count == 64)
  }
}
