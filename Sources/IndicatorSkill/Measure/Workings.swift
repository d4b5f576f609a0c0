import CityAgent
import CityText

/// The cells that a figure is worked out from, collected while its formula is put together.
struct Workings: Sendable {
  let table: ObservationTable
  private(set) var cells: [Derivation.Cell] = []
  /// The release that each cell came from.
  private var vintages: [String] = []

  init(_ table: ObservationTable) { self.table = table }

  private mutating func cell(_ observation: Observation, of series: Series) -> Formula {
    let span = EvidenceSpan(table: observation.document, range: observation.range)
    if let known = cells.firstIndex(where: { $0.span == span }) { return .cell(known) }
    let catalog = table.catalog
    cells.append(
      Derivation.Cell(
        span: span, value: observation.value,
        keys: [
          catalog.indicators[series.indicator].name, catalog.regions[series.region].name,
          observation.period.description, series.basis.rawValue,
        ]))
    vintages.append(observation.vintage)
    return .cell(cells.count - 1)
  }

  mutating func level(_ observation: Observation, of series: Series) -> Term<LevelKind> {
    Term(cell(observation, of: series), unit: series.unit)
  }

  mutating func percent(_ observation: Observation, of series: Series) -> Term<PercentKind> {
    Term(cell(observation, of: series), unit: "%")
  }

  mutating func index(_ observation: Observation, of series: Series) -> Term<IndexKind> {
    Term(cell(observation, of: series), unit: "")
  }

  /// The term's value, rounded to `decimals`; nil where it has none (a base of zero or below).
  ///
  /// Mutating so that the compiler refuses a call whose argument adds cells: it would miss them.
  mutating func figure<Kind>(_ term: Term<Kind>, decimals: Int) -> Figure? {
    guard let exact = term.formula.evaluated(cells.map(\.value)) else { return nil }
    let value = DecimalText.rounded(exact, decimals: decimals)
    return Figure(
      form: Kind.form, exact: exact, vintages: vintages,
      derivation: Derivation(
        formula: term.formula, cells: cells, value: value, unit: term.unit, decimals: decimals))
  }
}

/// A value with its kind and its proof.
struct Figure: Sendable, Equatable {
  var form: FigureForm
  /// Before rounding.
  var exact: Double
  /// The release that each cell came from.
  var vintages: [String]
  var derivation: Derivation

  var value: Double { derivation.value }
  var unit: String { derivation.unit }
  var decimals: Int { derivation.decimals }
  /// Whether it is a published number as it stands, not computed.
  var isPublished: Bool { if case .cell = derivation.formula { true } else { false } }
}
