/// How many of the models' own standard deviations a band must reach to hold 80 or 95 % of what came.
///
/// Levels: for each step, the 80th and 95th percentile of |error| ÷ deviation over the M3 series (Makridakis and Hibon
/// 2000; yearly and other together, quarterly, monthly) whose SHA-1 of the name is even, smoothed over three steps. Tested on
/// the odd ones, the 95 % bands held 93.5, 95.8 and 94.3 %, the 80 % bands 80.0, 74.9 and 77.3 %. Normal theory says 1.28 and
/// 1.96: a model's own bands know neither that it may be the wrong model nor that its parameters are estimates.
///
/// Rates: one factor for all steps, from every second of eight Chinese national rates, 60 origins each to mid-2026;
/// on the other four the bands held 81.7 and 95.0 %.
enum BandFactors {
  struct Pair {
    var of80: [Double]
    var of95: [Double]
  }

  /// - Parameter period: takes the table of the frequency that is nearest.
  static func of(_ kind: SeriesKind, period: Int) -> Pair {
    switch (kind, period) {
    case (.rate, _): rates
    case (_, ...2): yearly
    case (_, ...7): quarterly
    default: monthly
    }
  }

  /// A step beyond a table takes its last factor: the models' deviations widen on their own.
  static func factor(_ factors: [Double], at step: Int) -> Double {
    factors[min(step, factors.count - 1)]
  }

  private static let rates = Pair(of80: [1.2], of95: [2.2])

  private static let yearly = Pair(
    of80: [1.4, 1.55, 1.79, 1.99, 2.05, 2.07, 2.04, 2.04],
    of95: [2.44, 2.69, 3.29, 3.78, 4.19, 4.35, 4.42, 4.42])

  private static let quarterly = Pair(
    of80: [1.51, 1.47, 1.46, 1.52, 1.59, 1.59, 1.65, 1.68],
    of95: [2.9, 2.77, 2.83, 2.92, 3.16, 3.22, 3.42, 3.52])

  private static let monthly = Pair(
    of80: [
      1.36, 1.31, 1.31, 1.35, 1.38, 1.39, 1.37, 1.36, 1.27, 1.26, 1.25, 1.29, 1.34, 1.42, 1.43,
      1.46, 1.43, 1.47,
    ],
    of95: [
      2.18, 2.2, 2.28, 2.31, 2.33, 2.34, 2.32, 2.21, 2.1, 1.99, 1.98, 2.03, 2.08, 2.28, 2.4, 2.57,
      2.65, 2.68,
    ])
}
