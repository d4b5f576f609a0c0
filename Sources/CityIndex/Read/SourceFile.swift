/// A file that documents were read from, as an update knows it again.
public struct SourceFile: Sendable, Equatable {
  /// Relative to the knowledge folder, as the file system has it (perhaps not UTF-8).
  public var name: [UInt8]
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970: of the content, and of anything about the file, which no program can set.
  public var modified: Int64
  public var changed: Int64
  public var inode: UInt64
  /// ``Checksum64`` of the bytes; 0 where the file must be read again in any case.
  public var sum: UInt64
  /// How many documents it gave: the next of the generation, in the order of the files.
  public var documents: Int
  /// Whether equal size, times and inode say that it has not changed. They do not where it was read less than two
  /// seconds after it changed: it may have changed again within a tick of the file system's clock. Nor
  /// where it gave problems, which must be told each time.
  public var isSettled: Bool

  init(
    name: [UInt8], size: Int = 0, modified: Int64 = 0, changed: Int64 = 0, inode: UInt64 = 0,
    sum: UInt64 = 0, documents: Int = 0, isSettled: Bool = false
  ) {
    self.name = name
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.sum = sum
    self.documents = documents
    self.isSettled = isSettled
  }

  /// Whether it is, by what the file system says, the file that `other` was.
  func isSame(as other: SourceFile) -> Bool {
    size == other.size && modified == other.modified && changed == other.changed
      && inode == other.inode
  }
}
