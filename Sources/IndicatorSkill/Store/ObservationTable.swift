import CityAgent

/// Every published number of a generation by indicator, region and basis, with its place in the text.
///
/// Flat columns, sorted: a look-up is two binary searches. Contradictions were reported when the table was
/// compiled; a later release of the same number stands before an earlier one.
public struct ObservationTable: Sendable {
  static let name = "observations"
  static let version = 1

  public let catalog: IndicatorCatalog
  /// indicator · region · basis, ascending; one a series.
  let keys: [UInt64]
  /// Where each series begins in the columns below; one more than there are series.
  let starts: [UInt32]
  /// Number into ``texts``, a series.
  let units: [UInt32]
  /// year · last month · 12 − first month: ascending by end, the longer first.
  let periods: [UInt32]
  let values: [UInt64]
  let documents: [UInt32]
  let offsets: [UInt32]
  let lengths: [UInt32]
  /// Number into ``texts``, an observation.
  let vintages: [UInt32]
  let texts: [String]

  /// How many numbers there are, releases counted apart.
  public var count: Int { periods.count }

  static func key(_ indicator: Int, _ region: Int, _ basis: Basis) -> UInt64 {
    UInt64(indicator) << 40 | UInt64(region) << 8 | UInt64(basis.number)
  }

  static func packed(_ period: Period) -> UInt32 {
    UInt32(period.year * 10_000 + period.lastMonth * 100 + 12 - period.firstMonth)
  }

  static func unpacked(_ packed: UInt32) -> Period? {
    let year = Int(packed) / 10_000
    let last = Int(packed) / 100 % 100
    let first = 12 - Int(packed) % 100
    guard first >= 1, first <= last else { return nil }
    return Period(year: year, months: first...last)
  }

  private func place(_ key: UInt64) -> Int? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }

  /// The numbers of a series, the latest release of each; nil where nothing is published.
  /// - Complexity: O(log series + observations of it).
  public func series(_ indicator: Int, _ region: Int, _ basis: Basis) -> Series? {
    guard indicator >= 0, region >= 0, let place = place(Self.key(indicator, region, basis)) else {
      return nil
    }
    var observations: [Observation] = []
    observations.reserveCapacity(Int(starts[place + 1] - starts[place]))
    for number in Int(starts[place])..<Int(starts[place + 1]) {
      // Releases of one period stand together, the latest first.
      if number > Int(starts[place]), periods[number] == periods[number - 1] { continue }
      if let observation = observation(number) { observations.append(observation) }
    }
    return Series(
      indicator: indicator, region: region, basis: basis, unit: texts[Int(units[place])],
      observations: observations)
  }

  /// All releases of one number, the latest first.
  public func vintages(
    of indicator: Int, _ region: Int, _ basis: Basis, _ period: Period
  ) -> [Observation] {
    guard let place = place(Self.key(indicator, region, basis)) else { return [] }
    let packed = Self.packed(period)
    return (Int(starts[place])..<Int(starts[place + 1])).filter { periods[$0] == packed }
      .compactMap(observation)
  }

  private func observation(_ number: Int) -> Observation? {
    guard let period = Self.unpacked(periods[number]) else { return nil }
    let start = Int(offsets[number])
    return Observation(
      period: period, value: Double(bitPattern: values[number]),
      vintage: texts[Int(vintages[number])], document: Int(documents[number]),
      range: start..<(start + Int(lengths[number])))
  }

  /// The bases published for an indicator of a region.
  public func bases(_ indicator: Int, _ region: Int) -> [Basis] {
    Basis.allCases.filter { place(Self.key(indicator, region, $0)) != nil }
  }

  /// The regions that publish an indicator on that basis, in catalog order.
  public func regions(publishing indicator: Int, _ basis: Basis) -> [Int] {
    catalog.regions.indices.filter { place(Self.key(indicator, $0, basis)) != nil }
  }
}

extension Basis {
  /// Its number in compiled tables: the order of the cases.
  var number: Int { Self.allCases.firstIndex(of: self)! }
}
