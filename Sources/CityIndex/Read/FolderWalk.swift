import Glibc

/// The regular files under a folder, found once each.
struct FolderWalk {
  struct File {
    /// Relative to the folder, `/`-separated, as the file system has it (perhaps not UTF-8).
    var name: [UInt8]
    /// Bytes.
    var size: Int
    /// Nanoseconds since 1970: of the content, and of anything about the file.
    var modified: Int64
    var changed: Int64 = 0
    var inode: UInt64 = 0
  }

  /// In byte order of their names.
  private(set) var files: [File] = []
  /// What could not be looked at, and the system's reason.
  private(set) var failures: [(name: [UInt8], reason: String)] = []

  private var visited: Set<Identity> = []
  private var linkedFolders: [[UInt8]] = []

  private struct Identity: Hashable {
    var device: UInt
    var inode: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  /// Walks `root`, a folder: hidden names are left out, links followed, every real folder entered
  /// once, by its own name rather than by a link to it.
  init(root: [UInt8]) {
    visitAncestors(of: root)
    walk([], root: root)
    // A link is followed after all real folders, so that it is no other name for one of them.
    while !linkedFolders.isEmpty {
      let links = linkedFolders.sorted { $0.lexicographicallyPrecedes($1) }
      linkedFolders = []
      for link in links { walk(link, root: root) }
    }
    files.sort { $0.name.lexicographicallyPrecedes($1.name) }
    failures.sort { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// A link to a folder above the root would bring in everything beside the root.
  private mutating func visitAncestors(of root: [UInt8]) {
    guard let real = realpath(Self.cString(root), nil) else { return }
    defer { free(real) }
    var path = Array(UnsafeBufferPointer(start: real, count: strlen(real))).map {
      UInt8(bitPattern: $0)
    }
    while let slash = path.lastIndex(of: 0x2F) {
      path.removeLast(path.count - slash)
      var status = stat()
      if stat(Self.cString(path.isEmpty ? [0x2F] : path), &status) == 0 {
        visited.insert(Identity(status))
      }
    }
  }

  private mutating func walk(_ start: [UInt8], root: [UInt8]) {
    var folders = [start]
    while let folder = folders.popLast() {
      let path = Self.join(root, folder)
      var status = stat()
      guard stat(Self.cString(path), &status) == 0 else {
        failures.append((folder, FileReading.reason(errno)))
        continue
      }
      guard visited.insert(Identity(status)).inserted else { continue }
      guard let names = Self.names(in: path) else {
        failures.append((folder, FileReading.reason(errno)))
        continue
      }
      for name in names {
        let relative = folder.isEmpty ? name : Self.join(folder, name)
        look(at: relative, root: root, folders: &folders)
      }
    }
  }

  private mutating func look(at name: [UInt8], root: [UInt8], folders: inout [[UInt8]]) {
    let path = Self.cString(Self.join(root, name))
    var own = stat()
    var status = stat()
    guard lstat(path, &own) == 0 else { return failures.append((name, FileReading.reason(errno))) }
    let isLink = own.st_mode & S_IFMT == S_IFLNK
    if !isLink {
      status = own
    } else if stat(path, &status) != 0 {
      return failures.append((name, FileReading.reason(errno)))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      if isLink { linkedFolders.append(name) } else { folders.append(name) }
    } else {
      files.append(
        File(
          name: name, size: Int(status.st_size),
          modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
          changed: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec),
          inode: UInt64(status.st_ino)))
    }
  }

  /// The names in a folder; nil with `errno` set.
  static func names(in path: [UInt8], hidden: Bool = false) -> [[UInt8]]? {
    guard let folder = opendir(cString(path)) else { return nil }
    defer { closedir(folder) }
    let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      // The record is as long as its name, shorter than `dirent`: never copy the struct.
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let name = UnsafeRawBufferPointer(start: start, count: strlen(start))
      if name.first != 0x2E || hidden && ![[0x2E], [0x2E, 0x2E]].contains([UInt8](name)) {
        names.append([UInt8](name))
      }
    }
    return names
  }

  static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if name.isEmpty || folder.isEmpty { return folder + name }
    return folder.last == 0x2F ? folder + name : folder + [0x2F] + name
  }

  static func cString(_ path: [UInt8]) -> [CChar] { path.map { CChar(bitPattern: $0) } + [0] }
}
