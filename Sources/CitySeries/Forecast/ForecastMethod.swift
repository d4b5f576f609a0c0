/// A way to forecast, by the name that tables of results use.
public enum ForecastMethod: String, Sendable, CaseIterable {
  /// What ``SeriesForecast`` recommends: the median of ``dynamicTheta``, ``holtWinters``, ``chosenSmoothing`` and ``seasonalNaive``.
  case combination
  /// The value of the same place in the last cycle; the last value where there is no cycle.
  case seasonalNaive = "seasonal-naive"
  /// Simple exponential smoothing of the deseasonalised values.
  case smoothing
  /// Holt's trend on the deseasonalised values.
  case trend
  /// A damped trend on the deseasonalised values.
  case damped
  /// Assimakopoulos and Nikolopoulos (2000) on the deseasonalised values.
  case theta
  /// The dynamic optimised theta model on the deseasonalised values.
  case dynamicTheta = "dynamic-theta"
  /// Additive Holt–Winters.
  case holtWinters = "holt-winters"
  /// Exponential smoothing, form and scale (own or logarithm) chosen by Akaike's criterion.
  case chosenSmoothing = "chosen-smoothing"
}
