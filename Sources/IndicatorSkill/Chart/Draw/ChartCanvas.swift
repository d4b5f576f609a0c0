import CityText

/// A chart while it is drawn: the frame is there, the plot is still empty.
struct ChartCanvas: Sendable {
  static let width = 720.0
  static let height = 420.0
  /// Room at the left and right edge.
  static let margin = 16.0

  let table: ChartTable
  let kind: ChartKind
  let words: ChartWords
  let highlight: Int?
  var svg: SVGWriter
  var placer: LabelPlacer
  /// The upper edge of what is free; a legend moves it down.
  var top = 68.0
  /// The lower edge of what is free.
  let bottom: Double

  /// An entry of the legend.
  struct Key: Sendable {
    enum Shape: Sendable {
      case bar(fill: String)
      case line(ink: String, dash: String, marker: ChartInk.Marker, width: Double)
      case band(fill: String, ink: String, dash: String)
      case marker(ink: String, ChartInk.Marker)
    }
    var shape: Shape
    var name: String
  }

  /// Writes the frame: text alternative, paper, title, unit, source and note.
  init(_ table: ChartTable, kind: ChartKind, words: ChartWords, highlight: Int?) {
    self.table = table
    self.kind = kind
    self.words = words
    self.highlight = highlight
    let description = ChartDescription(
      table: table, kind: kind, words: words, highlight: highlight
    ).text
    svg = SVGWriter(prefix: Self.name(of: description))
    placer = LabelPlacer(
      bounds: .init(left: 2, top: 2, right: Self.width - 2, bottom: Self.height - 2))
    let hasNote = table.note.map { !$0.isEmpty } ?? false
    bottom = Self.height - (hasNote ? 46 : 30)

    let title = words.title(table)
    svg.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 720 420"), ("width", "720"),
        ("height", "420"), ("role", "img"),
        ("aria-labelledby", "\(svg.prefix)-title \(svg.prefix)-desc"),
        ("font-family", "\"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif"),
        ("lang", words.isEnglish ? "en" : "zh-CN"),
      ])
    svg.element("title", [("id", "\(svg.prefix)-title")], text: title)
    svg.element("desc", [("id", "\(svg.prefix)-desc")], text: description)
    svg.element("rect", [("width", "720"), ("height", "420"), ("fill", ChartInk.paper)])
    let room = Self.width - 2 * Self.margin
    svg.text(title, x: Self.margin, y: 30, size: 18, isBold: true, room: room)
    let units = [table.unit, table.secondUnit ?? ""].filter { !$0.isEmpty }
    if !units.isEmpty {
      svg.text(
        words.unit + units.joined(separator: words.semicolon), x: Self.margin, y: 52, size: 12,
        ink: ChartInk.soft, room: 200)
    }
    if let note = table.note, !note.isEmpty {
      svg.text(
        words.note + note, x: Self.margin, y: 392, size: 11, ink: ChartInk.soft, room: room)
    }
    if !table.source.isEmpty {
      svg.text(
        words.source + table.source, x: Self.margin, y: 409, size: 11, ink: ChartInk.soft,
        room: room)
    }
  }

  /// A name of 64 bits (FNV-1a) for ids: the same for the same chart, another for another one on the page.
  private static func name(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "chart-" + String(hash, radix: 16)
  }

  /// The finished text.
  mutating func finish() -> String {
    svg.close("svg")
    return svg.text
  }

  /// Lays the keys right of the unit, then on up to two more lines; what does not fit is said to be elsewhere.
  mutating func legend(_ keys: [Key]) {
    let right = Self.width - Self.margin
    let units = TextExtent.width(words.unit + table.unit + (table.secondUnit ?? ""), size: 12)
    var x = Self.margin + min(216, units + 28)
    var y = 52.0
    let elsewhere = TextExtent.width(words.rest, size: 12)
    for (i, key) in keys.enumerated() {
      let room = 150.0
      let extent = min(room, TextExtent.width(CleanText.text(key.name), size: 12)) + 50
      let isLastLine = y > 80
      let more = i + 1 < keys.count && isLastLine ? elsewhere : 0
      if x + extent - 14 + more > right {
        if isLastLine {
          svg.text(words.rest, x: x, y: y, size: 12, ink: ChartInk.soft)
          break
        }
        x = Self.margin
        y += 18
      }
      draw(key.shape, x: x, y: y - 4)
      svg.text(key.name, x: x + 32, y: y, size: 12, room: room)
      x += extent
    }
    top = y + 16
  }

  private mutating func draw(_ shape: Key.Shape, x: Double, y: Double) {
    switch shape {
    case .bar(let fill):
      svg.bar((x + 6, y - 6), (x + 26, y + 6), fill: fill, stroke: ChartInk.text, width: 0.6)
    case .line(let ink, let dash, let marker, let width):
      svg.line((x, y), (x + 27, y), ink: ink, width: width, dash: dash)
      self.marker(marker, at: (x + 13.5, y), ink: ink)
    case .band(let fill, let ink, let dash):
      svg.bar((x + 4, y - 6), (x + 27, y + 6), fill: fill)
      for edge in [y - 6, y + 6] {
        svg.line((x + 4, edge), (x + 27, edge), ink: ink, width: 1, dash: dash)
      }
    case .marker(let ink, let marker):
      self.marker(marker, at: (x + 16, y), ink: ink, size: 5)
    }
  }

  /// A point of a line, with a white edge that sets it off.
  mutating func marker(
    _ marker: ChartInk.Marker, at p: SVGWriter.Point, ink: String, size r: Double = 4
  ) {
    let d: String
    switch marker {
    case .circle:
      let n = SVGWriter.number
      d =
        "M\(n(p.x - r)) \(n(p.y))A\(n(r)) \(n(r)) 0 1 0 \(n(p.x + r)) \(n(p.y))"
        + "A\(n(r)) \(n(r)) 0 1 0 \(n(p.x - r)) \(n(p.y))Z"
    case .square:
      let h = r * 0.9
      d = SVGWriter.path(
        [(p.x - h, p.y - h), (p.x + h, p.y - h), (p.x + h, p.y + h), (p.x - h, p.y + h)],
        closed: true)
    case .triangle:
      d = SVGWriter.path(
        [(p.x, p.y - r * 1.2), (p.x + r * 1.1, p.y + r * 0.8), (p.x - r * 1.1, p.y + r * 0.8)],
        closed: true)
    case .pointer:
      d = SVGWriter.path(
        [(p.x, p.y + r * 1.2), (p.x + r * 1.1, p.y - r * 0.8), (p.x - r * 1.1, p.y - r * 0.8)],
        closed: true)
    case .diamond:
      let h = r * 1.3
      d = SVGWriter.path(
        [(p.x, p.y - h), (p.x + h, p.y), (p.x, p.y + h), (p.x - h, p.y)], closed: true)
    case .cross:
      svg.path(
        SVGWriter.path([(p.x - r, p.y - r), (p.x + r, p.y + r)])
          + SVGWriter.path([(p.x - r, p.y + r), (p.x + r, p.y - r)]), stroke: ink, width: 2)
      return
    }
    svg.path(d, fill: ink, stroke: ChartInk.paper, width: 1)
  }
}
