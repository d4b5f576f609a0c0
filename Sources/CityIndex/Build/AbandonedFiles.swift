import Glibc

/// Temporary files of builds that were killed: named `NAME.PID-N.tmp`, and locked by nobody.
enum AbandonedFiles {
  /// Removes those beside `target`; whatever cannot be looked at stays.
  static func remove(besides target: String) {
    let slash = target.utf8.lastIndex(of: 0x2F)
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    let base = slash.map { String(target[target.utf8.index(after: $0)...]) } ?? target
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if isTemporary(name, of: base) { removeUnlocked(folder + "/" + name) }
    }
  }

  /// Whether `name` is `base`, a dot, digits, a dash, digits and `.tmp`.
  static func isTemporary(_ name: String, of base: String) -> Bool {
    let middle = Array(name.utf8)
    guard name.utf8.starts(with: (base + ".").utf8), middle.suffix(4).elementsEqual(".tmp".utf8),
      middle.count >= base.utf8.count + 5
    else { return false }
    let numbers = middle[(base.utf8.count + 1)...].dropLast(4)
      .split(separator: 0x2D, omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func removeUnlocked(_ path: String) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    // Removed while locked here, and only if it still is the file that was locked.
    if flock(file, LOCK_EX | LOCK_NB) == 0, isNamed(path, file) { unlink(path) }
  }

  /// Whether the open file still has this name.
  static func isNamed(_ path: String, _ file: Int32) -> Bool {
    var (open, named) = (stat(), stat())
    return fstat(file, &open) == 0 && stat(path, &named) == 0 && open.st_ino == named.st_ino
      && open.st_dev == named.st_dev
  }
}
