import CityText
import Glibc

/// Each single way to forecast a level series, with the spread that the model itself expects.
enum LevelModels {
  struct Expectation {
    var mean: [Double]
    /// Standard deviation for each step; empty where the model tells none.
    var deviation: [Double] = []
  }

  static func seasonalNaive(_ values: [Double], _ period: Int, _ horizon: Int) -> [Double] {
    let cycle = values.suffix(values.count >= period ? period : 1)
    return (0..<horizon).map { cycle[cycle.startIndex + $0 % cycle.count] }
  }

  static func smoothed(
    _ values: [Double], _ period: Int, _ horizon: Int, _ form: AdditiveSmoothing.Form
  ) -> [Double] {
    let series = Deseasonalised(values, period: period)
    return series.restored(AdditiveSmoothing.best(series.values, form).forecast(horizon))
  }

  /// Simple smoothing with half the slope of the straight line through all values (Hyndman and Billah 2003).
  static func theta(_ values: [Double], _ period: Int, _ horizon: Int) -> [Double] {
    let series = Deseasonalised(values, period: period)
    let fit = AdditiveSmoothing.best(series.values, .level)
    let n = Double(values.count)
    let mean = series.values.reduce(0, +) / n
    var slope = 0.0
    for (i, value) in series.values.enumerated() {
      slope += (Double(i) - (n - 1) / 2) * (value - mean)
    }
    slope *= values.count > 1 ? 12 / (n * (n * n - 1)) : 0
    let alpha = fit.weights.alpha
    let start = (1 - pow(1 - alpha, n)) / alpha
    return series.restored((0..<horizon).map { fit.level + slope / 2 * (Double($0) + start) })
  }

  static func dynamicTheta(_ values: [Double], _ period: Int, _ horizon: Int) -> Expectation {
    let series = Deseasonalised(values, period: period)
    let model = ThetaModel(fitting: series.values)
    return Expectation(
      mean: series.restored(model.forecast(horizon)),
      deviation: series.restored(distances: model.variances(horizon).map { $0.squareRoot() }))
  }

  static func holtWinters(_ values: [Double], _ period: Int, _ horizon: Int) -> Expectation {
    let seasons = SeasonalIndices.additive(values, period: period)
    let form = seasons == nil ? AdditiveSmoothing.Form.trend : .season
    let fit = AdditiveSmoothing.best(values, form, seasons: seasons ?? [])
    return expectation(fit, form, horizon)
  }

  /// The form with the lowest criterion, on the values or, where all are positive, on their logarithms.
  static func chosen(_ values: [Double], _ period: Int, _ horizon: Int) -> Expectation {
    var best: (criterion: Double, fit: AdditiveSmoothing, form: AdditiveSmoothing.Form, log: Bool)?
    let isSeasonal = SeasonalIndices.isSeasonal(values, period: period)
    let hasLogarithm = values.allSatisfy { $0 > 0 }
    for log in hasLogarithm ? [false, true] : [false] {
      let scaled = log ? values.map(NaturalLogarithm.of) : values
      // The density of a logarithm in terms of the value itself: so the two scales compare.
      let jacobian = log ? 2 * scaled.reduce(0, +) : 0
      let seasons = isSeasonal ? SeasonalIndices.additive(scaled, period: period) ?? [] : []
      let forms: [AdditiveSmoothing.Form] =
        seasons.isEmpty ? [.level, .trend, .damped] : [.seasonOnly, .season, .dampedSeason]
      for form in forms {
        let fit = AdditiveSmoothing.best(scaled, form, seasons: seasons)
        let criterion = fit.criterion(form) + jacobian
        if best == nil || criterion < best!.criterion { best = (criterion, fit, form, log) }
      }
    }
    guard let best else { return Expectation(mean: seasonalNaive(values, period, horizon)) }
    var result = expectation(best.fit, best.form, horizon)
    if best.log {
      result.mean = result.mean.map(NaturalLogarithm.inverse)
      result.deviation = zip(result.mean, result.deviation).map { $0 * $1 }
    }
    return result
  }

  private static func expectation(
    _ fit: AdditiveSmoothing, _ form: AdditiveSmoothing.Form, _ horizon: Int
  ) -> Expectation {
    Expectation(
      mean: fit.forecast(horizon),
      deviation: fit.variances(horizon, parameters: form.parameters - 1)
        .map { $0.squareRoot() })
  }
}
