import Glibc

extension DocumentReader {
  /// The converters that serve an extension.
  func converters(for suffix: String) -> [DocumentConverter] {
    converters.filter { $0.extensions.contains(suffix) }
  }

  /// Reads a foreign file through the first converter whose program is installed.
  /// - Parameter file: its path in bytes; `path` is the same for people.
  func converted(id: String, file: [UInt8], suffix: String, path: String, depth: Int = 0) -> Reading
  {
    func failed(_ message: String) -> Reading {
      Reading(problems: [IndexError(.converter, message, path: path)])
    }
    let what = "The file is \(Self.article(suffix)) \(suffix.uppercased())"
    let serving = converters(for: suffix)
    guard let first = serving.first else {
      return failed("\(what); name a converter for it in the configuration.")
    }
    guard
      let converter = serving.first(where: {
        $0.command.first.flatMap(ConverterProcess.find) != nil
      })
    else {
      let program = first.command.first ?? "a program"
      let package = first.package.map { $0 == program ? "" : " (\($0))" } ?? ""
      return failed("\(what); install \(program)\(package) or name a converter.")
    }
    guard let folder = TemporaryFolder() else {
      return failed("No temporary folder can be made: set TMPDIR to a folder that can be written.")
    }
    defer { folder.remove() }
    // A name that begins with `-` must not be taken for an option.
    let input = String(decoding: file.first == 0x2D ? [0x2E, 0x2F] + file : file, as: UTF8.self)
    let writesFiles = converter.command.contains { $0.contains("{outdir}") }
    let command = converter.command.map { argument in
      Self.replacing(
        "{outdir}", in: Self.replacing("{input}", in: argument, by: input), by: folder.path)
    }
    let program = command[0]
    do {
      let output = try ConverterProcess(
        command: command, deadline: converter.deadline, outputLimit: sizeLimit
      ).run()
      if writesFiles {
        return written(in: folder.path, id: id, path: path, program: program, depth: depth)
      }
      return text(id: id, bytes: output, suffix: converter.output, path: path, converted: true)
    } catch {
      switch error {
      case .notStarted(let reason): return failed("\(program) could not be started: \(reason).")
      case .late:
        return failed(
          "\(program) took more than \(converter.deadline) seconds and was ended: convert the file by hand or raise the deadline."
        )
      case .tooMuch:
        return failed(
          "\(program) wrote more than the limit of \(sizeLimit) bytes: split the file or raise the limit."
        )
      case .failed(let status, let message):
        return failed("\(program) failed with status \(status): \(message)")
      }
    }
  }

  /// Reads what a converter wrote into its output folder: one document of all the files.
  private func written(in folder: String, id: String, path: String, program: String, depth: Int)
    -> Reading
  {
    let root = [UInt8](folder.utf8)
    var parts = Reading()
    for file in FolderWalk(root: root).files {
      let place = FolderWalk.join(root, file.name)
      let suffix = Self.suffix(of: String(decoding: file.name, as: UTF8.self))
      if depth == 0, !converters(for: suffix).isEmpty {
        parts.append(converted(id: id, file: place, suffix: suffix, path: path, depth: 1))
      } else if let bytes = try? FileReading.bytes(at: place, limit: sizeLimit) {
        parts.append(text(id: id, bytes: bytes, suffix: suffix, path: path, converted: true))
      }
    }
    if parts.documents.isEmpty, parts.problems.isEmpty {
      parts.problems = [
        IndexError(
          .converter, "\(program) wrote no text for it: convert the file by hand.", path: path)
      ]
    }
    return Reading(documents: Self.joined(parts.documents), problems: parts.problems)
  }

  /// One document of the sheets of a workbook: texts one after the other.
  private static func joined(_ documents: [SourceDocument]) -> [SourceDocument] {
    guard var whole = documents.first, documents.count > 1 else { return documents }
    for next in documents.dropFirst() {
      while whole.text.last != 0x0A { whole.text.append(0x0A) }
      whole.text.append(0x0A)
      let shift = whole.text.count
      whole.text += next.text
      var list = ClauseList(whole.clauses)
      for clause in next.clauses {
        list.add(
          path: clause.path, heading: clause.heading,
          parts: [clause.range.lowerBound + shift..<clause.range.upperBound + shift])
      }
      whole.clauses = list.clauses
    }
    return [whole]
  }

  private static func article(_ suffix: String) -> String {
    suffix.first.map { "aeioux".contains($0) } == true ? "an" : "a"
  }

  private static func replacing(_ mark: String, in text: String, by value: String) -> String {
    let marks = [UInt8](mark.utf8)
    let bytes = [UInt8](text.utf8)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i...].starts(with: marks) {
        out += value.utf8
        i += marks.count
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
