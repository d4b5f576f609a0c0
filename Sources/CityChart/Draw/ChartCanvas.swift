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

  /// Writes the frame: text alternative, paper, title, unit, source and note.
  /// - Parameter description: the text alternative; by default what ``ChartDescription`` says of the table.
  init(
    _ table: ChartTable, kind: ChartKind, words: ChartWords, highlight: Int?,
    description: String? = nil
  ) {
    self.table = table
    self.kind = kind
    self.words = words
    self.highlight = highlight
    let description =
      description
      ?? ChartDescription(table: table, kind: kind, words: words, highlight: highlight).text
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
}
