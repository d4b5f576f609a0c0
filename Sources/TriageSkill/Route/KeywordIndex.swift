import CityText

/// Finds the keywords of many rows in one pass over a folded text.
struct KeywordIndex: Sendable {
  /// A keyword found: its number and the places of its parts, in bytes of the folded text.
  struct Hit: Equatable {
    var keyword: Int
    var ranges: [Range<Int>]
  }

  /// Farthest that the parts of one keyword lie apart, in bytes: twenty CJK characters.
  static let reach = 60

  let keywords: [Keyword]
  private var phrases = PhraseTable()
  /// By phrase: the keywords it is a part of.
  private var keywordsOfPhrase: [[Int32]] = []
  /// By phrase: the phrases that it begins with.
  private var prefixes: [[Int32]] = []
  /// By keyword: its phrases.
  private var phrasesOfKeyword: [[Int32]] = []

  init(_ keywords: [Keyword]) {
    self.keywords = keywords
    for (number, keyword) in keywords.enumerated() {
      var parts: [Int32] = []
      for part in keyword.parts {
        let phrase = phrases.insert(part[...])
        if phrase == keywordsOfPhrase.count { keywordsOfPhrase.append([]) }
        parts.append(Int32(phrase))
        if keywordsOfPhrase[phrase].last != Int32(number) {
          keywordsOfPhrase[phrase].append(Int32(number))
        }
      }
      phrasesOfKeyword.append(parts)
    }
    prefixes = (0..<phrases.count).map { phrase in
      let whole = [UInt8](phrases.phrase(phrase))
      var found: [Int32] = []
      var end = whole.count - 1
      while end > 0 {
        guard let shorter = phrases.longest(in: [UInt8](whole[..<end]), at: 0) else { break }
        // `bar` is no word of `barbecue`.
        if !(Self.isLetter(whole[shorter.end - 1]) && Self.isLetter(whole[shorter.end])) {
          found.append(Int32(shorter.number))
        }
        end = shorter.end - 1
      }
      return found
    }
  }

  /// The keywords that stand in a folded text, each once, in order of their numbers.
  ///
  /// Every phrase counts, the shorter ones within the longer ones too: 路灯 in 路灯井盖.
  /// - Complexity: O(n + hits · parts).
  func hits(in text: [UInt8]) -> [Hit] {
    let found = occurrences(in: text)
    guard !found.isEmpty else { return [] }
    // The occurrences of each phrase as a list: its first one, and by occurrence the next.
    var first = [Int32](repeating: -1, count: phrases.count)
    var next = [Int32](repeating: -1, count: found.count)
    for i in found.indices.reversed() {
      next[i] = first[Int(found[i].phrase)]
      first[Int(found[i].phrase)] = Int32(i)
    }
    var hits: [Hit] = []
    for i in found.indices where first[Int(found[i].phrase)] == Int32(i) {
      for keyword in keywordsOfPhrase[Int(found[i].phrase)] {
        let parts = phrasesOfKeyword[Int(keyword)]
        if parts.count == 1 {
          hits.append(Hit(keyword: Int(keyword), ranges: [found[i].range]))
        } else if parts[0] == found[i].phrase,
          let ranges = near(parts, found: found, first: first, next: next)
        {
          hits.append(Hit(keyword: Int(keyword), ranges: ranges))
        }
      }
    }
    return hits.sorted { $0.keyword < $1.keyword }
  }

  /// Every phrase at every place, from left to right.
  private func occurrences(in text: [UInt8]) -> [(phrase: Int32, range: Range<Int>)] {
    var found: [(phrase: Int32, range: Range<Int>)] = []
    for at in text.indices {
      guard let match = phrases.longest(in: text, at: at) else { continue }
      found.append((Int32(match.number), at..<match.end))
      for shorter in prefixes[match.number] {
        found.append((shorter, at..<(at + phrases.phrase(Int(shorter)).count)))
      }
    }
    return found
  }

  /// Looks at the first occurrences of each part only: a text that repeats itself says no more.
  private static let tries = 8

  /// The places of all parts of a keyword, none farther than ``reach`` from the first one's; nil where there are none.
  private func near(
    _ parts: [Int32], found: [(phrase: Int32, range: Range<Int>)], first: [Int32], next: [Int32]
  ) -> [Range<Int>]? {
    var start = first[Int(parts[0])]
    var tried = 0
    while start >= 0, tried < Self.tries {
      let head = found[Int(start)].range
      var ranges = [head]
      for part in parts.dropFirst() {
        var at = first[Int(part)]
        while at >= 0 {
          let range = found[Int(at)].range
          if range.lowerBound < head.upperBound + Self.reach,
            head.lowerBound < range.upperBound + Self.reach, !range.overlaps(head)
          {
            ranges.append(range)
            break
          }
          at = range.lowerBound < head.upperBound + Self.reach ? next[Int(at)] : -1
        }
        if at < 0 { break }
      }
      if ranges.count == parts.count {
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
      }
      start = next[Int(start)]
      tried += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
