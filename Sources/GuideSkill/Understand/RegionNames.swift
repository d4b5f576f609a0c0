import CityAgent
import CityIndex
import CityText

/// Place names, to see that a question asks about somewhere else; compiled from `regions.csv`.
///
/// Columns `name,within,aliases,kind`; rows of kind `home` are where the guides apply.
struct RegionNames: Sendable {
  static let name = "regions"
  static let version = 1

  private let phrases: PhraseTable
  /// By number of the phrase.
  private let isHome: [Bool]

  init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let names = reader.texts(), let homes = reader.numbers(), homes.count == names.count
    else { return nil }
    var phrases = PhraseTable()
    var isHome: [Bool] = []
    for (name, home) in zip(names, homes) where !name.isEmpty {
      let number = phrases.insert(Array(name.utf8)[...])
      if number == isHome.count { isHome.append(home == 1) }
    }
    self.phrases = phrases
    self.isHome = isHome
  }

  /// The places a folded question names.
  func found(in folded: [UInt8]) -> [(isHome: Bool, range: Range<Int>)] {
    phrases.matches(in: folded).map { (isHome[$0.number], $0.range) }
  }

  /// Names and aliases, folded, with 1 for home; as bytes of a generation.
  static func compile(csv: [UInt8]) -> [UInt8] {
    var names: [String] = []
    var homes: [UInt32] = []
    for line in String(decoding: csv, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") && !line.hasPrefix("name,") {
      let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 4 else { continue }
      let all = [columns[0]] + columns[2].split(separator: "|").map(String.init)
      for name in all where !name.isEmpty {
        names.append(Folding.fold(SkillCard.trimmed(name)))
        homes.append(SkillCard.trimmed(columns[3]) == "home" ? 1 : 0)
      }
    }
    var writer = ColumnWriter()
    writer.write(names)
    writer.write(homes)
    return writer.bytes
  }
}
