extension [UInt8] {
  /// Appends the value's bytes, lowest first.
  mutating func appendLittle(_ value: some FixedWidthInteger & UnsignedInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
