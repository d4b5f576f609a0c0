import CityAgentKit
import FoundationEssentials
import Glibc

/// Where the knowledge of a command is: one index file, or documents that have an index.
enum KnowledgePlace: Sendable {
  case index(String)
  case documents(KnowledgeSources)

  /// The index file, whether it exists or not.
  var indexPath: String {
    switch self {
    case .index(let path): path
    case .documents(let sources): sources.index
    }
  }
}

/// Questions to the file system, by path.
enum FilePath {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether two paths name one regular file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    guard stat(path, &one) == 0, stat(other, &two) == 0, one.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  /// Size in bytes; nil where it is no regular file.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
