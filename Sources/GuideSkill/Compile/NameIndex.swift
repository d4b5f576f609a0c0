import CityAgent
import CityIndex
import CityText

/// Names and who bears them, found by the terms they share with a question.
///
/// A name is an alias of a guide, or a wording of a frequent question; its bearer a number. Flat columns
/// with an inverted list from terms to names; a term that few bearers share tells more.
struct NameIndex: Sendable, Equatable {
  /// For each name its bearer, and where its terms begin in ``terms``.
  private(set) var bearers: [UInt32] = []
  private var starts: [UInt32] = [0]
  private var terms: [UInt32] = []
  /// Distinct terms of all names, sorted, and how much each tells: ln(1 + N/n) over bearers.
  private var keys: [UInt64] = []
  private var weights: [Float] = []
  /// For each term the names that hold it.
  private var holderStarts: [UInt32] = [0]
  private var holders: [UInt32] = []

  /// What a question shares with one name.
  struct Shared: Sendable {
    var name: Int
    /// Weight of the shared terms, and of all terms of the name.
    var weight: Float
    var total: Float
  }

  /// - Parameter names: each name's distinct terms and its bearer.
  init(_ names: [(terms: [UInt64], bearer: Int)], bearerCount: Int) {
    keys = Array(Set(names.map(\.terms).joined())).sorted()
    var lists = [[UInt32]](repeating: [], count: keys.count)
    var tellers = [Set<Int>](repeating: [], count: keys.count)
    for (i, name) in names.enumerated() {
      for key in name.terms {
        let term = term(key)!
        lists[term].append(UInt32(i))
        tellers[term].insert(name.bearer)
        terms.append(UInt32(term))
      }
      bearers.append(UInt32(name.bearer))
      starts.append(UInt32(terms.count))
    }
    for list in lists {
      holders += list
      holderStarts.append(UInt32(holders.count))
    }
    weights = tellers.map {
      NaturalLogarithm.of(1 + Float(bearerCount) / Float(max(1, $0.count)))
    }
  }

  /// The number of a term; nil where no name holds it.
  /// - Complexity: O(log n).
  func term(_ key: UInt64) -> Int? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }

  func terms(of name: Int) -> ArraySlice<UInt32> {
    terms[Int(starts[name])..<Int(starts[name + 1])]
  }

  func names(holding term: Int) -> ArraySlice<UInt32> {
    holders[Int(holderStarts[term])..<Int(holderStarts[term + 1])]
  }

  func key(of term: Int) -> UInt64 { keys[term] }

  func weight(of term: Int) -> Float { weights[term] }

  /// What a term tells that no name holds: as much as one that a single bearer holds.
  func weightOfUnknown(bearerCount: Int) -> Float {
    NaturalLogarithm.of(1 + Float(max(1, bearerCount)))
  }

  /// The names that share a term with the question, by name number.
  /// - Parameter present: the question's terms, by number.
  func shared(with present: [Int]) -> [Shared] {
    var found: [UInt32: Float] = [:]
    for term in present.sorted() {
      for name in names(holding: term) { found[name, default: 0] += weights[term] }
    }
    return found.keys.sorted().map { name in
      Shared(
        name: Int(name), weight: found[name]!,
        total: terms(of: Int(name)).reduce(0) { $0 + weights[Int($1)] })
    }
  }
}

extension NameIndex {
  func write(to writer: inout ColumnWriter) {
    writer.write(bearers)
    writer.write(starts)
    writer.write(terms)
    writer.write(keys)
    writer.write(weights.map(\.bitPattern))
    writer.write(holderStarts)
    writer.write(holders)
  }

  /// Reads what `write` wrote; nil where it is cut short or inconsistent.
  init?(_ reader: inout ColumnReader, bearerCount: Int) {
    guard let bearers = reader.numbers(), let starts = reader.numbers(),
      let terms = reader.numbers(), let keys = reader.keys(), let weights = reader.numbers(),
      let holderStarts = reader.numbers(), let holders = reader.numbers(),
      Self.areBounds(starts, of: terms.count, count: bearers.count),
      Self.areBounds(holderStarts, of: holders.count, count: keys.count),
      weights.count == keys.count, bearers.allSatisfy({ $0 < bearerCount }),
      terms.allSatisfy({ $0 < keys.count }), holders.allSatisfy({ $0 < bearers.count })
    else { return nil }
    self.bearers = bearers
    self.starts = starts
    self.terms = terms
    self.keys = keys
    self.weights = weights.map { Float(bitPattern: $0) }
    self.holderStarts = holderStarts
    self.holders = holders
  }

  /// Whether `bounds` are `count` + 1 rising offsets from 0 to `total`.
  private static func areBounds(_ bounds: [UInt32], of total: Int, count: Int) -> Bool {
    bounds.count == count + 1 && bounds.first == 0 && Int(bounds.last!) == total
      && zip(bounds, bounds.dropFirst()).allSatisfy(<=)
  }
}
