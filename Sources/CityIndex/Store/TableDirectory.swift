/// The section `tables`: u32 count · u32 zero · the entries, in order of name and version · their bytes.
///
/// An entry: u32 text of the name · u32 version · u64 offset of the bytes in this section (a multiple of 8)
/// · u64 length.
struct TableDirectory: Sendable {
  static let headSize = 8
  static let entrySize = 24

  let view: ByteView
  let strings: ByteView

  struct Entry {
    var name: ByteView
    var version: Int
    var bytes: ByteView
  }

  /// Never more than the section has room for.
  var count: Int { min(Int(view.u32(0)), max(0, view.count - Self.headSize) / Self.entrySize) }

  /// The entry of that number; nil where it points outside the file.
  func entry(_ number: Int) -> Entry? {
    guard number >= 0, number < count,
      let record = view.slice(Self.headSize + number * Self.entrySize, Self.entrySize),
      let name = strings.text(record.u32(0)),
      let bytes = view.slice(record.u64(8), record.u64(16))
    else { return nil }
    return Entry(name: name, version: Int(record.u32(4)), bytes: bytes)
  }

  /// The section for `tables`, which are in order; `place` gives the text of a name.
  static func bytes(of tables: [IndexTable], place: (String) -> UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLittle(UInt32(tables.count))
    bytes.appendLittle(UInt32(0))
    var offset = headSize + tables.count * entrySize
    for table in tables {
      bytes.appendLittle(place(table.name))
      bytes.appendLittle(UInt32(table.version))
      bytes.appendLittle(UInt64(offset))
      bytes.appendLittle(UInt64(table.bytes.count))
      offset += (table.bytes.count + 7) & ~7
    }
    for table in tables {
      bytes += table.bytes
      bytes += repeatElement(0, count: (8 - table.bytes.count & 7) & 7)
    }
    return bytes
  }
}
