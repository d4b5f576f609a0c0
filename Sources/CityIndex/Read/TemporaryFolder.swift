import Glibc

/// A new folder of this process alone, for what a converter writes.
struct TemporaryFolder {
  let path: String

  /// Nil where none can be made.
  init?() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = [UInt8]("\(parent)/city-index-XXXXXX".utf8).map { CChar(bitPattern: $0) } + [0]
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it and all it holds; links are removed, not followed.
  func remove() { Self.remove([UInt8](path.utf8)) }

  private static func remove(_ path: [UInt8]) {
    let name = FolderWalk.cString(path)
    if unlink(name) == 0 { return }
    for entry in FolderWalk.names(in: path, hidden: true) ?? [] {
      remove(FolderWalk.join(path, entry))
    }
    rmdir(name)
  }
}
