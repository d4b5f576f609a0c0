public import CitySeries
import Glibc

/// What is done with the cells of a ``Derivation``: an expression over their numbers.
///
/// The one evaluator is here, and the ``Verifier`` uses it: a figure that this does not give is not said.
public indirect enum Formula: Sendable, Equatable {
  /// The cell of that number, from 0.
  case cell(Int)
  case constant(Double)
  case sum([Formula])
  case product([Formula])
  case difference(Formula, Formula)
  /// First over second; no value where the second is zero.
  case quotient(Formula, Formula)
  /// First to the power of the second; no value where that is no real number.
  case power(Formula, Formula)
  case minimum([Formula])
  case maximum([Formula])
  case magnitude(Formula)
  /// How many of the values lie below the bound.
  case countBelow([Formula], Double)
  case countAbove([Formula], Double)
  /// 1 and how many of the values are greater than the first: ties share a rank.
  case rank(Formula, among: [Formula])
  /// The series of the values, oldest first, carried on by ``SeriesForecast``.
  case forecast([Formula], Outlook)

  /// Which number of a forecast is meant.
  public struct Outlook: Sendable, Equatable {
    public enum Figure: String, Sendable { case mean, low80, high80, low95, high95, error }

    /// Values a cycle: 1, 4, 12.
    public var period: Int
    /// Steps ahead, from 1.
    public var step: Int
    public var kind: SeriesKind
    /// `error`: the mean absolute error of that step over the series' own last twelve ends.
    public var figure: Figure

    public init(period: Int, step: Int, kind: SeriesKind, figure: Figure) {
      self.period = period
      self.step = step
      self.kind = kind
      self.figure = figure
    }
  }

  /// The value over the cells; nil where it has none.
  public func evaluated(_ cells: [Double]) -> Double? {
    guard let value = raw(cells), value.isFinite else { return nil }
    return value
  }

  private func raw(_ x: [Double]) -> Double? {
    switch self {
    case .cell(let number): return x.indices.contains(number) ? x[number] : nil
    case .constant(let value): return value
    case .sum(let parts): return Self.all(parts, x)?.reduce(0, +)
    case .product(let parts): return Self.all(parts, x)?.reduce(1, *)
    case .difference(let a, let b):
      guard let a = a.raw(x), let b = b.raw(x) else { return nil }
      return a - b
    case .quotient(let a, let b):
      guard let a = a.raw(x), let b = b.raw(x), b != 0 else { return nil }
      return a / b
    case .power(let a, let b):
      guard let a = a.raw(x), let b = b.raw(x), a >= 0 else { return nil }
      return pow(a, b)
    case .minimum(let parts): return Self.all(parts, x)?.min()
    case .maximum(let parts): return Self.all(parts, x)?.max()
    case .magnitude(let a): return a.raw(x).map { abs($0) }
    case .countBelow(let parts, let bound):
      return Self.all(parts, x).map { Double($0.count { $0 < bound }) }
    case .countAbove(let parts, let bound):
      return Self.all(parts, x).map { Double($0.count { $0 > bound }) }
    case .rank(let one, let others):
      guard let one = one.raw(x), let others = Self.all(others, x) else { return nil }
      return Double(1 + others.count { $0 > one })
    case .forecast(let parts, let outlook):
      return Self.all(parts, x).flatMap { outlook.value(after: $0) }
    }
  }

  /// The values of all the parts; nil where there is none, or one has no value.
  private static func all(_ parts: [Formula], _ x: [Double]) -> [Double]? {
    var values: [Double] = []
    for part in parts {
      guard let value = part.raw(x) else { return nil }
      values.append(value)
    }
    return values.isEmpty ? nil : values
  }

  /// The numbers that the formula itself brings: what a sentence may say beside cells and value.
  var constants: [Double] {
    switch self {
    case .cell: []
    case .constant(let value): [value]
    case .sum(let parts), .product(let parts), .minimum(let parts), .maximum(let parts):
      parts.flatMap(\.constants)
    case .countBelow(let parts, let bound), .countAbove(let parts, let bound):
      parts.flatMap(\.constants) + [bound]
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      a.constants + b.constants
    case .magnitude(let a): a.constants
    case .rank(let one, let others): one.constants + others.flatMap(\.constants)
    // A band is named by its coverage.
    case .forecast(let parts, let outlook):
      parts.flatMap(\.constants) + [80, 95, Double(outlook.step)]
    }
  }
}

extension Formula.Outlook {
  /// The number after the series; nil where it cannot be forecast, or has no band.
  func value(after series: [Double]) -> Double? {
    guard step >= 1, step <= 60 else { return nil }
    if figure == .error {
      let test = try? SeriesForecast.backtest(series, period: period, horizon: step, kind: kind)
      return test.flatMap {
        $0.meanAbsoluteError.count >= step ? $0.meanAbsoluteError[step - 1] : nil
      }
    }
    guard
      let result = try? SeriesForecast.forecast(series, period: period, horizon: step, kind: kind)
    else { return nil }
    switch figure {
    case .mean: return result.mean[step - 1]
    case .low80: return result.band80?.low[step - 1]
    case .high80: return result.band80?.high[step - 1]
    case .low95: return result.band95?.low[step - 1]
    case .high95: return result.band95?.high[step - 1]
    case .error: return nil
    }
  }
}

extension Formula {
  /// All cells, in order.
  public static func cells(_ count: Int) -> [Formula] { (0..<count).map { .cell($0) } }

  /// (a − b) ÷ |b| × 100: a change in per cent.
  public static func percentChange(_ a: Formula, _ b: Formula) -> Formula {
    .product([.quotient(.difference(a, b), .magnitude(b)), .constant(100)])
  }

  /// a ÷ b × 100.
  public static func percentage(_ a: Formula, of b: Formula) -> Formula {
    .product([.quotient(a, b), .constant(100)])
  }

  /// An index less 100: growth in per cent, the base period being 100.
  public static func indexGrowth(_ index: Formula) -> Formula {
    .difference(index, .constant(100))
  }
}
