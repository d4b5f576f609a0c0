import CityText

/// A Solr synonym file: `a, b, c` makes all equal; `a, b => c` rewrites.
///
/// Rewrites (longest match first, on the folded text) put dialect and slang into the words of the
/// documents: `幾耐 => 多久`. Equal words expand a query by each other's terms at a lower weight.
/// A phrase that begins or ends with a letter or digit of an alphabet only stands where a word begins or
/// ends; Chinese phrases stand anywhere.
public struct Synonyms: Sendable {
  /// No rule at all.
  public static let none: Synonyms = Synonyms()

  /// Left sides of `=>`, and by their numbers what they become.
  var rewrites = PhraseTable()
  var replacements: [[UInt8]] = []

  /// Words that have equals, and by their numbers the groups they are in.
  var words = PhraseTable()
  var groupsOfWord: [[Int32]] = []
  /// By group the numbers of its words, in file order.
  var groups: [[Int32]] = []

  public init() {}

  public var isEmpty: Bool { rewrites.isEmpty && words.isEmpty }

  /// The folded text with every `=>` rule applied, longest first, once.
  ///
  /// What a rule put in is not looked at again. Several right sides of one rule are joined by a space.
  /// - Complexity: O(n), as long as few phrases share their first two characters.
  public func rewritten(_ folded: [UInt8]) -> [UInt8] {
    guard !rewrites.isEmpty else { return folded }
    var result: [UInt8] = []
    // Everything before `kept` is in the result.
    var (kept, i) = (0, 0)
    while i < folded.count {
      guard let match = rewrites.longest(in: folded, at: i) else {
        i += 1
        continue
      }
      result += folded[kept..<i]
      result += replacements[match.number]
      (kept, i) = (match.end, match.end)
    }
    guard kept > 0 else { return folded }
    return result + folded[kept...]
  }

  /// For each word of an equivalence that stands in the folded text: where, and its equals (folded).
  ///
  /// In text order, at each place the longest word; a word within another or across two counts too.
  /// - Complexity: O(n), as long as few phrases share their first two characters.
  public func expansions(of folded: [UInt8]) -> [(range: Range<Int>, equals: [String])] {
    guard !words.isEmpty else { return [] }
    var found: [(range: Range<Int>, equals: [String])] = []
    for i in folded.indices {
      guard let match = words.longest(in: folded, at: i) else { continue }
      found.append((i..<match.end, equals(of: match.number)))
    }
    return found
  }

  private func equals(of word: Int) -> [String] {
    var numbers: [Int32] = []
    var seen: Set<Int32> = [Int32(word)]
    for group in groupsOfWord[word] {
      for other in groups[Int(group)] where seen.insert(other).inserted { numbers.append(other) }
    }
    return numbers.map { String(decoding: words.phrase(Int($0)), as: UTF8.self) }
  }
}
