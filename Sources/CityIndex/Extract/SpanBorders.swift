/// Where an answer may begin and end in a text: at marks, beside words of the question, at literals and joints.
struct SpanBorders {
  /// Numbers of units, ascending.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  /// Answers often begin behind these.
  static let cues = ReadingUnit.keys("是为在于由称叫即指有达以了含括名至及")
    .union(words("is are was were at in on by of for from to as called named"))
  private static let endCues = ReadingUnit.keys("的是为在于由而")
    .union(words("is are was were at in on by for from to and that which who because"))

  private static func words(_ words: String) -> Set<UInt64> {
    Set(ReadingUnit.units(of: Array(words.utf8)).map(\.key))
  }

  /// - Complexity: O(n).
  init(_ question: ReadingQuestion, _ places: TermPlaces, in text: ReadingText) {
    let units = text.units
    var starts = [Bool](repeating: false, count: units.count + 1)
    var ends = starts
    let matched = places.isMatched
    let head = question.head
    // 医院, of 哪所医院: behind 院, not behind 医.
    func endsNoun(_ last: ReadingUnit, _ next: ReadingUnit) -> Bool {
      guard last.isHan, let place = head.firstIndex(of: last.key) else { return false }
      return !(place + 1 < head.count && head[place + 1] == next.key)
    }
    for i in 0...units.count {
      guard text.borders[i] == .none else {
        starts[i] = i < units.count
        ends[i] = i > 0
        continue
      }
      guard !text.isWithinLiteral[i] else { continue }
      let (last, next) = (units[i - 1], units[i])
      starts[i] = matched[i - 1] && !matched[i] || Self.cues.contains(last.key)
      ends[i] =
        !matched[i - 1] && matched[i] || Self.endCues.contains(next.key)
        || endsNoun(last, next)
    }
    for literal in text.literals {
      starts[literal.lowerBound] = true
      ends[literal.upperBound] = true
      if question.kind == .number, literal.count > 1 { ends[literal.upperBound - 1] = true }
    }
    self.starts = starts.indices.filter { starts[$0] }
    self.ends = ends.indices.filter { ends[$0] }
  }
}
