import CityText
import Glibc

/// Decodes a page by its byte order mark, its own bytes or the charset that its `<meta>` names.
enum HTMLCharset {
  /// - Throws: ``TextError`` as ``TextDecoding`` does.
  static func decode(_ raw: [UInt8]) throws(TextError) -> [UInt8] {
    if let name = declared(raw), !isDetected(name), !isUTF8(raw),
      let text = converted(raw, from: name)
    {
      return try TextDecoding.decode(text).bytes
    }
    return try TextDecoding.decode(raw).bytes
  }

  /// The charset named in the first 2 kB.
  private static func declared(_ raw: [UInt8]) -> String? {
    let end = min(raw.count, 2048)
    for i in 0..<end where raw.holds("charset", at: i, before: end) {
      var at = i + 7
      while at < end, raw[at] == 0x20 || raw[at] == 0x3D || raw[at] == 0x22 || raw[at] == 0x27 {
        at += 1
      }
      let start = at
      while at < end, isNameByte(raw[at]) { at += 1 }
      if at > start { return String(decoding: raw[start..<at], as: UTF8.self).lowercased() }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  /// Whether ``TextDecoding`` finds this encoding by itself.
  private static func isDetected(_ name: String) -> Bool {
    name.hasPrefix("utf") || name.hasPrefix("gb") || name == "us-ascii"
  }

  /// Pages that are UTF-8 but say otherwise are more common than the reverse.
  private static func isUTF8(_ raw: [UInt8]) -> Bool {
    raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
      || String(validating: raw, as: UTF8.self) != nil
  }

  /// By the system's iconv; nil for a charset it does not know. Broken bytes become U+FFFD.
  private static func converted(_ raw: [UInt8], from name: String) -> [UInt8]? {
    // Browsers read Latin-1 as its superset.
    let charset = ["iso-8859-1", "latin1"].contains(name) ? "windows-1252" : name
    guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = raw.map { CChar(bitPattern: $0) }
    var out: [UInt8] = []
    var chunk = [CChar](repeating: 0, count: 16384)
    input.withUnsafeMutableBufferPointer { source in
      var from = source.baseAddress
      var left = source.count
      while left > 0 {
        var room = chunk.count
        let failed = chunk.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          return iconv(converter, &from, &left, &to, &room) == Int.max.magnitude * 2 + 1
        }
        let problem = errno
        out += chunk[..<(chunk.count - room)].lazy.map { UInt8(bitPattern: $0) }
        guard failed, problem != E2BIG else { continue }
        UTF8.append(0xFFFD, to: &out)
        from = from?.advanced(by: 1)
        left -= 1
      }
    }
    return out
  }
}
