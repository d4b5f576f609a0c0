import CityText

/// The words of the command line as UTF-8, also from a terminal that writes GB18030.
enum RawArguments {
  static func words() -> [String] {
    var words: [String] = []
    for i in 1..<max(1, Int(CommandLine.argc)) {
      guard let raw = CommandLine.unsafeArgv[i] else { break }
      words.append(text((0..<length(raw)).map { UInt8(bitPattern: raw[$0]) }))
    }
    return words
  }

  /// Bytes from outside as text: UTF-8 where they are, else in the encoding they fit.
  static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let decoded = try? TextDecoding.decode(bytes) {
      return String(decoding: decoded.bytes, as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func length(_ raw: UnsafePointer<CChar>) -> Int {
    var n = 0
    while raw[n] != 0 { n += 1 }
    return n
  }
}
