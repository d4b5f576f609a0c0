import CityAgent

/// What a number is; arithmetic exists only between kinds where it has meaning.
protocol FigureKind: Sendable {
  static var form: FigureForm { get }
}

/// The same as a value, for rendering.
enum FigureForm: Sendable, Equatable {
  /// An amount in its unit.
  case level
  /// Per cent: a growth rate, a share, a degree of completion.
  case percent
  /// Percentage points: a change of a rate or of a share, a pull.
  case points
  /// An index: 100, or 50 of a diffusion index, is its base.
  case index
  /// A place in an order, or a number of things.
  case whole
}

enum LevelKind: FigureKind { static var form: FigureForm { .level } }
enum PercentKind: FigureKind { static var form: FigureForm { .percent } }
enum PointKind: FigureKind { static var form: FigureForm { .points } }
enum IndexKind: FigureKind { static var form: FigureForm { .index } }
enum WholeKind: FigureKind { static var form: FigureForm { .whole } }

/// A formula whose result is of one kind, in one unit, over the cells of a ``Workings``.
struct Term<Kind: FigureKind>: Sendable {
  let formula: Formula
  let unit: String

  init(_ formula: Formula, unit: String) {
    self.formula = formula
    self.unit = unit
  }
}

extension Term where Kind == LevelKind {
  /// The difference of two amounts; nil where their units differ.
  static func - (a: Term, b: Term) -> Term? {
    a.unit == b.unit ? Term(.difference(a.formula, b.formula), unit: a.unit) : nil
  }

  /// The change on the other in per cent, at the prices of both; nil where the units differ.
  func change(on base: Term) -> Term<PercentKind>? {
    unit == base.unit ? Term<PercentKind>(.percentChange(formula, base.formula), unit: "%") : nil
  }

  /// The share of the other in per cent; nil where the units differ.
  func share(of whole: Term) -> Term<PercentKind>? {
    unit == whole.unit ? Term<PercentKind>(.percentage(formula, of: whole.formula), unit: "%") : nil
  }

  /// Compound growth a step over `steps` steps, in per cent: (X_n ÷ X_0)^(1/n) − 1.
  func compoundGrowth(since base: Term, steps: Int) -> Term<PercentKind>? {
    guard unit == base.unit, steps > 0 else { return nil }
    let ratio = Formula.quotient(formula, base.formula)
    let root = Formula.power(ratio, .quotient(.constant(1), .constant(Double(steps))))
    return Term<PercentKind>(
      .product([.difference(root, .constant(1)), .constant(100)]), unit: "%")
  }

  /// The amount a year ago that this growth started from: X ÷ (1 + g).
  func base(before growth: Term<PercentKind>) -> Term {
    Term(.quotient(formula, growth.factor), unit: unit)
  }
}

extension Term where Kind == PercentKind {
  /// A change of a rate or share: percentage points, never per cent.
  static func - (a: Term, b: Term) -> Term<PointKind> {
    Term<PointKind>(.difference(a.formula, b.formula), unit: "个百分点")
  }

  /// 1 + g ÷ 100.
  var factor: Formula { .sum([.constant(1), .quotient(formula, .constant(100))]) }

  /// The geometric mean of growth rates: (Π(1 + g))^(1/n) − 1.
  static func compoundMean(_ rates: [Term]) -> Term? {
    guard !rates.isEmpty else { return nil }
    let root = Formula.power(
      .product(rates.map(\.factor)), .quotient(.constant(1), .constant(Double(rates.count))))
    return Term(.product([.difference(root, .constant(1)), .constant(100)]), unit: "%")
  }

  /// 拉动: the weight a year ago × the real growth, in percentage points of the total's growth.
  func pull(weight part: Term<LevelKind>, of whole: Term<LevelKind>) -> Term<PointKind>? {
    guard part.unit == whole.unit else { return nil }
    return Term<PointKind>(
      .product([.quotient(part.formula, whole.formula), formula]), unit: "个百分点")
  }
}

extension Term where Kind == PointKind {
  /// 贡献率: a pull over the total's growth, in per cent.
  func contribution(to growth: Term<PercentKind>) -> Term<PercentKind> {
    Term<PercentKind>(.percentage(formula, of: growth.formula), unit: "%")
  }
}

extension Term where Kind == IndexKind {
  /// Growth on the base of 100.
  var growth: Term<PercentKind> { Term<PercentKind>(.indexGrowth(formula), unit: "%") }

  /// A change of a diffusion index, in points.
  static func - (a: Term, b: Term) -> Term<PointKind> {
    Term<PointKind>(.difference(a.formula, b.formula), unit: "个百分点")
  }
}
