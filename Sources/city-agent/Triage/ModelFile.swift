import FoundationEssentials
import Glibc
import TriageSkill

/// Model files on disk.
enum ModelFile {
  static func read(_ path: String) throws -> TriageModel {
    guard !FilePath.isFolder(path) else {
      throw CommandFailure(
        .usage, "unreadable", Phrase.cannotRead.text(path, Phrase.isAFolder.text()))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(
        .usage, "unreadable", Phrase.cannotRead.text(path, String(cString: strerror(errno))))
    }
    return try TriageModel(bytes: [UInt8](data), path: path)
  }

  /// Writes a model whole: beside it first, then in its place. Returns its size in bytes.
  static func write(_ model: TriageModel, to path: String) throws(CommandFailure) -> Int {
    let bytes = model.bytes
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(.usage, "unwritable", Phrase.cannotWrite.text(path, "\(error)"))
    }
    return bytes.count
  }
}
