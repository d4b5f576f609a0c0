/// LEB128: seven bits a byte, lowest first, the top bit says that more follow.
enum Varint {
  static func size(_ value: UInt32) -> Int {
    value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5
  }

  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes at `cursor` and moves it on.
  static func write(_ value: UInt32, to bytes: inout [UInt8], at cursor: inout Int) {
    var rest = value
    while rest >= 0x80 {
      bytes[cursor] = UInt8(truncatingIfNeeded: rest) | 0x80
      cursor += 1
      rest >>= 7
    }
    bytes[cursor] = UInt8(truncatingIfNeeded: rest)
    cursor += 1
  }

  /// Reads at `cursor` and moves it on; nil at the end of the bytes or where the value has over 32 bits.
  @inline(__always)
  static func read(_ bytes: ByteView, at cursor: inout Int) -> UInt32? {
    guard cursor >= 0, cursor < bytes.count else { return nil }
    let first = bytes.u8(cursor)
    cursor += 1
    guard first >= 0x80 else { return UInt32(first) }
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while cursor < bytes.count, shift < 35 {
      let byte = bytes.u8(cursor)
      cursor += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return UInt32(exactly: value) }
      shift += 7
    }
    return nil
  }

  static func appendLong(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Reads up to 63 bits at `cursor` and moves it on; nil at the end of the bytes or where there are more.
  @inline(__always)
  static func readLong(_ bytes: ByteView, at cursor: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while cursor >= 0, cursor < bytes.count, shift < 63 {
      let byte = bytes.u8(cursor)
      cursor += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
