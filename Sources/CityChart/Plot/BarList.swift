/// Horizontal bars below each other, each with its name and its number: for rankings and for parts of one period.
struct BarList: Sendable {
  struct Bar: Sendable {
    var name: String
    /// Nil where nothing is published: the words for it stand in place of the bar.
    var value: Double?
    var text: String
    var isStrong = false
    /// A total is drawn as a point, not as one more part.
    var isTotal = false
  }

  /// As many rows as can be read below each other; twice as many stand in two columns.
  private static let perColumn = 20
  private static let size = 12.0

  let bars: [Bar]

  /// Draws all bars, or the first forty and, in place of the last, a strong one from beyond.
  func draw(_ canvas: inout ChartCanvas) {
    guard !bars.isEmpty else { return canvas.sayNoData() }
    var shown = Array(bars.prefix(2 * Self.perColumn))
    if bars.count > shown.count {
      if let strong = bars.dropFirst(shown.count).first(where: \.isStrong) {
        shown[shown.count - 1] = strong
      }
      canvas.svg.text(
        canvas.words.rest, x: ChartCanvas.width - ChartCanvas.margin, y: 52, size: 12,
        anchor: .end, ink: ChartInk.soft)
    }
    let isDouble = shown.count > Self.perColumn
    let first = isDouble ? (shown.count + 1) / 2 : shown.count
    let height = min(34, (canvas.bottom - canvas.top - 4) / Double(first))
    let left = ChartCanvas.margin
    let right = ChartCanvas.width - ChartCanvas.margin
    let middle = (left + right) / 2
    let range = Range(bars: shown)
    draw(
      shown[..<first], &canvas, from: left, to: isDouble ? middle - 10 : right, height: height,
      range: range)
    draw(
      shown[first...], &canvas, from: middle + 10, to: right, height: height, range: range)
  }

  /// What the bars of all columns span, so that one length means one amount.
  private struct Range {
    let low: Double
    let high: Double
    /// Room for the numbers beyond the ends of the bars.
    let before: Double
    let after: Double

    init(bars: [Bar]) {
      let values = bars.compactMap(\.value).map { max(-1e300, min(1e300, $0)) }
      low = min(0, values.min() ?? 0)
      high = max(0, values.max() ?? 0)
      func room(_ isIncluded: (Double) -> Bool) -> Double {
        bars.filter { $0.value.map(isIncluded) ?? false }.map {
          TextExtent.width($0.text, size: BarList.size) + 16
        }.max() ?? 0
      }
      before = room { $0 < 0 }
      after = room { $0 >= 0 }
    }
  }

  private func draw(
    _ bars: ArraySlice<Bar>, _ canvas: inout ChartCanvas, from left: Double, to right: Double,
    height: Double, range: Range
  ) {
    guard !bars.isEmpty else { return }
    let widest = bars.map { TextExtent.width(CleanText.text($0.name), size: Self.size) }.max() ?? 0
    let nameRoom = min(widest + 2, (right - left) * 0.42)
    let start = left + nameRoom + 10
    let low = start + range.before
    let high = max(low + 20, right - range.after)
    func place(_ value: Double) -> Double {
      let span = range.high / 2 - range.low / 2
      guard span > 0 else { return low }
      let share = (max(-1e300, min(1e300, value)) / 2 - range.low / 2) / span
      return low + share * (high - low)
    }
    let zero = place(0)
    for (i, bar) in bars.enumerated() {
      let y = canvas.top + 4 + (Double(i) + 0.5) * height
      let half = min(11, height * 0.36)
      canvas.svg.text(
        bar.name, x: start - 10, y: y + 4, size: Self.size, anchor: .end,
        isBold: bar.isStrong || bar.isTotal, room: nameRoom)
      guard let value = bar.value else {
        let isAtEdge = zero + 64 > right
        canvas.svg.text(
          canvas.words.noData, x: isAtEdge ? zero - 6 : zero + 6, y: y + 4, size: Self.size,
          anchor: isAtEdge ? .end : .start, ink: ChartInk.soft)
        continue
      }
      let end = place(value)
      if bar.isTotal {
        canvas.svg.line(
          (zero, y), (end, y), ink: ChartInk.text, width: 1.5, dash: "3 3")
        canvas.marker(.diamond, at: (end, y), ink: ChartInk.text, size: 5)
      } else {
        canvas.svg.bar(
          (zero, y - half), (end, y + half), fill: bar.isStrong ? ChartInk.accent : ChartInk.main,
          stroke: bar.isStrong ? ChartInk.text : "", width: 1.5)
      }
      let isLeft = value < 0
      let gap = bar.isTotal ? 11.0 : 7.0
      canvas.svg.text(
        bar.text, x: isLeft ? end - gap : end + gap, y: y + 4, size: Self.size,
        anchor: isLeft ? .end : .start, isBold: bar.isStrong || bar.isTotal)
    }
    canvas.svg.line(
      (zero, canvas.top + 2), (zero, canvas.top + 6 + Double(bars.count) * height),
      ink: ChartInk.text, width: 1.2)
  }
}
