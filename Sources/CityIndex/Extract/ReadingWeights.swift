/// The weights of a linear model over ``SpanFeature``s, and how long answers of a kind usually are.
///
/// They are read from and written to a small text file: the version, what they were fitted to, a line a feature with
/// its name and weight, a line a length with its name and two numbers.
public struct ReadingWeights: Sendable, Equatable {
  /// Raised whenever a feature comes, goes or changes its meaning.
  public static let version: Int = 1
  private static let magic = "city-agent reading weights, version "

  /// How many numbers there are.
  public static let count: Int = SpanFeatures.width + 2 * AnswerKind.Length.allCases.count
  static let none = ReadingWeights(flat: [Float](repeating: 0, count: count))

  /// By ``SpanFeature``'s raw value.
  public var values: [Float]
  /// By ``AnswerKind/Length``: factors of the logarithm of the span's length, and of its square.
  public var lengths: [(linear: Float, square: Float)]
  /// What they were fitted to, and how; one line.
  public var origin: String

  public init(values: [Float], lengths: [(linear: Float, square: Float)], origin: String) {
    precondition(
      values.count == SpanFeatures.width && lengths.count == AnswerKind.Length.allCases.count)
    (self.values, self.lengths, self.origin) = (values, lengths, origin)
  }

  /// From ``flat``.
  init(flat: [Float]) {
    values = Array(flat.prefix(SpanFeatures.width))
    lengths = stride(from: SpanFeatures.width, to: Self.count, by: 2).map {
      (flat[$0], flat[$0 + 1])
    }
    origin = ""
  }

  /// All numbers, lengths last.
  var flat: [Float] { values + lengths.flatMap { [$0.linear, $0.square] } }

  public static func == (a: Self, b: Self) -> Bool { a.flat == b.flat && a.origin == b.origin }

  func score(_ features: SpanFeatures, _ number: Int, of kind: AnswerKind) -> Float {
    let length = lengths[kind.length.rawValue]
    let logarithm = features.lengths[number]
    var sum = (length.linear + length.square * logarithm) * logarithm
    let row = number * SpanFeatures.width
    for k in 0..<SpanFeatures.width { sum += features.values[row + k] * values[k] }
    return sum
  }

  /// With three decimals a number, as the file has them.
  public var rounded: ReadingWeights {
    var weights = ReadingWeights(flat: flat.map(Self.rounded))
    weights.origin = origin
    return weights
  }

  private static func rounded(_ value: Float) -> Float {
    // A number so large has no decimals.
    abs(value) < 1e6 ? (value * 1000).rounded() / 1000 : value
  }

  /// The file's text: ``rounded``.
  public var text: String {
    func written(_ value: Float) -> String { "\(Self.rounded(value))" }
    var lines = [Self.magic + "\(Self.version)", "# \(origin)"]
    lines += SpanFeature.allCases.map { "\($0.name) \(written(values[$0.rawValue]))" }
    lines += AnswerKind.Length.allCases.map {
      let own = lengths[$0.rawValue]
      return "\($0.name) \(written(own.linear)) \(written(own.square))"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; what is not named weighs nothing.
  /// - Throws: ``IndexError`` `.otherVersion` naming the version, or `.badDocument` with the line.
  public init(_ text: String, path: String) throws(IndexError) {
    self = .none
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
            "“\(line.prefix(60))” is no weight: write the name of a feature and a number, or of a length and two",
            path: path, line: number)
        }
      }
    }
    if number == 0 { try Self.check("", path: path) }
  }

  private mutating func read(_ line: Substring) -> Bool {
    let words = line.split { $0 == " " || $0 == "\t" }
    let numbers = words.dropFirst().compactMap { Float($0) }.filter(\.isFinite)
    guard numbers.count == words.count - 1 else { return false }
    if numbers.count == 1, let feature = SpanFeature.allCases.first(where: { $0.name == words[0] })
    {
      values[feature.rawValue] = numbers[0]
      return true
    }
    guard numbers.count == 2,
      let length = AnswerKind.Length.allCases.first(where: { $0.name == words[0] })
    else { return false }
    lengths[length.rawValue] = (numbers[0], numbers[1])
    return true
  }

  private static func check(_ line: Substring, path: String) throws(IndexError) {
    guard line.hasPrefix(magic) else {
      throw IndexError(
        .badDocument, "this is no file of reading weights: it does not begin with “\(magic)”",
        path: path, line: 1)
    }
    let version = line.dropFirst(magic.count)
    guard version == "\(Self.version)" else {
      throw IndexError(
        .otherVersion,
        "these are reading weights of version \(version.prefix(20)), this program reads version \(Self.version): fit them again with city-agent tune --reading",
        path: path, line: 1)
    }
  }
}
