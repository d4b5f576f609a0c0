import Glibc
import Testing

/// Texts in encodings that offices still use.
enum Encoded {
  static func gb18030(_ text: String) throws -> [UInt8] {
    let converter = try #require(iconv_open("GB18030", "UTF-8"))
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    var inputLeft = input.count
    var outputLeft = output.count
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        _ = iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    #expect(inputLeft == 0)
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }
}
