/// Writes columns of numbers and texts for an ``IndexTable``: little-endian, length first.
public struct ColumnWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ numbers: [UInt32]) {
    append(UInt32(numbers.count))
    for number in numbers { append(number) }
  }

  public mutating func write(_ keys: [UInt64]) {
    append(UInt32(keys.count))
    for key in keys {
      append(UInt32(truncatingIfNeeded: key))
      append(UInt32(truncatingIfNeeded: key >> 32))
    }
  }

  public mutating func write(_ texts: [String]) {
    append(UInt32(texts.count))
    for text in texts {
      append(UInt32(text.utf8.count))
      bytes += Array(text.utf8)
    }
  }

  /// A run of bytes: another table's, kept whole.
  public mutating func write(run: [UInt8]) {
    append(UInt32(run.count))
    bytes += run
  }

  private mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Reads columns in the order they were written; every read is bounds-checked.
public struct ColumnReader: Sendable {
  private let bytes: [UInt8]
  private var at = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next column of numbers; nil where the bytes are cut short.
  public mutating func numbers() -> [UInt32]? {
    guard let count = next(), count <= (bytes.count - at) / 4 else { return nil }
    defer { at += 4 * Int(count) }
    return bytes.withUnsafeBytes { raw in
      (0..<Int(count)).map {
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at + 4 * $0, as: UInt32.self))
      }
    }
  }

  /// The next column of 64-bit keys.
  public mutating func keys() -> [UInt64]? {
    guard let count = next(), count <= (bytes.count - at) / 8 else { return nil }
    defer { at += 8 * Int(count) }
    return bytes.withUnsafeBytes { raw in
      (0..<Int(count)).map {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + 8 * $0, as: UInt64.self))
      }
    }
  }

  /// The next column of texts.
  public mutating func texts() -> [String]? {
    slices()?.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The next column of texts, as they lie there.
  public mutating func slices() -> [ArraySlice<UInt8>]? {
    guard let count = next(), count <= (bytes.count - at) / 4 else { return nil }
    var slices: [ArraySlice<UInt8>] = []
    for _ in 0..<count {
      guard let length = next(), length <= bytes.count - at else { return nil }
      slices.append(bytes[at..<(at + Int(length))])
      at += Int(length)
    }
    return slices
  }

  /// The next run of bytes.
  public mutating func run() -> [UInt8]? {
    guard let count = next(), count <= bytes.count - at else { return nil }
    defer { at += Int(count) }
    return Array(bytes[at..<(at + Int(count))])
  }

  private mutating func next() -> UInt32? {
    guard bytes.count - at >= 4 else { return nil }
    defer { at += 4 }
    return bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
  }
}
