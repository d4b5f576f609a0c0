import CityText

/// A series with its calendar taken out.
public struct SeasonalAdjustment: Equatable, Sendable {
  /// In the unit of the series.
  public var adjusted: [Double]
  /// The smooth course of ``adjusted``.
  public var trend: [Double]
  /// The season and the holiday in each value: a factor where ``isMultiplicative``, else an amount.
  public var effect: [Double]
  /// Change that one unit of the holiday regressor makes, relative (logarithmic) or in the series' unit; nil without one.
  public var holidayCoefficient: Double?
  public var isMultiplicative: Bool

  /// Adjusts a series: by factors where all values are positive, else by amounts.
  ///
  /// A holiday that moves between periods, as the Spring Festival does between January and February, is no season. Its share
  /// of days in each period can be given: what is irregular in the values is regressed on what is irregular in the shares,
  /// and taken out before the season is.
  ///
  /// - Parameters:
  ///   - period: 12; or 11 where the source publishes January and February as one value.
  ///   - holidayRegressor: one number for each value.
  /// - Throws: as ``STL``; also for fewer than two cycles, a period of 1, a regressor of another length.
  /// - Complexity: as ``STL``, at most four times.
  public static func adjust(
    _ values: [Double], period: Int, holidayRegressor: [Double]? = nil, seasonalSpan: Int = 7,
    isRobust: Bool = true
  ) throws(SeriesError) -> SeasonalAdjustment {
    try SeriesError.check(values)
    guard period >= 2 else {
      throw SeriesError(.badPeriod, "a period of \(period) has no season to take out")
    }
    guard values.count / 2 >= period else {
      throw SeriesError(
        .tooShort,
        "\(values.count) values are less than two cycles of \(period): there is no season to see yet"
      )
    }
    let isMultiplicative = values.allSatisfy { $0 > 0 }
    let scaled = isMultiplicative ? values.map(NaturalLogarithm.of) : values
    var holiday = [Double](repeating: 0, count: values.count)
    var coefficient: Double?
    if let regressor = holidayRegressor {
      let slope = try slope(of: scaled, on: regressor, period: period, seasonalSpan: seasonalSpan)
      let mean = regressor.reduce(0, +) / Double(regressor.count)
      holiday = regressor.map { slope * ($0 - mean) }
      coefficient = slope
    }
    let parts = try STL.decompose(
      zip(scaled, holiday).map { $0 - $1 }, period: period, seasonalSpan: seasonalSpan,
      isRobust: isRobust)
    let effect = zip(parts.seasonal, holiday).map { $0 + $1 }
    func unscaled(_ x: [Double]) -> [Double] {
      (isMultiplicative ? x.map(NaturalLogarithm.inverse) : x).map(SeriesScale.bounded)
    }
    return SeasonalAdjustment(
      adjusted: unscaled(zip(scaled, effect).map { $0 - $1 }), trend: unscaled(parts.trend),
      effect: unscaled(effect), holidayCoefficient: coefficient,
      isMultiplicative: isMultiplicative)
  }

  /// Least squares of remainder on remainder: STL without robustness is linear, so season and trend drop out of both sides.
  private static func slope(
    of values: [Double], on regressor: [Double], period: Int, seasonalSpan: Int
  ) throws(SeriesError) -> Double {
    guard regressor.count == values.count else {
      throw SeriesError(
        .badArgument,
        "the holiday regressor has \(regressor.count) numbers for \(values.count) values")
    }
    let x = try STL.decompose(regressor, period: period, seasonalSpan: seasonalSpan).remainder
    let y = try STL.decompose(values, period: period, seasonalSpan: seasonalSpan).remainder
    let size = regressor.reduce(0) { max($0, abs($1)) }
    let power = x.reduce(0) { $0 + $1 * $1 }
    // A regressor that is all season leaves nothing but rounding.
    guard power > 1e-18 * size * size * Double(x.count) else { return 0 }
    return zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / power
  }
}
