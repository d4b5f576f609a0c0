/// The weights of a linear ranking over ``RankFeature``s: a dozen numbers, no text.
///
/// They are read from and written to a small text file: the version, what they were trained on, then a line a
/// feature: its name, its weight, and for ``RankFeature/varying`` ones what a long question adds to it.
public struct RankWeights: Sendable, Equatable {
  /// Raised whenever a feature comes, goes or changes its meaning.
  public static let version: Int = 2
  private static let magic = "city-agent rank weights, version "

  /// How many numbers there are.
  public static let count: Int = RankFeature.allCases.count + RankFeature.varying.count

  /// By ``RankFeature``'s raw value; then, in the order of ``RankFeature/varying``, what the longest questions add.
  public var values: [Float]
  /// What they were fitted to, and how; one line.
  public var origin: String

  public init(values: [Float], origin: String) {
    precondition(values.count == Self.count)
    self.values = values
    self.origin = origin
  }

  public subscript(_ feature: RankFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  /// The weights for a question of some longness, by ``RankFeature``'s raw value.
  func effective(longness: Float) -> [Float] {
    var weights = Array(values.prefix(RankFeature.allCases.count))
    for (i, feature) in RankFeature.varying.enumerated() {
      weights[feature.rawValue] += longness * values[weights.count + i]
    }
    return weights
  }

  /// The file's text.
  public var text: String {
    var lines = [Self.magic + "\(Self.version)", "# \(origin)"]
    lines += RankFeature.allCases.map { feature in
      let long = RankFeature.varying.firstIndex(of: feature).map {
        " \(values[RankFeature.allCases.count + $0])"
      }
      return "\(feature.name) \(self[feature])" + (long ?? "")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; a feature that is not named weighs nothing.
  /// - Throws: ``IndexError`` `.otherVersion` naming the version, or `.badDocument` with the line.
  public init(_ text: String, path: String) throws(IndexError) {
    values = [Float](repeating: 0, count: Self.count)
    origin = ""
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if number == 1 {
        try Self.check(line, path: path)
      } else if line.hasPrefix("#") {
        if origin.isEmpty { origin = String(line.dropFirst().drop { $0 == " " }) }
      } else if !line.allSatisfy({ $0 == " " || $0 == "\t" }) {
        guard read(line) else {
          throw IndexError(
            .badDocument,
            "“\(line.prefix(60))” is no weight: write the name of a feature and a number, and where it varies with the question's length a second one",
            path: path, line: number)
        }
      }
    }
    if number == 0 { try Self.check("", path: path) }
  }

  private mutating func read(_ line: Substring) -> Bool {
    let words = line.split { $0 == " " || $0 == "\t" }
    let numbers = words.dropFirst().compactMap { Float($0) }.filter(\.isFinite)
    guard (2...3).contains(words.count), numbers.count == words.count - 1,
      let feature = RankFeature.allCases.first(where: { $0.name == words[0] })
    else { return false }
    self[feature] = numbers[0]
    guard numbers.count == 2 else { return true }
    guard let place = RankFeature.varying.firstIndex(of: feature) else { return false }
    values[RankFeature.allCases.count + place] = numbers[1]
    return true
  }

  private static func check(_ line: Substring, path: String) throws(IndexError) {
    guard line.hasPrefix(magic) else {
      throw IndexError(
        .badDocument, "this is no file of rank weights: it does not begin with “\(magic)”",
        path: path, line: 1)
    }
    let version = line.dropFirst(magic.count)
    guard version == "\(Self.version)" else {
      throw IndexError(
        .otherVersion,
        "these are rank weights of version \(version.prefix(20)), this program reads version \(Self.version): fit them again with city-agent tune",
        path: path, line: 1)
    }
  }
}
