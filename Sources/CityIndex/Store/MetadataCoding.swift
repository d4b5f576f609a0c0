/// The bytes of a document's metadata, read entry by entry, only as far as somebody asks.
///
/// Per entry: varint label of the key · varint bytes of what follows · varint values · per value varint
/// length · value.
enum MetadataCoding {
  /// - Parameter labels: of the keys, in their order.
  static func append(_ metadata: DocumentMetadata, labels: [UInt32], to bytes: inout [UInt8]) {
    for (entry, label) in labels.enumerated() {
      let values = metadata.entries[entry].values
      Varint.append(label, to: &bytes)
      let size = values.reduce(Varint.size(UInt32(values.count))) { size, value in
        size + Varint.size(UInt32(value.utf8.count)) + value.utf8.count
      }
      Varint.append(UInt32(size), to: &bytes)
      Varint.append(UInt32(values.count), to: &bytes)
      for value in values {
        Varint.append(UInt32(value.utf8.count), to: &bytes)
        bytes.append(text: value)
      }
    }
  }

  /// Calls `visit` with the label of each key and the bytes of its values until it returns false.
  /// - Returns: whether the bytes were well-formed as far as they were read.
  @discardableResult
  static func entries(
    of view: ByteView, _ visit: (_ key: UInt32, _ values: ByteView) -> Bool
  ) -> Bool {
    var cursor = 0
    while cursor < view.count {
      guard let key = Varint.read(view, at: &cursor), let values = part(of: view, at: &cursor)
      else { return false }
      if !visit(key, values) { return true }
    }
    return true
  }

  /// The values of one entry; nil where the bytes are not well-formed.
  static func values(of view: ByteView) -> [ByteView]? {
    var cursor = 0
    guard let count = Varint.read(view, at: &cursor), Int(count) <= view.count else { return nil }
    var values: [ByteView] = []
    for _ in 0..<count {
      guard let value = part(of: view, at: &cursor) else { return nil }
      values.append(value)
    }
    return cursor == view.count ? values : nil
  }

  private static func part(of view: ByteView, at cursor: inout Int) -> ByteView? {
    guard let length = Varint.read(view, at: &cursor),
      let part = view.slice(cursor, Int(length))
    else { return nil }
    cursor += Int(length)
    return part
  }
}
