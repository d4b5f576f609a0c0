import CityAgent
import CityIndex
import CityText

/// Place names, to see that a question asks about somewhere else; compiled from `regions.csv`.
///
/// Columns `name,within,aliases,kind`. Lines that begin with `#` are comments.
struct RegionNames: Sendable {
  static let name = "regions"
  static let version = 2

  /// What a place is to the guides.
  enum Kind: UInt32, Sendable {
    /// Where the guides apply.
    case home
    /// A part of home: elsewhere only for a guide of one district.
    case district
    /// Where askers come from; elsewhere only where the matter itself is said to be there.
    case origin
    case elsewhere
  }

  private let phrases: PhraseTable
  /// By number of the phrase.
  private let kinds: [Kind]

  init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let names = reader.slices(), let columns = reader.numbers(), columns.count == names.count
    else { return nil }
    var phrases = PhraseTable()
    var kinds: [Kind] = []
    for (name, column) in zip(names, columns) where !name.isEmpty {
      guard let kind = Kind(rawValue: column) else { return nil }
      let number = phrases.insert(name)
      if number == kinds.count { kinds.append(kind) }
    }
    self.phrases = phrases
    self.kinds = kinds
  }

  /// The places a folded question names.
  func found(in folded: [UInt8]) -> [(kind: Kind, range: Range<Int>)] {
    phrases.matches(in: folded).map { (kinds[$0.number], $0.range) }
  }

  /// Names and aliases, folded, with their kinds; as bytes of a generation.
  /// - Throws: ``IndexError`` with the line of `path` that has no name or no known kind.
  static func compile(csv: [UInt8], path: String) throws(IndexError) -> [UInt8] {
    var names: [String] = []
    var kinds: [UInt32] = []
    var isOurs = false
    let lines = csv.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (i, bytes) in lines.enumerated() {
      let line = SkillCard.trimmed(String(decoding: bytes, as: UTF8.self))
      if line.hasPrefix("name,within,") { isOurs = true }
      guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("name,") else { continue }
      // A folder of the user's own may hold a file of this name with other columns.
      guard isOurs else { break }
      let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let kind = columns.count == 4 ? kind(SkillCard.trimmed(columns[3])) : nil
      guard let kind, !SkillCard.trimmed(columns[0]).isEmpty else {
        throw IndexError(
          .badDocument,
          "the line must be name,within,aliases,kind, with a kind of home, district, origin, province, city or other",
          path: path, line: i + 1)
      }
      for name in [columns[0]] + columns[2].split(separator: "|").map(String.init) {
        names.append(Folding.fold(SkillCard.trimmed(name)))
        kinds.append(kind.rawValue)
      }
    }
    var writer = ColumnWriter()
    writer.write(names)
    writer.write(kinds)
    return writer.bytes
  }

  /// The kind that a line writes; nil where there is none of that name.
  private static func kind(_ text: String) -> Kind? {
    switch text {
    case "home": .home
    case "district": .district
    case "origin": .origin
    case "province", "city", "other": .elsewhere
    default: nil
    }
  }
}
