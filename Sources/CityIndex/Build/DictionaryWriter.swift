/// Writes the section `terms` (``TermDictionary``) as terms come in the order of their keys.
struct DictionaryWriter {
  private var firstKeys: [UInt8] = []
  private var places: [UInt8] = []
  private var terms: [UInt8] = []
  private var count = 0
  private var last: UInt64 = 0
  private var offset: UInt64 = 0
  /// Where terms begin in this writer; the head goes before them.
  private var starts: [Int] = []

  init() {}

  var termCount: Int { count }

  mutating func append(_ key: UInt64, passages: UInt32, length: Int) {
    if count % TermDictionary.group == 0 {
      firstKeys.appendLittle(key)
      places.appendLittle(offset)
      starts.append(terms.count)
    } else {
      Varint.appendLong(key - last, to: &terms)
    }
    Varint.append(passages, to: &terms)
    Varint.append(UInt32(length), to: &terms)
    last = key
    offset += UInt64(length)
    count += 1
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLittle(UInt32(count))
    bytes.appendLittle(UInt32(0))
    bytes += firstKeys
    let head = 8 + starts.count * 24
    for (group, start) in starts.enumerated() {
      bytes += places[group * 8..<group * 8 + 8]
      bytes.appendLittle(UInt64(head + start))
    }
    return bytes + terms
  }
}
