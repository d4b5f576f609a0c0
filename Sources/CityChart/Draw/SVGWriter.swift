/// Writes SVG as bytes: elements, escaped texts, coordinates at a tenth.
struct SVGWriter: Sendable {
  enum Anchor: String, Sendable { case start, middle, end }
  typealias Point = (x: Double, y: Double)

  private var bytes: [UInt8] = []
  /// What ids begin with, so that several charts can stand in one page.
  let prefix: String

  init(prefix: String) {
    self.prefix = prefix
    bytes.reserveCapacity(16_384)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    bytes.append(0x3E)
  }

  mutating func close(_ name: String) {
    raw("</\(name)>")
    // A break within a text would be read as a space.
    if name != "title" { bytes.append(0x0A) }
  }

  mutating func element(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    raw("/>\n")
  }

  /// An element that holds only text.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    open(name, attributes)
    escaped(text)
    close(name)
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    raw("<\(name)")
    for (key, value) in attributes where !value.isEmpty {
      raw(" \(key)=\"")
      escaped(value)
      bytes.append(0x22)
    }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escaped(_ text: String) {
    for byte in CleanText.text(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// A coordinate at one decimal without a trailing zero.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e6 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  mutating func line(
    _ a: Point, _ b: Point, ink: String, width: Double, dash: String = ""
  ) {
    element(
      "path",
      [
        ("d", Self.path([a, b])), ("fill", "none"), ("stroke", ink),
        ("stroke-width", Self.number(width)), ("stroke-dasharray", dash),
      ])
  }

  /// `M… L…` through the points.
  static func path(_ points: [Point], closed: Bool = false) -> String {
    var out = ""
    for (i, point) in points.enumerated() {
      out += "\(i == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
    }
    return closed ? out + "Z" : out
  }

  mutating func path(
    _ d: String, fill: String = "none", stroke: String = "", width: Double = 1, dash: String = ""
  ) {
    element(
      "path",
      [
        ("d", d), ("fill", fill), ("stroke", stroke),
        ("stroke-width", stroke.isEmpty ? "" : Self.number(width)), ("stroke-dasharray", dash),
        ("stroke-linejoin", stroke.isEmpty ? "" : "round"),
      ])
  }

  /// A rectangle between two corners, whichever they are; at least half a unit high and wide, so that it prints.
  mutating func bar(
    _ a: Point, _ b: Point, fill: String, stroke: String = "", width: Double = 1
  ) {
    element(
      "rect",
      [
        ("x", Self.number(min(a.x, b.x))), ("y", Self.number(min(a.y, b.y))),
        ("width", Self.number(max(0.5, abs(a.x - b.x)))),
        ("height", Self.number(max(0.5, abs(a.y - b.y)))), ("fill", fill), ("stroke", stroke),
        ("stroke-width", stroke.isEmpty ? "" : Self.number(width)),
      ])
  }

  /// A line of text, cut to `room` with its full wording in a `<title>`.
  /// - Parameter halo: a colour drawn round the letters, where lines or hatches run behind them.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start,
    ink: String = ChartInk.text, isBold: Bool = false, halo: String = "", turned: Double = 0,
    room: Double = .infinity
  ) {
    let full = CleanText.text(text)
    let shown = TextExtent.shortened(full, to: room, size: size)
    let turn =
      turned == 0
      ? "" : "rotate(\(Self.number(turned)) \(Self.number(x)) \(Self.number(y)))"
    open(
      "text",
      [
        ("x", Self.number(x)), ("y", Self.number(y)), ("font-size", Self.number(size)),
        ("text-anchor", anchor == .start ? "" : anchor.rawValue), ("fill", ink),
        ("font-weight", isBold ? "bold" : ""), ("stroke", halo),
        ("stroke-width", halo.isEmpty ? "" : "3"), ("stroke-linejoin", halo.isEmpty ? "" : "round"),
        ("paint-order", halo.isEmpty ? "" : "stroke"), ("transform", turn),
      ])
    if shown != full { element("title", text: full) }
    escaped(shown)
    close("text")
  }
}
