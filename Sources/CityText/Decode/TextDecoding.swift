import Glibc

/// A text read into valid UTF-8, with what had to be done for it.
public struct DecodedText: Sendable {
  public enum SourceEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16 = "UTF-16"
  }
  /// Valid UTF-8 without BOM, LF line ends, no NUL.
  public var bytes: [UInt8]
  public var encoding: SourceEncoding
  /// How many broken places were replaced by U+FFFD (only in otherwise valid UTF-8).
  public var replaced: Int
}

/// Reads bytes of unknown encoding: UTF-8 with or without BOM, UTF-16 with BOM, GB18030/GBK.
public enum TextDecoding {
  /// - Throws: ``TextError`` `.notText` for binary data (NULs or mostly control bytes), `.badEncoding`
  ///   where no supported encoding fits.
  public static func decode(_ raw: [UInt8]) throws(TextError) -> DecodedText {
    if raw.starts(with: [0xFF, 0xFE]) { return try utf16(raw, "UTF-16LE") }
    if raw.starts(with: [0xFE, 0xFF]) { return try utf16(raw, "UTF-16BE") }
    let body = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    guard !looksBinary(body) else {
      throw TextError(.notText, "is binary data, not text; convert it to text first")
    }
    if UTF8Check.isValid(body) {
      return DecodedText(bytes: lines(body), encoding: .utf8, replaced: 0)
    }
    let (broken, sequences) = survey(body)
    // Bytes of GB18030 hardly ever form sequences of UTF-8, while most pairs of UTF-8's bytes are
    // characters of GB18030: so good UTF-8 with a few broken places is asked for first.
    let isDamaged = broken * 10 <= sequences
    if !isDamaged, let converted = convert(body, from: "GB18030") {
      return DecodedText(bytes: lines(converted), encoding: .gb18030, replaced: 0)
    }
    // Better a mark than no document.
    guard isDamaged || broken * 50 <= body.count else {
      throw TextError(.badEncoding, "is neither UTF-8, UTF-16 nor GB18030; save it as UTF-8")
    }
    return DecodedText(bytes: lines(repaired(body)), encoding: .utf8, replaced: broken)
  }

  /// Valid UTF-8 from what should be UTF-8: broken sequences become U+FFFD.
  /// - Complexity: O(n); returns the same storage when already valid.
  public static func repaired(_ raw: [UInt8]) -> [UInt8] {
    guard !UTF8Check.isValid(raw) else { return raw }
    return Array(String(decoding: raw, as: UTF8.self).utf8)
  }

  private static func utf16(_ raw: [UInt8], _ name: String) throws(TextError) -> DecodedText {
    guard let converted = convert(Array(raw.dropFirst(2)), from: name) else {
      throw TextError(.badEncoding, "begins like UTF-16 and is none; save it as UTF-8")
    }
    return DecodedText(bytes: lines(converted), encoding: .utf16, replaced: 0)
  }

  /// NULs, or more than one control byte in fifty, in the first 64 KiB.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    let head = bytes.prefix(65_536)
    for byte in head where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
      if byte == 0 { return true }
      if byte != 0x0C && byte != 0x1B { controls += 1 }
    }
    return controls * 50 > head.count
  }

  /// Counts the broken bytes and the good sequences of several bytes.
  private static func survey(_ bytes: [UInt8]) -> (broken: Int, sequences: Int) {
    bytes.withUnsafeBufferPointer { source in
      var at = 0
      var broken = 0
      var sequences = 0
      while at < source.count {
        if source[at] < 0x80 {
          at += 1
          continue
        }
        let start = at
        _ = ScalarReader.next(source, &at)
        if at - start == 1 { broken += 1 } else { sequences += 1 }
      }
      return (broken, sequences)
    }
  }

  /// CRLF and CR become LF, NULs go.
  private static func lines(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0x0D || $0 == 0 }) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (i, byte) in bytes.enumerated() where byte != 0 {
      if byte == 0x0D {
        if i + 1 == bytes.count || bytes[i + 1] != 0x0A { out.append(0x0A) }
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// The whole input through iconv; nil where a byte does not fit the encoding.
  private static func convert(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != size_t.max, inputLeft == 0 else { return nil }
    let converted = output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
    return converted.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(converted.dropFirst(3)) : converted
  }
}
