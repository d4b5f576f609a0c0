import Glibc
import Testing

@testable import CityIndex

@Suite("Converting foreign files")
struct ConverterReaderTests {
  private func reader(_ command: [String], deadline: Double = 20, output: String = "txt")
    -> DocumentReader
  {
    DocumentReader(converters: [
      DocumentConverter(
        extensions: ["pdf"], command: command, deadline: deadline, output: output)
    ])
  }

  @Test func standardOutputIsTheText() throws {
    let folder = ReaderFolder()
    folder.write("policies/a.PDF", "第一段文字。\r\n")
    let reading = try folder.read(reader(["/bin/cat", "{input}"]))
    let document = try #require(reading.documents.first)
    #expect(reading.problems.isEmpty)
    #expect(document.id == "policies/a.PDF")
    #expect(document.metadata.kind == "policy")
    #expect(String(decoding: document.text, as: UTF8.self) == "第一段文字。\n")
  }

  @Test func outputMayBeMarkdown() throws {
    let folder = ReaderFolder()
    folder.write("a.pdf", "# 题\n## 费用\n免费\n")
    let reading = try folder.read(reader(["cat", "{input}"], output: "md"))
    #expect(reading.documents.first?.paths == ["费用"])
  }

  @Test func bytesAloneAreConvertedToo() throws {
    let reading = reader(["cat", "{input}"]).documents(
      id: "x.pdf", bytes: [UInt8]("文字内容".utf8), path: "x.pdf")
    #expect(reading.documents.first?.text == [UInt8]("文字内容".utf8))
  }

