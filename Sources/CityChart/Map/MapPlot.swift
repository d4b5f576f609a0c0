/// Draws a ``StreetMap``: cells of a street in one tone, the darker the higher its number, names and numbers on them.
struct MapPlot: Sendable {
  /// More points than this would not be told apart.
  private static let mostPoints = 400
  /// From few to many: all light enough for dark letters.
  private static let tones = ["#DCE9F5", "#B4D0EA", "#8DB8DF", "#67A0D4"]

  private let map: StreetMap
  /// The points that can be drawn, with the number of their street.
  private let points: [(street: Int, longitude: Double, latitude: Double)]

  init(_ map: StreetMap) {
    self.map = map
    var points: [(Int, Double, Double)] = []
    for (number, street) in map.streets.enumerated() {
      for point in street.points
      where abs(point.longitude) <= 180 && abs(point.latitude) < 89
        && points.count < Self.mostPoints
      {
        points.append((number, point.longitude, point.latitude))
      }
    }
    self.points = points
  }

  func draw(_ canvas: inout ChartCanvas) {
    guard !points.isEmpty else {
      canvas.sayNoData()
      return nameUnplaced(&canvas, and: [])
    }
    canvas.svg.text(
      canvas.words.darker, x: ChartCanvas.width - ChartCanvas.margin, y: 52, size: 12, anchor: .end,
      ink: ChartInk.soft)
    let places = project(&canvas)
    let spread = places.reduce(
      into: (left: Double.infinity, top: Double.infinity, right: 0.0, bottom: 0.0)
    ) {
      $0 = (
        min($0.left, $1.x), min($0.top, $1.y), max($0.right, $1.x), max($0.bottom, $1.y)
      )
    }
    let area = max(spread.right - spread.left, 60) * max(spread.bottom - spread.top, 60)
    let cells = MapCells(
      places, reach: min(Self.edge, 0.9 * (area / Double(places.count)).squareRoot()))

    for street in map.streets.indices { fill(street, cells, &canvas) }
    for street in map.streets.indices { border(street, cells, &canvas) }
    for place in places { canvas.marker(.circle, at: place, ink: ChartInk.soft, size: 1.5) }
    nameUnplaced(&canvas, and: label(cells, places, &canvas))
  }

  /// Room round the outermost points.
  private static let edge = 44.0

