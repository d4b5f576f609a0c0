extension ChartCanvas {
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

  /// Lays the keys right of the unit, then on up to two more lines; what does not fit is said to be elsewhere.
  /// - Parameter right: where lines end.
  mutating func legend(_ keys: [Key], to right: Double = Self.width - Self.margin) {
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
