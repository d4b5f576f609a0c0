/// Writes JSON into bytes: keys in the order given, `/` and everything beyond ASCII as it is.
///
/// The same value always gives the same bytes. By hand because JSONEncoder
/// orders keys by their names, not as the format lists them.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next value.
  private var comma = false

  public init() {}

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    comma = false
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    comma = true
  }

  public mutating func array<T>(_ values: some Sequence<T>, _ each: (inout JSONWriter, T) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    comma = false
    for value in values { each(&self, value) }
    bytes.append(UInt8(ascii: "]"))
    comma = true
  }

  public mutating func array(_ values: some Sequence<String>) {
    array(values) { $0.string($1) }
  }

  /// A key; its value must follow.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    comma = false
  }

  /// A key that is only known at run time.
  public mutating func key(named name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    comma = false
  }

  public mutating func key(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  public mutating func key(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  public mutating func key(_ name: StaticString, _ value: Double) {
    key(name)
    double(value)
  }

  public mutating func key(_ name: StaticString, _ value: Bool) {
    key(name)
    raw(Array((value ? "true" : "false").utf8))
  }

  public mutating func null() { raw(Array("null".utf8)) }

  public mutating func integer(_ value: Int) { raw(Array(String(value).utf8)) }

  /// The shortest spelling that reads back the same; `null` for what JSON cannot say.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    if value == value.rounded(), abs(value) < 1e15 {
      integer(Int(value))
    } else {
      raw(Array("\(value)".utf8))
    }
  }

  /// A value that is JSON already.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
    comma = true
  }

  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      var clean = 0
      for i in text.indices where Self.needsEscape(text[i]) {
        bytes.append(contentsOf: text[clean..<i])
        escape(text[i])
        clean = i + 1
      }
      bytes.append(contentsOf: text[clean...])
    }
    bytes.append(UInt8(ascii: "\""))
    comma = true
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes += Array("u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }

  private mutating func separate() {
    if comma { bytes.append(UInt8(ascii: ",")) }
  }
}
