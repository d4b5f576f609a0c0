/// A series without its season, and how to put the season back.
struct Deseasonalised {
  let values: [Double]
  private let indices: [Double]
  private let isMultiplicative: Bool

  /// Takes out what the seasonality test finds: factors for positive values, else differences.
  init(_ series: [Double], period: Int) {
    let isPositive = series.allSatisfy { $0 > 0 }
    guard SeasonalIndices.isSeasonal(series, period: period) else {
      (values, indices, isMultiplicative) = (series, [], false)
      return
    }
    if isPositive, let found = SeasonalIndices.multiplicative(series, period: period) {
      values = series.indices.map { series[$0] / found[$0 % period] }
      (indices, isMultiplicative) = (found, true)
    } else if let found = SeasonalIndices.additive(series, period: period) {
      values = series.indices.map { series[$0] - found[$0 % period] }
      (indices, isMultiplicative) = (found, false)
    } else {
      (values, indices, isMultiplicative) = (series, [], false)
    }
  }

  /// A forecast with the season put back.
  func restored(_ forecast: [Double]) -> [Double] {
    guard !indices.isEmpty else { return forecast }
    return forecast.indices.map { h in
      let index = indices[(values.count + h) % indices.count]
      return isMultiplicative ? forecast[h] * index : forecast[h] + index
    }
  }

  /// Distances (standard deviations) with the season put back.
  func restored(distances: [Double]) -> [Double] {
    isMultiplicative ? restored(distances) : distances
  }
}
