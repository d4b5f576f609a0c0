import CityJSON

/// What a server says of a failure, in any of the forms that are in use.
enum ServerComplaint {
  /// Longest complaint shown, in bytes.
  static let limit = 500

  /// The sentence in a body: `{"error":{"message":…}}`, `{"error":"…"}`, `{"detail":…}`, or its first bytes.
  static func read(_ body: [UInt8]) -> String? {
    if let value = try? JSONScanner.read(body) { return message(in: value) ?? shortened(body) }
    return shortened(body)
  }

  /// The complaint in a value; nil where it has none, as in `"error": null`.
  static func message(in value: JSONValue) -> String? {
    if let error = value["error"], !error.isNull {
      if let text = error.string { return shortened(Array(text.utf8)) }
      let text = error["message"]?.string ?? String(decoding: error.bytes, as: UTF8.self)
      return shortened(Array(text.utf8)) ?? "no reason given"
    }
    // Servers that speak Python's dialect.
    if let detail = value["detail"], !detail.isNull, value["choices"] == nil {
      return shortened(Array((detail.string ?? String(decoding: detail.bytes, as: UTF8.self)).utf8))
    }
    if value["object"]?.string == "error" {
      return shortened(Array((value["message"]?.string ?? "no reason given").utf8))
    }
    return nil
  }

  /// The first bytes as one line, cut between characters.
  private static func shortened(_ bytes: [UInt8]) -> String? {
    var cut = bytes.prefix(limit)
    if cut.count < bytes.count {
      while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() }
      if let last = cut.last, last >= 0xC0 { cut.removeLast() }
    }
    let line = cut.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    let text = String(decoding: line, as: UTF8.self)
    return text.utf8.allSatisfy { $0 == 0x20 } ? nil : text
  }
}
