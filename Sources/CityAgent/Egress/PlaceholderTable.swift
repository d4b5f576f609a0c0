public import CityJSON

/// Placeholders and what they stand for, of one request: `[PHONE_1]` ↔ `13800138000`.
///
/// Never leaves the process: a model sees placeholders, and its answer is restored from here.
public struct PlaceholderTable: Sendable {
  /// In the order of their first use.
  private(set) var originals: [(placeholder: String, original: String)] = []

  public init() {}

  public var isEmpty: Bool { originals.isEmpty }

  /// The placeholder of a text; the same text always has the same.
  ///
  /// - Parameters:
  ///   - kind: capital letters.
  ///   - isTaken: whether a placeholder already stands in what is sent, as plain text.
  mutating func placeholder(
    for original: String, kind: String, isTaken: (String) -> Bool
  ) -> String {
    if let known = originals.first(where: { $0.original == original }) { return known.placeholder }
    var number = 1
    var placeholder = "[\(kind)_1]"
    while originals.contains(where: { $0.placeholder == placeholder }) || isTaken(placeholder) {
      number += 1
      placeholder = "[\(kind)_\(number)]"
    }
    originals.append((placeholder, original))
    return placeholder
  }

  /// A text with every known placeholder replaced; unknown ones stay, and what is put in is not read again.
  public func restored(_ text: String) -> String {
    var restorer = PlaceholderRestorer(self)
    return restorer.restore(text) + restorer.finish()
  }

  /// A value with the placeholders in its texts and keys replaced.
  public func restored(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(restored(text))
    case .array(let values): .array(values.map { restored($0) })
    case .object(let members):
      .object(members.map { JSONValue.Member(restored($0.key), restored($0.value)) })
    case .null, .bool, .number: value
    }
  }
}

/// Restores placeholders in a text that comes in pieces, which may be cut inside them.
public struct PlaceholderRestorer: Sendable {
  private let originals: [String: String]
  /// What may be the beginning of a placeholder.
  private var held: [UInt8] = []
  private let longest: Int

  public init(_ table: PlaceholderTable) {
    originals = Dictionary(
      table.originals.map { ($0.placeholder, $0.original) }, uniquingKeysWith: { a, _ in a })
    longest = table.originals.map(\.placeholder.utf8.count).max() ?? 0
  }

  /// The text so far, less what may be the beginning of a placeholder.
  public mutating func restore(_ piece: String) -> String {
    guard longest > 0 else { return piece }
    var out: [UInt8] = []
    for byte in piece.utf8 {
      switch byte {
      case UInt8(ascii: "["):
        out += held
        held = [byte]
      case _ where held.isEmpty:
        out.append(byte)
      case UInt8(ascii: "]"):
        let word = String(decoding: held + [byte], as: UTF8.self)
        out += Array((originals[word] ?? word).utf8)
        held = []
      case 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"):
        held.append(byte)
      default:
        // No placeholder has such a byte; only ASCII was held, so no character is cut.
        out += held + [byte]
        held = []
      }
    }
    if held.count > longest {
      out += held
      held = []
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What is still held back, at the end of the text.
  public mutating func finish() -> String {
    defer { held = [] }
    return String(decoding: held, as: UTF8.self)
  }
}
