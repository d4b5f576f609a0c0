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
      var reading = file(name, at: root, path: folder)
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
    guard let handle = opendir(folder) else { throw Self.unreadable(folder, errno) }
    closedir(handle)

    var reading = Reading()
    let walk = FolderWalk(root: root)
    for failure in walk.failures {
      let path = FolderWalk.join(root, failure.name)
      reading.problems.append(
        Self.unreadable(String(decoding: path, as: UTF8.self), failure.reason))
    }
    let files = candidates(walk.files.map(\.name), root: root)
    progress?(0, files.count)
    for (i, name) in files.enumerated() {
      let place = FolderWalk.join(root, name)
      reading.append(file(name, at: place, path: String(decoding: place, as: UTF8.self)))
      progress?(i + 1, files.count)
    }
    return reading
  }

  /// A digest of names, sizes and modification times under `folder`: changes when an index is out of date.
  ///
  /// Hidden files do not count, all others do, because tables are compiled from some of them. Empty
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
    var list: [UInt8] = []
    // No name holds a NUL, so no two folders write the same list.
    for file in files { list += file.name + [0] + "\(file.size) \(file.modified)\n".utf8 }
    return SHA256.hex(list)
  }

  /// The files that may hold documents, in order; a corpus hides what lies beside and below it.
  private func candidates(_ names: [[UInt8]], root: [UInt8]) -> [[UInt8]] {
    let corpora = names.filter { name in
      name.elementsEqual("corpus.jsonl".utf8) || name.suffix(13).elementsEqual("/corpus.jsonl".utf8)
    }.filter { CorpusFile.recognises(FileReading.head(of: FolderWalk.join(root, $0))) }
    let folders = corpora.map { (corpus: $0, folder: $0.dropLast(12)) }
    return names.filter { name in
      let suffix = Self.suffix(of: String(decoding: name, as: UTF8.self))
      if !Self.isText(suffix), !Self.isConvertible(suffix, by: converters) { return false }
      if name.elementsEqual("synonyms.txt".utf8) { return false }
      return folders.allSatisfy { $0.corpus == name || !name.starts(with: $0.folder) }
    }
  }

  private func file(_ name: [UInt8], at place: [UInt8], path: String) -> Reading {
    let id = String(decoding: name, as: UTF8.self)
    func failed(_ code: IndexError.Code, _ message: String) -> Reading {
      Reading(problems: [IndexError(code, message, path: path)])
    }
    guard id.utf8.elementsEqual(name) else {
      return failed(.unreadable, "The file's name is not UTF-8: rename it.")
    }
    let suffix = Self.suffix(of: id)
    let limit = Self.isCorpus(id) ? min(sizeLimit, Int.max / 16) * 16 : sizeLimit
    if Self.isConvertible(suffix, by: converters) {
      return converted(id: id, file: place, suffix: suffix, path: path)
    }
    do {
      return text(
        id: id, bytes: try FileReading.bytes(at: place, limit: limit), suffix: suffix, path: path)
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

  private static func unreadable(_ path: String, _ number: Int32) -> IndexError {
    unreadable(path, FileReading.reason(number))
  }

  private static func unreadable(_ path: String, _ reason: String) -> IndexError {
    IndexError(
      .unreadable, "It cannot be read (\(reason)): check that it exists and its permissions.",
      path: path)
  }
}
