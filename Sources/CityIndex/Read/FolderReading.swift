import Glibc

/// The files of a folder that documents are read from, as they were when the reading began.
struct FolderReading {
  let root: [UInt8]
  /// Those that may hold documents, in order.
  private(set) var files: [FolderWalk.File] = []
  /// What could not be looked at.
  private(set) var problems: [IndexError] = []
  let fingerprint: String
  /// Nanoseconds since 1970 before the first file was looked at.
  private let start: Int64

  /// - Throws: ``IndexError`` where the folder cannot be read.
  init(_ folder: String, by reader: DocumentReader) throws(IndexError) {
    guard let handle = opendir(folder) else { throw DocumentReader.unreadable(folder, errno) }
    closedir(handle)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    start = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    root = [UInt8](folder.utf8)
    let walk = FolderWalk(root: root)
    fingerprint = DocumentReader.fingerprint(of: walk.files)
    for failure in walk.failures {
      let path = FolderWalk.join(root, failure.name)
      problems.append(
        DocumentReader.unreadable(String(decoding: path, as: UTF8.self), failure.reason))
    }
    files = reader.candidates(walk.files, root: root)
  }

  /// What an update is to know of a file, but for its bytes and documents.
  func record(of file: FolderWalk.File) -> SourceFile {
    SourceFile(
      name: file.name, size: file.size, modified: file.modified, changed: file.changed,
      inode: file.inode, isSettled: max(file.modified, file.changed) < start - 2_000_000_000)
  }
}
