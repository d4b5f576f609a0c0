/// The section `files`: the files that the documents were read from, in the order in which they were read.
///
/// u32 version of the readers · u32 files · per file, 48 bytes: u64 size, time of the content, time of the
/// change, inode, checksum, u32 documents, u32 1 where it is settled · per file u32 length of the name · the names.
/// Empty where the documents came from no files.
struct SourceFileTable {
  /// Raised when a reader makes other documents of the same bytes: then every file is read anew.
  static let readerVersion: UInt32 = 1
  static let width = 48

  static func bytes(of files: [SourceFile]) -> [UInt8] {
    guard !files.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + files.reduce(0) { $0 + $1.name.count + width + 4 })
    bytes.appendLittle(readerVersion)
    bytes.appendLittle(UInt32(files.count))
    for file in files {
      bytes.appendLittle(UInt64(file.size))
      bytes.appendLittle(UInt64(bitPattern: file.modified))
      bytes.appendLittle(UInt64(bitPattern: file.changed))
      bytes.appendLittle(file.inode)
      bytes.appendLittle(file.sum)
      bytes.appendLittle(UInt32(file.documents))
      bytes.appendLittle(UInt32(file.isSettled ? 1 : 0))
    }
    for file in files { bytes.appendLittle(UInt32(file.name.count)) }
    for file in files { bytes += file.name }
    return bytes
  }

  /// The files; nil where the section was written by other readers, or is damaged.
  static func files(of view: ByteView) -> [SourceFile]? {
    guard view.count > 0 else { return [] }
    let count = Int(view.u32(4))
    guard view.u32(0) == readerVersion, count <= (view.count - 8) / (width + 4),
      let records = view.slice(8, count * width),
      let lengths = view.slice(8 + count * width, count * 4)
    else { return nil }
    var place = 8 + count * (width + 4)
    var files: [SourceFile] = []
    files.reserveCapacity(count)
    for number in 0..<count {
      let record = records.record(number, width: width)
      guard let name = view.slice(place, Int(lengths.u32(number * 4))) else { return nil }
      place += name.count
      files.append(
        SourceFile(
          name: name.bytes, size: Int(truncatingIfNeeded: record.u64(0)),
          modified: Int64(bitPattern: record.u64(8)), changed: Int64(bitPattern: record.u64(16)),
          inode: record.u64(24), sum: record.u64(32), documents: Int(record.u32(40)),
          isSettled: record.u32(44) == 1))
    }
    return place == view.count ? files : nil
  }
}
