/// The part of the plane that is nearer to each point than to any other, and not far from it: Voronoi cells, cut round.
struct MapCells: Sendable {
  /// A corner, and what lies beyond the side that begins there: the number of a point, −1 for nothing.
  struct Corner: Sendable {
    var x: Double
    var y: Double
    var beyond: Int
  }

  /// A convex polygon for each point; empty where an earlier point lies at the same place.
  private(set) var polygons: [[Corner]] = []

  /// - Parameter reach: how far a cell extends where nothing else is near.
  /// - Complexity: O(n²).
  init(_ points: [SVGWriter.Point], reach: Double) {
    for (number, point) in points.enumerated() {
      var polygon = Self.circle.map {
        Corner(x: point.x + reach * $0.x, y: point.y + reach * $0.y, beyond: -1)
      }
      for (other, far) in points.enumerated() where other != number && !polygon.isEmpty {
        if far.x == point.x, far.y == point.y {
          if other < number { polygon = [] }
          continue
        }
        polygon = Self.cut(polygon, point, far, beyond: other)
      }
      polygons.append(polygon)
    }
  }

  /// What of a polygon is nearer to `near` than to `far` (Sutherland and Hodgman, 1974).
  private static func cut(
    _ polygon: [Corner], _ near: SVGWriter.Point, _ far: SVGWriter.Point, beyond: Int
  ) -> [Corner] {
    let middle = (x: near.x / 2 + far.x / 2, y: near.y / 2 + far.y / 2)
    func side(_ corner: Corner) -> Double {
      (corner.x - middle.x) * (near.x - far.x) + (corner.y - middle.y) * (near.y - far.y)
    }
    var out: [Corner] = []
    for (i, corner) in polygon.enumerated() {
      let next = polygon[(i + 1) % polygon.count]
      let (here, there) = (side(corner), side(next))
      if here >= 0 { out.append(corner) }
      guard here >= 0 && there < 0 || here < 0 && there >= 0, here != there else { continue }
      let share = here / (here - there)
      out.append(
        Corner(
          x: corner.x + (next.x - corner.x) * share, y: corner.y + (next.y - corner.y) * share,
          beyond: here >= 0 ? beyond : corner.beyond))
    }
    return out.count < 3 ? [] : out
  }

  /// Area and its centre; nil for an empty polygon.
  static func centre(of polygon: [Corner]) -> (area: Double, x: Double, y: Double)? {
    guard let first = polygon.first else { return nil }
    var (area, x, y) = (0.0, 0.0, 0.0)
    // Relative to a corner, so that no digits are lost far from zero.
    for i in 1..<polygon.count - 1 {
      let (a, b) = (polygon[i], polygon[i + 1])
      let part = (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y)
      area += part
      x += part * (a.x + b.x - 2 * first.x) / 3
      y += part * (a.y + b.y - 2 * first.y) / 3
    }
    guard abs(area) > 1e-9 else { return nil }
    return (abs(area) / 2, first.x + x / area, first.y + y / area)
  }

  /// 32 points of the unit circle, each turned from the last by 11.25°.
  private static let circle: [(x: Double, y: Double)] = {
    // cos and sin of 11.25°.
    let (c, s) = (0.980_785_280_403_230_4, 0.195_090_322_016_128_27)
    var point = (x: 1.0, y: 0.0)
    return (0..<32).map { _ in
      defer { point = (point.x * c - point.y * s, point.x * s + point.y * c) }
      return point
    }
  }()
}
