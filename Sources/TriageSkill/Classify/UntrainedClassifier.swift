import CityText

#if canImport(Glibc)
  import Glibc
#endif

/// A classifier for a desk without a trained model: it counts the words that point to each label.
///
/// A text scores each distinct phrase that stands in it once, by ln(1 + labels / labels with it) · √(characters): what
/// few labels share and what is long tells most. The pairs of characters of a phrase count too, for a phrase cut by
/// other words (路面塌陷 in 路面出现塌陷), by a quarter. Of overlapping phrases that begin at one place the longest counts.
public struct UntrainedClassifier: Sendable {
  /// In the order given, each once.
  public private(set) var labels: [String] = []
  /// Below this margin a person decides.
  public static let threshold: Double = 0.3
  /// Share of a whole phrase's weight that a pair of its characters has.
  private static let pairShare: Float = 0.25

  private var table = PhraseTable()
  /// By phrase: its weight, and the labels it points to, whole or as a pair.
  private var weights: [Float] = []
  private var pointed: [[Int32]] = []

  public init(_ entries: [LabelledPhrases]) {
    var numbers: [String: Int] = [:]
    var labels: [String] = []
    var wholes: Set<Int> = []
    for entry in entries {
      let label = numbers[entry.label] ?? labels.count
      if label == labels.count {
        numbers[entry.label] = label
        labels.append(entry.label)
      }
      for phrase in entry.phrases {
        let characters = Self.characters(phrase)
        guard characters.count > 1 else { continue }
        wholes.insert(insert(Array(characters.joined())[...], label))
        guard characters.count > 2 else { continue }
        for (a, b) in zip(characters, characters.dropFirst()) where a.count > 1 && b.count > 1 {
          insert((a + b)[...], label)
        }
      }
    }
    self.labels = labels
    weights = pointed.indices.map { phrase in
      let rarity = log(1 + Float(labels.count) / Float(pointed[phrase].count))
      let length = Float(String(decoding: table.phrase(phrase), as: UTF8.self).unicodeScalars.count)
      return rarity * length.squareRoot() * (wholes.contains(phrase) ? 1 : Self.pairShare)
    }
  }

  /// The class of a text; nil where no phrase stands in it.
  ///
  /// The probability of a label is its share of all that the labels scored.
  /// - Complexity: O(n + labels).
  public func classify(_ text: String) -> Classification? {
    let folded = Folding.fold(Array(text.utf8))
    var scores = [Float](repeating: 0, count: labels.count)
    var seen: Set<Int> = []
    for start in folded.indices {
      guard let match = table.longest(in: folded, at: start), seen.insert(match.number).inserted
      else { continue }
      for label in pointed[match.number] { scores[Int(label)] += weights[match.number] }
    }
    guard !seen.isEmpty else { return nil }
    let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    let sum = scores.reduce(0, +)
    let best = scores[order[0]] / sum
    let next = order.count > 1 ? scores[order[1]] / sum : 0
    let margin = Double(best - next)
    return Classification(
      label: labels[order[0]], second: next > 0 ? labels[order[1]] : nil, probability: Double(best),
      margin: margin, isUnsure: margin < Self.threshold)
  }

  @discardableResult
  private mutating func insert(_ phrase: ArraySlice<UInt8>, _ label: Int) -> Int {
    let number = table.insert(phrase)
    if number == pointed.count { pointed.append([]) }
    if !pointed[number].contains(Int32(label)) { pointed[number].append(Int32(label)) }
    return number
  }

  /// The folded characters of a phrase, spaces at its ends left out.
  private static func characters(_ phrase: String) -> [[UInt8]] {
    let folded = String(decoding: Folding.fold(Array(phrase.utf8)), as: UTF8.self)
    let scalars = folded.unicodeScalars.map { Array(String($0).utf8) }
    let inner = scalars.drop { $0 == [0x20] }
    return Array(
      inner.prefix(inner.lastIndex { $0 != [0x20] }.map { $0 + 1 - inner.startIndex } ?? 0))
  }
}
