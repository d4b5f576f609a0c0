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
    guard let names = reader.texts(), let columns = reader.numbers(), columns.count == names.count
    else { return nil }
    var phrases = PhraseTable()
    var kinds: [Kind] = []
    for (name, column) in zip(names, columns) where !name.isEmpty {
      guard let kind = Kind(rawValue: column) else { return nil }
      let number = phrases.insert(Array(name.utf8)[...])
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
  static func compile(csv: [UInt8]) -> [UInt8] {
    var names: [String] = []
    var kinds: [UInt32] = []
    for line in String(decoding: csv, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") && !line.hasPrefix("name,") {
      let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 4 else { continue }
      let kind: Kind =
        switch SkillCard.trimmed(columns[3]) {
        case "home": .home
        case "district": .district
        case "origin": .origin
        default: .elsewhere
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
}
