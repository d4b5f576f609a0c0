/// What the numbers of a series are: it decides how they go on.
public enum SeriesKind: String, Sendable, CaseIterable {
  /// Amounts, counts, indices with a trend or a calendar: GDP, loans, retail sales.
  case level
  /// Growth rates, ratios, diffusion indices: the last value is hard to beat.
  case rate
}
