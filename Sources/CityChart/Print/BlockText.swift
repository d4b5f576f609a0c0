/// Bars and lines out of block elements, one terminal column each.
enum BlockText {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// Stands where nothing is published.
  static let gap = "·"

  /// A bar from the left at an eighth of a column; what is above zero shows at least ▏.
  /// - Parameter share: 0…1 of `columns`; what is beyond is cut.
  static func bar(_ share: Double, columns: Int) -> String {
    let length = Int((max(0, min(1, share)) * Double(columns * 8)).rounded())
    let shown = share > 0 ? max(1, length) : 0
    guard columns > 0 else { return "" }
    return String(repeating: "█", count: shown / 8) + eighths[shown % 8]
  }

  /// A bar that ends at the right edge of its columns: there are only half blocks to begin it with.
  static func barLeftwards(_ share: Double, columns: Int) -> String {
    let length = Int((max(0, min(1, share)) * Double(columns * 2)).rounded())
    let shown = share > 0 ? max(1, length) : 0
    guard columns > 0 else { return "" }
    let bar = (shown % 2 == 1 ? "▐" : "") + String(repeating: "█", count: shown / 2)
    return String(repeating: " ", count: columns - shown / 2 - shown % 2) + bar
  }

  /// A line of eight heights from the least to the greatest of `range`; a range of one value stands in the middle.
  static func sparkline(_ values: [Double?], range: ClosedRange<Double>) -> String {
    // Halves, so that no difference overflows.
    let span = range.upperBound / 2 - range.lowerBound / 2
    return values.map { value -> String in
      guard let value else { return gap }
      guard span > 0 else { return levels[3] }
      let share = (value / 2 - range.lowerBound / 2) / span
      return levels[max(0, min(7, Int((share * 7).rounded())))]
    }.joined()
  }

  /// The text in exactly so many columns: cut with `…` or followed by spaces.
  static func fitted(_ text: String, to columns: Int) -> String {
    let short = shortened(text, to: columns)
    return short + String(repeating: " ", count: max(0, columns - CleanText.columns(of: short)))
  }

  /// The text with spaces before it up to so many columns.
  static func right(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - CleanText.columns(of: text))) + text
  }

  static func shortened(_ text: String, to columns: Int) -> String {
    CleanText.shortened(CleanText.text(text), to: Double(max(1, columns)), mark: 1) {
      Double(CleanText.columns(of: $0))
    }
  }
}
