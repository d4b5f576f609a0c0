/// The rows of a table side by side, with as many labels below as can be read.
struct CategoryAxis: Sendable {
  enum Form: Sendable, Equatable {
    case level
    /// Turned, each label ending below its place.
    case turned
    /// Only some labels, counted back from the last.
    case thinned(every: Int)
  }

  static let size = 12.0
  /// Degrees that labels are turned by.
  private static let turn = -38.0
  private static let longestTurned = 92.0

  let labels: [String]
  let left: Double
  let right: Double
  let form: Form
  /// The room that the labels need below the plot.
  let height: Double

  init(_ labels: [String], left: Double, right: Double) {
    self.labels = labels.map(CleanText.text)
    self.left = left
    self.right = right
    let band = (right - left) / Double(max(1, labels.count))
    let widest = self.labels.map { TextExtent.width($0, size: Self.size) }.max() ?? 0
    if widest <= band - 6 || labels.count <= 1 {
      form = .level
      height = 22
    } else if band >= 19 {
      form = .turned
      // sin 38° of the label, and its own height.
      height = 14 + 0.62 * min(widest, Self.longestTurned)
    } else {
      let shown = min(widest, 110)
      // The last label moves inwards from the picture's edge, towards the one before it.
      let moved = max(0, right - band / 2 + shown / 2 + 4 - ChartCanvas.width)
      form = .thinned(every: Int(((shown + moved + 10) / band).rounded(.up)))
      height = 22
    }
  }

  var band: Double { (right - left) / Double(max(1, labels.count)) }

  /// The middle of a row's band.
  func place(_ row: Int) -> Double { left + (Double(row) + 0.5) * band }

  /// Whether a number of such a width has room over every row.
  func holds(_ width: Double) -> Bool { width <= band - 2 }

  func draw(_ canvas: inout ChartCanvas, below y: Double, highlight: Int?) {
    for row in labels.indices {
      let isBold = row == highlight
      let x = place(row)
      switch form {
      case .level:
        canvas.svg.text(
          labels[row], x: x, y: y + 16, size: Self.size, anchor: .middle, isBold: isBold,
          room: max(band - 4, 24))
      case .turned:
        canvas.svg.text(
          labels[row], x: x + 4, y: y + 14, size: Self.size, anchor: .end, isBold: isBold,
          turned: Self.turn, room: min(Self.longestTurned, (x - 6) / 0.79))
      case .thinned(let every):
        guard (labels.count - 1 - row) % every == 0 else { continue }
        let width = min(110, TextExtent.width(labels[row], size: Self.size))
        // The last label may hang over the plot's edge, never over the picture's.
        let middle = max(4 + width / 2, min(ChartCanvas.width - 4 - width / 2, x))
        canvas.svg.line((x, y), (x, y + 4), ink: ChartInk.soft, width: 1)
        canvas.svg.text(
          labels[row], x: middle, y: y + 17, size: Self.size, anchor: .middle, isBold: isBold,
          room: 110)
      }
    }
  }
}
