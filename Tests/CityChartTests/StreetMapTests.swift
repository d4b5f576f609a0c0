import CityText
import Testing

@testable import CityChart

@Suite struct StreetMapTests {
  private static func map(_ count: Int, seed: UInt64, names: [String] = ["莲花街道", "华强北街道"])
    -> StreetMap
  {
    var dice = ChartDice(seed: seed)
    return StreetMap(
      title: "各街道件数", unit: "件",
      streets: (0..<count).map { number in
        StreetMap.Street(
          name: "\(names[number % names.count])\(number)",
          points: (0..<Int.random(in: 0...3, using: &dice)).map { _ in
            .init(
              longitude: Double.random(in: 113.9...114.2, using: &dice),
              latitude: Double.random(in: 22.5...22.62, using: &dice))
          }, value: number % 9 == 8 ? nil : Double(Int.random(in: 0..<900, using: &dice)),
          link: number % 2 == 0 ? "#f\(number)" : nil)
      }, source: "样本", note: "边界为示意")
  }

  @Test(arguments: [0, 1, 2, 5, 10, 30, 200])
  func everyStreetIsOnTheMapOrNamedBelow(_ count: Int) {
    for seed in UInt64(0)..<8 {
      let map = Self.map(count, seed: seed)
      let svg = Chart.svg(map)
      #expect(svg == Chart.svg(map))
      let picture = SVGReading(svg)
      #expect(picture.isWellFormed)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
      let seen = picture.elements.filter { $0.name == "text" || $0.name == "title" }.map(\.text)
        .joined(separator: " ")
      for street in map.streets { #expect(seen.contains(street.name)) }
      let description = picture.named("desc").first?.text ?? ""
      #expect(description == Chart.description(map))
      for street in map.streets {
        let value = street.value.map { DecimalText.text($0, decimals: 0) } ?? "无数据"
        #expect(description.contains("\(street.name)：\(value)"))
      }
    }
  }

  @Test func namesDoNotLieOverEachOther() {
    for seed in UInt64(0)..<40 {
      let picture = SVGReading(Chart.svg(Self.map(12, seed: seed)))
      let boxes = picture.texts.compactMap { text -> LabelPlacer.Box? in
        guard let x = text.number("x"), let y = text.number("y"),
          let size = text.number("font-size"), text.attributes["text-anchor"] == "middle"
        else { return nil }
        var box = LabelPlacer.box(text.text, x: x, y: y, size: size, anchor: .middle)
        box.top += size * 0.12
        box.bottom -= size * 0.12
        return box
      }
      for (i, box) in boxes.enumerated() {
        #expect(box.left >= 0 && box.right <= 720 && box.top >= 0 && box.bottom <= 420)
        #expect(!boxes[(i + 1)...].contains(where: box.meets), "seed \(seed)")
      }
    }
  }

  @Test func hostileMapsStayWellFormed() {
    let odd = [
      Double.nan, .infinity, -.infinity, 1e308, 0, 180, -180, 89, 90, 22.5, .leastNonzeroMagnitude,
    ]
    for longitude in odd {
      for latitude in odd {
        for text in ["</text><script>", "\u{202E}\u{0}", String(repeating: "长", count: 500), ""] {
          var map = Self.map(4, seed: 1, names: [text])
          map.streets[0].points = [.init(longitude: longitude, latitude: latitude)]
          map.streets[1].points = map.streets[0].points
          map.streets[2].value = latitude
          map.streets[3].link = text
          let svg = Chart.svg(map, language: .english)
          #expect(SVGReading(svg).isWellFormed && !svg.contains("<script"))
        }
      }
    }
  }

  /// A cell holds exactly what is nearest to its point and within reach.
  @Test func cellsAreWhatIsNearest() {
    var dice = ChartDice(seed: 3)
    for _ in 0..<30 {
      let points = (0..<Int.random(in: 1...25, using: &dice)).map { _ in
        (x: Double.random(in: 0...400, using: &dice), y: Double.random(in: 0...300, using: &dice))
      }
      let cells = MapCells(points, reach: 60)
      for _ in 0..<200 {
        let spot = (
          x: Double.random(in: -40...440, using: &dice),
          y: Double.random(in: -40...340, using: &dice)
        )
        let distances = points.map { ($0.x - spot.x, $0.y - spot.y) }.map { $0 * $0 + $1 * $1 }
        let nearest = distances.min() ?? 0
        // Between the circle and its polygon, and on borders, either answer is right.
        if nearest > 3_400, nearest < 3_620 { continue }
        for (number, polygon) in cells.polygons.enumerated() {
          if abs(distances[number] - nearest) < 1, distances[number] != nearest { continue }
          #expect(
            contains(polygon, spot) == (distances[number] == nearest && nearest < 3_500))
        }
      }
    }
  }

  private func contains(_ polygon: [MapCells.Corner], _ spot: (x: Double, y: Double)) -> Bool {
    var isInside = false
    for (i, a) in polygon.enumerated() {
      let b = polygon[(i + 1) % polygon.count]
      if (a.y > spot.y) != (b.y > spot.y),
        spot.x < (b.x - a.x) * (spot.y - a.y) / (b.y - a.y) + a.x
      {
        isInside.toggle()
      }
    }
    return isInside
  }

  @Test func twoStreetsAtOnePointKeepBothNames() {
    var map = Self.map(2, seed: 4)
    for number in 0..<2 { map.streets[number].points = [.init(longitude: 114, latitude: 22.5)] }
    let texts = SVGReading(Chart.svg(map)).texts.map(\.text)
    #expect(map.streets.allSatisfy { street in texts.contains { $0.contains(street.name) } })
  }

  @Test func numbersLeadWhereTheirStreetSays() {
    var map = Self.map(1, seed: 5)
    map.streets[0].points = [.init(longitude: 114, latitude: 22.5)]
    map.streets[0].link = "#f\"7"
    let links = SVGReading(Chart.svg(map)).named("a")
    #expect(links.map { $0.attributes["href"] } == ["#f\"7"])
  }
}
