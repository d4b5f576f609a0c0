/// Colours, dashes and hatches of charts.
///
/// Every colour of a text, line or bar stands at least 4.5:1 against white (WCAG 2.1, 1.4.3); hues are those of Okabe
/// and Ito's palette for colour-blind readers, darkened, and each comes with a dash, a marker and a hatch of its own.
enum ChartInk {
  static let text = "#1A1A1A"
  static let soft = "#4A4A4A"
  static let grid = "#DADADA"
  static let paper = "#FFFFFF"
  static let main = "#0B5FA5"
  static let accent = "#B33C00"
  /// A bar that stands out where `accent` is the line's.
  static let deep = "#062F54"
  static let track = "#ECECEC"
  /// The bands of a forecast, 95 % and 80 %: light, so that lines stand out on them.
  static let outerBand = "#DCE9F5"
  static let innerBand = "#B4D0EA"

  static let series = [
    "#0B5FA5", "#B33C00", "#00705A", "#8A3A82", "#6B4A1F", "#4A4A4A", "#9C1C3C", "#3F3FA8",
  ]
  static func colour(_ i: Int) -> String { series[i % series.count] }
  /// Those that can stand beside `accent`.
  static let quiet = series.filter { $0 != accent }

  /// Empty for a solid line.
  static let dashes = ["", "7 4", "2 3", "10 3 2 3", "14 4", "5 2 1 2 1 2", "1 4"]
  static func dash(_ i: Int) -> String { dashes[i % dashes.count] }

  /// Shapes of points on lines.
  enum Marker: Int, CaseIterable, Sendable {
    case circle, square, triangle, diamond, cross, pointer
  }
  static func marker(_ i: Int) -> Marker { Marker.allCases[i % Marker.allCases.count] }

  /// White strokes over a filled segment of 8 × 8; empty for plain. Five of them and eight colours: 40 differ.
  static let hatches = [
    "", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M0 4H8", "M4 0V8", "M-2 6L2 10M0 0L8 8M6 -2L10 2",
  ]
  static func hatch(_ i: Int) -> String { hatches[i % hatches.count] }
}
