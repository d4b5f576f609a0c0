/// Numeric kernels over evenly spaced series: pure functions of arrays of `Double`, no dates, no Foundation.
///
/// - ``SeriesForecast``: levels and rates with calibrated 80 and 95 % bands, a rolling ``Backtest``, single methods to compare.
/// - ``STL``, ``SeasonalAdjustment``: trend, season, remainder; a calendar with a moving holiday taken out.
/// - ``TurningPoints``, ``Anomalies``: peaks and troughs, values that stand out.
/// - ``SeasonalIndices``, ``Spread``: the small things they are made from.
///
/// Index 0 is the oldest value. A cycle's length is given by the caller: 1, 4, 12, or 11 where two months are published as
/// one. Gaps, missing values and infinities are refused with a ``SeriesError``, never guessed. The same values give the same
/// bits on machines with the same libm; nothing is random and nothing depends on time or threads.
public enum CitySeries {}
