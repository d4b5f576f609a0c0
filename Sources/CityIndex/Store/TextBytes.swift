extension [UInt8] {
  /// Appends the UTF-8 of a text.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
