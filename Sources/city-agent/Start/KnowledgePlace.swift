import CityAgentKit
import Foundation

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

  /// Size in bytes; nil where it is no regular file.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