  @Test func filesInTheOutputFolderAreTheText() throws {
    let folder = ReaderFolder()
    folder.write("book.pdf", "材料,份数\n照片,2\n")
    let script = "mkdir {outdir}/.profile; cp {input} {outdir}/1.csv; cp {input} {outdir}/2.csv"
    let reading = try folder.read(reader(["sh", "-c", script]))
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1)
    #expect(
      String(decoding: document.text, as: UTF8.self)
        == "| 材料 | 份数 |\n| 照片 | 2 |\n\n| 材料 | 份数 |\n| 照片 | 2 |\n")
    #expect(document.paths == ["正文", "正文 (2)"])
    MarkdownReaderTests.check(document)
  }

  @Test func oneConverterMayHandOnToAnother() throws {
    let folder = ReaderFolder()
    folder.write("slides.pptx", "幻灯片的文字")
    let reader = DocumentReader(converters: [
      DocumentConverter(extensions: ["pptx"], command: ["sh", "-c", "cp {input} {outdir}/s.pdf"]),
      DocumentConverter(extensions: ["pdf"], command: ["cat", "{input}"]),
    ])
    let reading = try folder.read(reader)
    #expect(reading.documents.first?.id == "slides.pptx")
    #expect(reading.documents.first?.text == [UInt8]("幻灯片的文字".utf8))
  }

  @Test func aMissingProgramSaysWhatToInstall() throws {
    let folder = ReaderFolder()
    folder.write("a.pdf", "x")
    folder.write("b.docx", "x")
    folder.write("c.xyz", "x")
    folder.write("d.md", "# 好\n正文内容\n")
    var reader = DocumentReader(converters: [])
    #expect(try folder.read(reader).problems.map(\.code) == [.converter, .converter])
    reader = self.reader(["no-such-program-7", "{input}"])
    let reading = try folder.read(reader)
    #expect(reading.documents.map(\.id) == ["d.md"])
    #expect(
      reading.problems.first?.message
        == "The file is a PDF; install no-such-program-7 or name a converter.")
    #expect(DocumentConverter.usual[0].package == "poppler-utils")
  }

  @Test func aFailureTellsTheFirstLineOfStandardError() throws {
    let folder = ReaderFolder()
    folder.write("a.pdf", "x")
    let reading = try folder.read(
      reader(["sh", "-c", "echo; echo Syntax Error: no xref >&2; echo more >&2; exit 3"]))
    #expect(reading.documents.isEmpty)
    #expect(reading.problems.map(\.message) == ["sh failed with status 3: Syntax Error: no xref"])
    #expect(reading.problems.first?.path == "\(folder.path)/a.pdf")
  }

  @Test func aCrashIsAFailureToo() {
    let process = ConverterProcess(
      command: ["sh", "-c", "kill -SEGV $$"], deadline: 20, outputLimit: 10)
    #expect { try process.run() } throws: { error in
      guard case .failed(let status, _) = error as? ConverterProcess.Failure else { return false }
      return status == 128 + SIGSEGV
    }
  }

  @Test func theDeadlineEndsTheWholeGroup() throws {
    let folder = ReaderFolder()
    let note = "\(folder.path)/pids"
    // A child and its own child; both write their numbers and would sleep for long.
    let script = "sleep 600 & echo $$ $! > \(note); wait"
    let process = ConverterProcess(command: ["sh", "-c", script], deadline: 0.3, outputLimit: 10)
    #expect { try process.run() } throws: { error in
      guard case .late = error as? ConverterProcess.Failure else { return false }
      return true
    }
    let numbers = String(
      decoding: try FileReading.bytes(at: [UInt8](note.utf8), limit: 100), as: UTF8.self
    )
    .split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
    try #require(numbers.count == 2)
    #expect(Self.isGone(numbers[0]))
    #expect(Self.isGone(numbers[1]))
  }

  @Test func whatAProgramLeavesBehindIsEndedWithIt() throws {
    let folder = ReaderFolder()
    let note = "\(folder.path)/pid"
    let process = ConverterProcess(
      command: ["sh", "-c", "sleep 600 & echo $! > \(note); echo done"], deadline: 20,
      outputLimit: 10)
    #expect(try process.run() == [UInt8]("done\n".utf8))
    let text = String(
      decoding: try FileReading.bytes(at: [UInt8](note.utf8), limit: 100), as: UTF8.self)
    #expect(Self.isGone(try #require(pid_t(text.dropLast()))))
  }

  @Test func tooMuchOutputEndsIt() throws {
    let folder = ReaderFolder()
    folder.write("a.pdf", "x")
    var reader = reader(["cat", "/dev/zero"])
    reader.sizeLimit = 100_000
    let reading = try folder.read(reader)
    #expect(reading.problems.map(\.code) == [.converter])
    #expect(reading.problems.first?.message.contains("100000") == true)
  }

  @Test func itGetsNoInputAndALittleEnvironment() throws {
    setenv("CITY_READER_TEST_SECRET", "x", 1)
    let process = ConverterProcess(
      command: ["sh", "-c", "cat; env | cut -d= -f1 | sort | tr '\\n' ' '"], deadline: 20,
      outputLimit: 1000)
    let names = String(decoding: try process.run(), as: UTF8.self).split(separator: " ")
    // A shell adds PWD, SHLVL and _ itself.
    #expect(Set(names).subtracting(["PWD", "SHLVL", "_", "OLDPWD"]) == ["HOME", "LANG", "PATH"])
  }

  @Test func muchOnBothOutputsDoesNotBlock() throws {
    let script =
      "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done"
    let process = ConverterProcess(
      command: ["sh", "-c", script], deadline: 60, outputLimit: 1 << 20)
    #expect(try process.run().count == 41 * 3000)
  }

  /// Whether a process has ended; killed ones may wait a moment for their new parent.
  private static func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<2000 {
      if kill(process, 0) != 0 { return true }
      if let status = try? FileReading.procStatus(process), status.contains(") Z") { return true }
      usleep(5000)
    }
    return false
  }
}

extension FileReading {
  /// `/proc/PID/stat`, whose size the system gives as 0.
  fileprivate static func procStatus(_ process: pid_t) throws -> String {
    String(decoding: head(of: [UInt8]("/proc/\(process)/stat".utf8)), as: UTF8.self)
  }
}
