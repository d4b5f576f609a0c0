import CityText
import Glibc

extension DocumentReader {
  /// Reads every document under `folder` (or the one file it names).
  /// - Parameter progress: called with numbers of files, the first time with 0.
  /// - Throws: ``IndexError`` only where the folder itself cannot be read.
  public func read(
    folder: String, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(IndexError) -> Reading {
    let root = [UInt8](folder.utf8)
    var status = stat()
    guard stat(folder, &status) == 0 else { throw Self.unreadable(folder, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      progress?(0, 1)
      let name = [UInt8](root[((root.lastIndex(of: 0x2F) ?? -1) + 1)...])
      var record = SourceFile(name: name)
      var reading = file(name, at: root, path: folder, known: nil, record: &record)
      if reading.documents.isEmpty, reading.problems.isEmpty {
        reading.problems = [
          IndexError(
            .badDocument,
            "No reader knows this kind of file, or it holds no questions and answers: name a folder, or a Markdown, text, HTML, FAQ or corpus file.",
            path: folder)
        ]
      }
      progress?(1, 1)
      return reading
    }
    let walk = try FolderReading(folder, by: self)
    var reading = Reading(problems: walk.problems)
    progress?(0, walk.files.count)
    for (i, file) in walk.files.enumerated() {
      let (one, record) = self.file(file, in: walk)
      reading.append(one)
      reading.files.append(record)
      progress?(i + 1, walk.files.count)
    }
    return reading
  }

  /// A digest of names, sizes and modification times under `folder`: changes when an index is out of date.
  ///
  /// Hidden files and ``memoryName`` do not count, all others do, because tables are compiled from some. Empty
  /// where there is nothing at `folder`.
  /// - Complexity: one `stat` a file, two for links.
  public func fingerprint(folder: String) -> String {
    var status = stat()
    guard stat(folder, &status) == 0 else { return "" }
    var files = FolderWalk(root: [UInt8](folder.utf8)).files
    if status.st_mode & S_IFMT != S_IFDIR {
      let time = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
      files = [FolderWalk.File(name: [], size: Int(status.st_size), modified: time)]
    }
    return Self.fingerprint(of: files)
  }

  static func fingerprint(of files: [FolderWalk.File]) -> String {
    var list: [UInt8] = []
    // No name holds a NUL, so no two folders write the same list.
    for file in files where !isMemory(file.name) {
      list += file.name + [0] + "\(file.size) \(file.modified)\n".utf8
    }
    return SHA256.hex(list)
  }

  /// The file of confirmed questions (``AnswerMemory``): no document, and it makes no index out of date.
  public static let memoryName: String = "memory.jsonl"

  static func isMemory(_ name: [UInt8]) -> Bool { name.elementsEqual(memoryName.utf8) }

  /// The files that may hold documents, in order; a corpus hides what lies beside and below it.
  func candidates(_ files: [FolderWalk.File], root: [UInt8]) -> [FolderWalk.File] {
    let corpora = files.map(\.name).filter { name in
      name.elementsEqual("corpus.jsonl".utf8) || name.suffix(13).elementsEqual("/corpus.jsonl".utf8)
    }.filter { CorpusFile.recognises(FileReading.head(of: FolderWalk.join(root, $0))) }
    let folders = corpora.map { (corpus: $0, folder: $0.dropLast(12)) }
    return files.filter { file in
      let name = file.name
      let suffix = Self.suffix(of: String(decoding: name, as: UTF8.self))
      if !Self.isText(suffix), !Self.isConvertible(suffix, by: converters) { return false }
      if name.elementsEqual("synonyms.txt".utf8) || Self.isMemory(name) { return false }
      return folders.allSatisfy { $0.corpus == name || !name.starts(with: $0.folder) }
    }
  }

  /// Reads a file of a folder.
  /// - Parameter known: what the last generation says of it.
  /// - Returns: no documents where the file is, by its bytes, the known one: then `record` has its documents.
  func file(
    _ file: FolderWalk.File, in folder: FolderReading, known: SourceFile? = nil
  ) -> (reading: Reading, record: SourceFile) {
    let place = FolderWalk.join(folder.root, file.name)
    var record = folder.record(of: file)
    let reading = self.file(
      file.name, at: place, path: String(decoding: place, as: UTF8.self), known: known,
      record: &record)
    if !reading.problems.isEmpty { (record.isSettled, record.sum) = (false, 0) }
    return (reading, record)
  }

  private func file(
    _ name: [UInt8], at place: [UInt8], path: String, known: SourceFile?, record: inout SourceFile
  ) -> Reading {
    let id = String(decoding: name, as: UTF8.self)
    func failed(_ code: IndexError.Code, _ message: String) -> Reading {
      Reading(problems: [IndexError(code, message, path: path)])
    }
    guard id.utf8.elementsEqual(name) else {
      return failed(.unreadable, "The file's name is not UTF-8: rename it.")
    }
    let suffix = Self.suffix(of: id)
    let limit = Self.isCorpus(id) ? min(sizeLimit, Int.max / 16) * 16 : sizeLimit
    let isForeign = Self.isConvertible(suffix, by: converters)
    do {
      let bytes = try FileReading.bytes(at: place, limit: isForeign ? Int.max : limit)
      record.sum = bytes.withUnsafeBytes { Checksum64.sum($0) }
      if let known, known.sum == record.sum, known.size == bytes.count {
        record.documents = known.documents
        return Reading()
      }
      let reading =
        isForeign
        ? converted(id: id, file: place, suffix: suffix, path: path)
        : text(id: id, bytes: bytes, suffix: suffix, path: path)
      record.documents = reading.documents.count
      // The lines of a corpus have sums of their own.
      if reading.documents.first.map({ $0.line != 0 }) == true { record.sum = 0 }
      return reading
    } catch {
      switch error {
      case .system(let reason):
        return Reading(problems: [Self.unreadable(path, reason)])
      case .notRegular:
        return failed(.unreadable, "It is no regular file: take it out of the folder.")
      case .tooLarge(let size):
        return failed(
          .unreadable,
          "The file has \(size) bytes, more than the limit of \(limit): split it or raise the limit."
        )
      }
    }
  }

  static func unreadable(_ path: String, _ number: Int32) -> IndexError {
    unreadable(path, FileReading.reason(number))
  }

  static func unreadable(_ path: String, _ reason: String) -> IndexError {
    IndexError(
      .unreadable, "It cannot be read (\(reason)): check that it exists and its permissions.",
      path: path)
  }
}
