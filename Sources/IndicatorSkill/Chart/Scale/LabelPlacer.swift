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

  /// Where texts may stand at all.
  let bounds: Box
  private var taken: [Box] = []

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
  mutating func take(_ box: Box) -> Bool {
    guard box.left >= bounds.left, box.right <= bounds.right, box.top >= bounds.top,
      box.bottom <= bounds.bottom, !taken.contains(where: box.meets)
    else { return false }
    taken.append(box)
    return true
  }

  /// Keeps later texts off the box.
  mutating func reserve(_ box: Box) { taken.append(box) }
}
