/// Strings laid end to end, equal ones once.
struct StringPool {
  private(set) var bytes: [UInt8] = []
  private var places: [TextKey: UInt64] = [:]

  init() {}

  /// Where the text stands, and how many bytes it has.
  mutating func place(_ text: String) -> (offset: UInt64, length: UInt32) {
    let length = UInt32(text.utf8.count)
    let key = TextKey(text)
    if let offset = places[key] { return (offset, length) }
    let offset = UInt64(bytes.count)
    bytes += text.utf8
    places[key] = offset
    return (offset, length)
  }
}
