/// Numbers of a chart in digits, rounded as the sentences of an answer are.
enum NumberText {
  /// The number at exactly `decimals` places (0…9), half away from zero; `-` before negative ones, never `-0.0`.
  ///
  /// Where an integer could no longer hold the digits the number stands in its shortest form: `2.5e+20`.
  static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "—" }
    let places = max(0, min(decimals, 9))
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Figure.rounded(value, decimals: places)
    let scaled = (abs(rounded) * scale).rounded()
    guard scaled < 1e18 else { return "\(value)" }
    let sign = rounded < 0 ? "-" : ""
    let whole = UInt64(scaled)
    let unit = UInt64(scale)
    guard places > 0 else { return "\(sign)\(whole)" }
    let rest = "\(whole % unit)"
    let zeros = String(repeating: "0", count: places - rest.utf8.count)
    return "\(sign)\(whole / unit).\(zeros)\(rest)"
  }
}
