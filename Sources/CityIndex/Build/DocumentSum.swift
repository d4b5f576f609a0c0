/// The checksum of everything of a document but its text: id, metadata, clauses (``DocumentRecord``).
///
/// ``Checksum64`` over: the id, u32 number of metadata entries, per entry the key, u32 number of values and the
/// values, then per clause its path, its heading, u32 start and u32 end. A string is a u32 length and its
/// bytes.
struct DocumentSum {
  private var bytes: [UInt8] = []

  init() {}

  mutating func sum(of document: SourceDocument) -> UInt64 {
    bytes.removeAll(keepingCapacity: true)
    append(document.id)
    bytes.appendLittle(UInt32(document.metadata.entries.count))
    let entries = document.metadata.entries
    for i in entries.indices {
      append(entries[i].key)
      bytes.appendLittle(UInt32(entries[i].values.count))
      for value in entries[i].values { append(value) }
    }
    for clause in document.clauses {
      append(clause.path)
      append(clause.heading)
      bytes.appendLittle(UInt32(clause.range.lowerBound))
      bytes.appendLittle(UInt32(clause.range.upperBound))
    }
    return bytes.withUnsafeBytes { Checksum64.sum($0) }
  }

  private mutating func append(_ text: String) {
    bytes.appendLittle(UInt32(text.utf8.count))
    bytes.append(text: text)
  }
}
