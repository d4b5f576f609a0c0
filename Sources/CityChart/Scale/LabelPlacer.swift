/// Keeps texts from lying over each other: a place is given once.
struct LabelPlacer: Sendable {
  /// A rectangle in units of the view box.
  struct Box: Sendable, Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Where texts may stand at all; the plot, once that is known.
  var bounds: Box
  private var taken: [Box] = []
  /// Lines that texts had better not cover.
  private var lines: [Box] = []

  init(bounds: Box) { self.bounds = bounds }

  /// The box of a text on its baseline.
  static func box(
    _ text: String, x: Double, y: Double, size: Double, anchor: SVGWriter.Anchor
  ) -> Box {
    let width = TextExtent.width(text, size: size)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(left: left - 1, top: y - size * 0.9, right: left + width + 1, bottom: y + size * 0.2)
  }

  /// Takes the box unless it leaves the bounds or meets one that was taken before.
  mutating func take(_ box: Box, avoidingLines: Bool) -> Bool {
    guard box.left >= bounds.left, box.right <= bounds.right, box.top >= bounds.top,
      box.bottom <= bounds.bottom, !taken.contains(where: box.meets),
      !avoidingLines || !lines.contains(where: box.meets)
    else { return false }
    taken.append(box)
    return true
  }

  /// Keeps later texts off the box.
  mutating func reserve(_ box: Box) { taken.append(box) }

  /// Asks later texts to keep off a line.
  mutating func reserve(line a: SVGWriter.Point, _ b: SVGWriter.Point) {
    let steps = max(1, Int(max(abs(b.x - a.x), abs(b.y - a.y)) / 8))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (x, y) = (a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
      lines.append(Box(left: x - 3, top: y - 3, right: x + 3, bottom: y + 3))
    }
  }
}
