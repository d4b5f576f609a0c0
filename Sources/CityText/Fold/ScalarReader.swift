/// Decodes and encodes UTF-8 one scalar at a time; what is broken reads as U+FFFD, one byte long.
@usableFromInline
enum ScalarReader {
  /// The scalar at `at`, which moves past it.
  /// - Precondition: `at < source.count`.
  @inlinable @inline(__always)
  static func next(_ source: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let first = UInt32(source[at])
    if first < 0x80 {
      at &+= 1
      return first
    }
    // U+1000 to U+CFFF and U+E000 to U+FFFF: nearly all of a Chinese text.
    if first &- 0xE1 < 15, first != 0xED, source.count &- at >= 3 {
      let (second, third) = (UInt32(source[at &+ 1]) ^ 0x80, UInt32(source[at &+ 2]) ^ 0x80)
      if second | third < 0x40 {
        at &+= 3
        return (first & 0x0F) &<< 12 | second &<< 6 | third
      }
    }
    return others(source, &at)
  }

  /// The scalar at `at` where it is not ASCII.
  @usableFromInline
  static func others(_ source: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let first = UInt32(source[at])
    let left = source.count - at
    func tail(_ k: Int) -> UInt32 { UInt32(source[at + k]) ^ 0x80 }
    if first >= 0xE0, first < 0xF0, left >= 3, tail(1) < 0x40, tail(2) < 0x40 {
      let scalar = (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
      if scalar >= 0x800, scalar & 0xF800 != 0xD800 {
        at += 3
        return scalar
      }
    } else if first >= 0xC2, first < 0xE0, left >= 2, tail(1) < 0x40 {
      let scalar = (first & 0x1F) << 6 | tail(1)
      at += 2
      return scalar
    } else if first >= 0xF0, first < 0xF5, left >= 4, tail(1) < 0x40, tail(2) < 0x40, tail(3) < 0x40
    {
      let scalar = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
      if scalar >= 0x10000, scalar < 0x110000 {
        at += 4
        return scalar
      }
    }
    at += 1
    return 0xFFFD
  }

  @inlinable
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    eachByte(of: scalar) { bytes.append($0) }
  }

  /// Calls `body` with each byte of the scalar's UTF-8.
  @inlinable
  static func eachByte(of scalar: UInt32, _ body: (UInt8) -> Void) {
    if scalar < 0x80 {
      body(UInt8(scalar))
    } else if scalar < 0x800 {
      body(UInt8(0xC0 | scalar >> 6))
      body(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      body(UInt8(0xE0 | scalar >> 12))
      body(UInt8(0x80 | scalar >> 6 & 0x3F))
      body(UInt8(0x80 | scalar & 0x3F))
    } else {
      body(UInt8(0xF0 | scalar >> 18))
      body(UInt8(0x80 | scalar >> 12 & 0x3F))
      body(UInt8(0x80 | scalar >> 6 & 0x3F))
      body(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
