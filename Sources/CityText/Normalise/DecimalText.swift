/// Numbers in digits at a fixed number of decimals, rounded half away from zero as statistical bureaus round.
public enum DecimalText {
  /// The number at exactly `decimals` places (0…9); `-` before negative ones, never `-0.0`.
  ///
  /// Where an integer could no longer hold the digits the number stands in its shortest form: `2.5e+20`.
  public static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "—" }
    let places = max(0, min(decimals, 9))
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = rounded(value, decimals: places)
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

  /// The number at `decimals` places (0…9), half away from zero; zero is never negative.
  public static func rounded(_ value: Double, decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<max(0, min(decimals, 9)) { scale *= 10 }
    // A product such as 1.005 × 100 lies just below its half; the digits beyond 10⁻⁹ are noise.
    let scaled = value * scale
    let nudged = scaled + (scaled < 0 ? -1e-9 : 1e-9)
    let result = nudged.rounded(.toNearestOrAwayFromZero) / scale
    return result == 0 ? 0 : result
  }
}