  /// Longitudes shrunk by the cosine of the middle latitude, fitted into the plot, north up.
  private func project(_ canvas: inout ChartCanvas) -> [SVGWriter.Point] {
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let (west, east) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
    let radians = (south + north) / 2 * .pi / 180
    let square = radians * radians
    // The series of the cosine, exact to a thousandth within 90°.
    let shrink = max(
      0.02, 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56))))
    let bottom = canvas.bottom - (unplaced.isEmpty ? 4 : 22)
    let room = (
      width: ChartCanvas.width - 2 * (ChartCanvas.margin + Self.edge),
      height: bottom - 60 - 2 * Self.edge
    )
    let scale = min(
      room.width / max((east - west) * shrink, 1e-6), room.height / max(north - south, 1e-6))
    let middle = (x: ChartCanvas.width / 2, y: (60 + bottom) / 2)
    return points.map {
      (
        x: middle.x + ($0.longitude - (west + east) / 2) * shrink * scale,
        y: middle.y - ($0.latitude - (south + north) / 2) * scale
      )
    }
  }

  private func cells(of street: Int) -> [Int] {
    points.indices.filter { points[$0].street == street }
  }

  private func tone(_ street: Int) -> String {
    let most = map.streets.compactMap(\.value).filter(\.isFinite).max() ?? 0
    guard let value = map.streets[street].value, value.isFinite, value > 0, most > 0 else {
      return ChartInk.track
    }
    let steps = Double(Self.tones.count)
    return Self.tones[max(0, min(Self.tones.count, Int((value / most * steps).rounded(.up))) - 1)]
  }

  private func fill(_ street: Int, _ cells: MapCells, _ canvas: inout ChartCanvas) {
    let outline = self.cells(of: street).map { cells.polygons[$0] }.filter { !$0.isEmpty }
      .map { SVGWriter.path($0.map { ($0.x, $0.y) }, closed: true) }.joined()
    guard !outline.isEmpty else { return }
    // The stroke hides the seam between two cells of the street.
    canvas.svg.path(outline, fill: tone(street), stroke: tone(street), width: 1)
  }

  private func border(_ street: Int, _ cells: MapCells, _ canvas: inout ChartCanvas) {
    var lines = ""
    for cell in self.cells(of: street) {
      let polygon = cells.polygons[cell]
      for (i, corner) in polygon.enumerated() {
        // Each common side once, none within the street.
        if corner.beyond >= 0, points[corner.beyond].street <= street { continue }
        let next = polygon[(i + 1) % polygon.count]
        lines += SVGWriter.path([(corner.x, corner.y), (next.x, next.y)])
      }
    }
    if !lines.isEmpty { canvas.svg.path(lines, stroke: ChartInk.soft, width: 1) }
  }

  /// Name and number at the middle of each street, moved where another label lies there already.
  ///
  /// - Returns: the streets that found no room.
  private func label(
    _ cells: MapCells, _ places: [SVGWriter.Point], _ canvas: inout ChartCanvas
  ) -> [StreetMap.Street] {
    var left: [StreetMap.Street] = []
    for (number, street) in map.streets.enumerated() {
      let own = self.cells(of: number)
      guard let first = own.first else { continue }
      let centres = own.compactMap { MapCells.centre(of: cells.polygons[$0]) }
      let area = centres.reduce(0) { $0 + $1.area }
      let middle =
        area > 0
        ? (
          x: centres.reduce(0) { $0 + $1.x * $1.area } / area,
          y: centres.reduce(0) { $0 + $1.y * $1.area } / area
        ) : places[first]
      let name = TextExtent.shortened(CleanText.text(street.name), to: 120, size: 12)
      let value = text(street, canvas)
      let width = max(TextExtent.width(name, size: 12), TextExtent.width(value, size: 15)) / 2
      let place = Self.moves.lazy.map { (x: middle.x + $0, y: middle.y + $1) }.first {
        canvas.placer.take(
          .init(left: $0.x - width - 2, top: $0.y - 15, right: $0.x + width + 2, bottom: $0.y + 16),
          avoidingLines: false)
      }
      guard let place else {
        left.append(street)
        continue
      }
      canvas.svg.text(
        street.name, x: place.x, y: place.y - 3, size: 12, anchor: .middle, halo: ChartInk.paper,
        room: 120)
      linked(street, canvas: &canvas) {
        $0.text(
          value, x: place.x, y: place.y + 13, size: 15, anchor: .middle, isBold: true,
          halo: ChartInk.paper)
      }
    }
    return left
  }

  private static let moves: [(Double, Double)] = [
    (0, 0), (0, -14), (0, 14), (-24, 0), (24, 0), (-24, -20), (24, -20), (-24, 20), (24, 20),
    (0, -38), (0, 38), (-60, 0), (60, 0), (-60, -38), (60, 38), (60, -38), (-60, 38),
  ]

  private func linked(
    _ street: StreetMap.Street, canvas: inout ChartCanvas, _ draw: (inout SVGWriter) -> Void
  ) {
    guard let link = street.link else { return draw(&canvas.svg) }
    canvas.svg.open("a", [("href", link)])
    draw(&canvas.svg)
    canvas.svg.close("a")
  }

  private func text(_ street: StreetMap.Street, _ canvas: ChartCanvas) -> String {
    guard let value = street.value, value.isFinite else { return canvas.words.noData }
    return canvas.table.text(value, in: .ranking)
  }

  /// Streets that no point says where they are.
  private var unplaced: [StreetMap.Street] {
    map.streets.indices.filter { cells(of: $0).isEmpty }.map { map.streets[$0] }
  }

  /// A line below the map for streets that are not on it, so that no number is missing.
  private func nameUnplaced(_ canvas: inout ChartCanvas, and crowded: [StreetMap.Street]) {
    let words = canvas.words
    func list(_ heading: String, _ streets: [StreetMap.Street]) -> String? {
      guard !streets.isEmpty else { return nil }
      return heading
        + streets.map { "\($0.name) \(text($0, canvas))" }.joined(separator: words.semicolon)
    }
    let lines = [list(words.unplaced, unplaced), list(words.crowded, crowded)].compactMap(\.self)
    guard !lines.isEmpty else { return }
    canvas.svg.text(
      lines.joined(separator: words.stop), x: ChartCanvas.margin, y: canvas.bottom - 4, size: 12,
      ink: ChartInk.soft, room: ChartCanvas.width - 2 * ChartCanvas.margin)
  }
}
