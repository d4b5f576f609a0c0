/// Numeric kernels over time series: decomposition, seasonal adjustment, turning points, anomalies,
/// forecasts with calibrated bands. Pure functions of arrays of `Double`; no Foundation, no dates.
public enum CitySeries {}
