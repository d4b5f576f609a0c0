/// Header and section table of a part of an index file, read and written.
struct IndexHeader {
  /// A line of the section table.
  struct Entry {
    var section: IndexFormat.Section
    var offset: UInt64
    var length: UInt64
    /// Over the section and its filling.
    var checksum: UInt64
  }

  /// In file order.
  var entries: [Entry]
  /// Of the part.
  var fileSize: UInt64

  /// Bytes before the first section.
  static var size: Int {
    IndexFormat.headerSize + IndexFormat.Section.allCases.count * IndexFormat.entrySize
  }

  var bytes: [UInt8] {
    var table: [UInt8] = []
    for entry in entries {
      table += entry.section.field
      table.appendLittle(entry.offset)
      table.appendLittle(entry.length)
      table.appendLittle(entry.checksum)
    }
    var header = IndexFormat.magic
    header.appendLittle(UInt32(KnowledgeIndex.formatVersion))
    header.appendLittle(UInt32(entries.count))
    header.appendLittle(fileSize)
    header.appendLittle(table.withUnsafeBytes { Checksum64.sum($0) })
    header.appendLittle(header.withUnsafeBytes { Checksum64.sum($0) })
    return header + table
  }

  /// Reads and checks header and table of the whole part `view`.
  init(_ view: ByteView, path: String) throws(IndexError) {
    fileSize = try Self.size(view, path: path)
    guard view.count >= Self.size else { throw IndexError.damaged("it is cut short", path) }
    guard fileSize == UInt64(view.count) else {
      throw IndexError.damaged("it has \(view.count) of \(fileSize) bytes", path)
    }
    let sections = IndexFormat.Section.allCases
    let tableSize = sections.count * IndexFormat.entrySize
    let table = view.slice(IndexFormat.headerSize, tableSize) ?? .empty
    guard view.u32(12) == UInt32(sections.count), Checksum64.sum(table.raw) == view.u64(24) else {
      throw IndexError.damaged("its section table has changed", path)
    }
    entries = []
    var offset = UInt64(Self.size)
    for (number, section) in sections.enumerated() {
      let line = table.record(number, width: IndexFormat.entrySize)
      let entry = Entry(
        section: section, offset: line.u64(16), length: line.u64(24), checksum: line.u64(32))
      guard line.slice(0, IndexFormat.nameSize)?.bytes == section.field, entry.offset == offset,
        let filled = IndexFormat.padded(entry.length), filled <= fileSize - offset
      else { throw IndexError.damaged("section “\(section.rawValue)” is misplaced", path) }
      entries.append(entry)
      offset += filled
    }
    guard offset == fileSize else {
      throw IndexError.damaged("it does not end with its last section", path)
    }
  }

  /// What the first 40 bytes say: how long the part is.
  static func size(_ view: ByteView, path: String) throws(IndexError) -> UInt64 {
    try FileMagic(bytes: IndexFormat.magic, version: KnowledgeIndex.formatVersion).check(
      view, foreign: "this is no index file; build one from its documents", name: "the index has",
      advice: "build the index again", path: path)
    guard view.count >= IndexFormat.headerSize else {
      throw IndexError.damaged("it is cut short", path)
    }
    let head = view.slice(0, 32) ?? .empty
    guard Checksum64.sum(head.raw) == view.u64(32) else {
      throw IndexError.damaged("its header has changed", path)
    }
    return view.u64(16)
  }

  init(entries: [Entry], fileSize: UInt64) {
    self.entries = entries
    self.fileSize = fileSize
  }
}

extension IndexError {
  /// The error of an index file whose bytes are not what was written.
  static func damaged(_ what: String, _ path: String) -> IndexError {
    IndexError(.damaged, "the index is damaged: \(what); build it again", path: path)
  }
}
