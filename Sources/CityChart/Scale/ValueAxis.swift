/// Ticks laid along an edge of the plot.
struct ValueAxis: Sendable {
  let ticks: AxisTicks
  /// Where the lowest and the highest tick lie, in units of the view box.
  let lowEnd: Double
  let highEnd: Double

  /// The place of a value; halves are taken so that no difference overflows.
  func place(_ value: Double) -> Double {
    let low = ticks.low / 2
    let share = (value / 2 - low) / (ticks.high / 2 - low)
    return lowEnd + max(-0.1, min(1.1, share)) * (highEnd - lowEnd)
  }

  /// Where bars begin: zero, or the end of the axis that is nearest to it.
  var base: Double { place(max(ticks.low, min(ticks.high, 0))) }

  /// How wide the widest tick text is at a font size.
  static func labelWidth(_ ticks: AxisTicks, size: Double) -> Double {
    ticks.indices.map { TextExtent.width(ticks.text($0), size: size) }.max() ?? 0
  }

  /// Lines at the ticks with their numbers on the left, zero drawn stronger.
  func draw(_ svg: inout SVGWriter, from left: Double, to right: Double) {
    svg.open("g", [("class", "ticks")])
    for index in ticks.indices {
      let y = place(ticks.value(index))
      if index != 0 { svg.line((left, y), (right, y), ink: ChartInk.grid, width: 1) }
      svg.text(
        ticks.text(index), x: left - 6, y: y + 4, size: 12, anchor: .end, ink: ChartInk.soft)
    }
    svg.close("g")
    if ticks.indices.contains(0) {
      svg.line((left, place(0)), (right, place(0)), ink: ChartInk.text, width: 1.4)
    }
  }
}
