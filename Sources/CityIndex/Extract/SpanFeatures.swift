import CityText
import Glibc

/// The features of the spans of one text for one question.
struct SpanFeatures {
  static let width = SpanFeature.allCases.count

  /// ``width`` values a span, by ``SpanFeature``'s raw value.
  private(set) var values: [Float]
  /// Natural logarithm of the span's length, as a part of the usual one for the question.
  private(set) var lengths: [Float]

  /// What the shape of a name counts, against a literal's.
  private static let nameCertainty: Float = 0.4
  private static let joints = ReadingUnit.keys("的了是为在于由和与及以")
    .union(wordKeys(["and", "with", "by", "which", "who", "that"]))
  private static let placeEnds = ReadingUnit.keys(
    "省市县区镇村路街州国港山河岛湖湾江洋洲乡道岸城地部边海原南北东西带内")
  private static let reasonStarts = ReadingUnit.keys("因由为").union(wordKeys(["because", "due"]))

  private static func wordKeys(_ words: [String]) -> Set<UInt64> {
    Set(words.flatMap { ReadingUnit.units(of: Array($0.utf8)).map(\.key) })
  }

  /// - Complexity: O((starts + ends + spans) · terms).
  init(
    _ candidates: SpanCandidates, _ question: ReadingQuestion, _ places: TermPlaces,
    in text: ReadingText
  ) {
    let count = candidates.spans.count
    var values = [Float](repeating: 0, count: Self.width * count)
    var lengths = [Float](repeating: 0, count: count)
    let termLengths = places.terms.map(\.length)
    let left = SideEvidence(
      .before, of: places.occurrences, lengths: termLengths, at: candidates.starts, in: text)
    let right = SideEvidence(
      .behind, of: places.occurrences, lengths: termLengths, at: candidates.ends, in: text)
    let next = Self.next(places.occurrences, from: candidates.starts)
    let width = places.terms.count
    let sums = Sums(text, places)
    let literals = Set(text.literals)
    let noun = Set(question.head)
    let units = text.units
    let scale = 1 / places.total
    let certainty: Float =
      question.kind.literals.isEmpty && question.asksInHan ? Self.nameCertainty : 1
    for (number, span) in candidates.spans.enumerated() {
      let start = candidates.starts[span.start]
      let end = candidates.ends[span.end]
      var terms = TermSums()
      for term in 0..<width {
        let weight = places.weights[term]
        let (l, r) = (span.start * width + term, span.end * width + term)
        let isInside = Int(next[l]) + termLengths[term] <= end
        let far = max(left.far[l], right.far[r])
        if isInside { terms.inside += weight }
        terms.around += weight * far
        terms.all += weight * (isInside ? 1 : far)
        switch places.terms[term].side {
        case .before:
          terms.before += weight * left.near[l]
          terms.wrong += weight * right.near[r]
        case .behind:
          terms.behind += weight * right.near[r]
          terms.wrong += weight * left.near[l]
        case .noun: break
        }
      }
      let length = Float(end - start)
      lengths[number] = logf(length / question.kind.usualLength)
      func set(_ feature: SpanFeature, _ value: Float) {
        values[number * Self.width + feature.rawValue] = value
      }
      func mark(_ feature: SpanFeature, _ holds: Bool) { if holds { set(feature, 1) } }
      set(.nearBefore, terms.before * scale)
      set(.nearBehind, terms.behind * scale)
      set(.nearWrong, terms.wrong * scale)
      set(.around, terms.around * scale)
      set(.inside, terms.inside * scale)
      set(.all, terms.all * scale)
      set(.density, 2 * terms.inside * scale / length.squareRoot())
      let (opening, closing) = (text.borders[start], text.borders[end])
      mark(.startsSentence, opening >= .stop)
      mark(.startsClause, opening == .comma)
      mark(.startsWeak, opening == .weak)
      mark(.startsAfterColon, text.marks[start].contains(.colon))
      mark(.endsSentence, closing >= .stop)
      mark(.endsClause, closing == .comma)
      let isBound = start > 0 && opening <= .weak
      mark(.cueBefore, isBound && SpanBorders.cues.contains(units[start - 1].key))
      mark(.matchBefore, isBound && places.isMatched[start - 1])
      mark(.matchBehind, end < units.count && closing <= .weak && places.isMatched[end])
      let last = units[end - 1].key
      mark(.endsWithJoint, Self.joints.contains(last))
      mark(.endsWithNoun, noun.contains(last))
      if literals.contains(start..<end) { set(.isLiteral, certainty) }
      if sums.literals[end] > sums.literals[start] { set(.hasLiteral, certainty) }
      mark(.isList, sums.lists[end] > sums.lists[start + 1])
      mark(
        .cutsList,
        text.marks[start].contains(.list) && opening == .weak
          || text.marks[end].contains(.list) && closing == .weak)
      set(.commas, Float(min(5, sums.commas[end] - sums.commas[start + 1])))
      set(.stops, Float(min(6, sums.stops[end] - sums.stops[start + 1])))
      mark(
        .isQuoted, text.marks[start].contains(.opens) && text.marks[end].contains(.closes))
      mark(.endsAsPlace, question.kind == .place && Self.placeEnds.contains(last))
      mark(
        .beginsAsReason, question.kind == .reason && Self.reasonStarts.contains(units[start].key))
      set(.repeated, Float(sums.matched[end] - sums.matched[start]) / length)
      if question.kind.length == .short {
        set(.joints, Float(min(4, sums.joints[end] - sums.joints[start])))
      }
      set(.position, Float(start) / Float(units.count))
    }
    self.values = values
    self.lengths = lengths
  }

  private struct TermSums {
    var before: Float = 0
    var behind: Float = 0
    var wrong: Float = 0
    var around: Float = 0
    var inside: Float = 0
    var all: Float = 0
  }

  /// By start and term: where the term stands next, at or behind the start.
  private static func next(_ occurrences: [[Int32]], from starts: [Int]) -> [Int32] {
    var next = [Int32](repeating: .max / 2, count: occurrences.count * starts.count)
    for (term, at) in occurrences.enumerated() {
      var i = 0
      for (row, start) in starts.enumerated() {
        while i < at.count, Int(at[i]) < start { i += 1 }
        guard i < at.count else { break }
        next[row * occurrences.count + term] = at[i]
      }
    }
    return next
  }

  /// Counts up to each border.
  private struct Sums {
    var literals: [Int32]
    var lists: [Int32]
    var commas: [Int32]
    var stops: [Int32]
    var matched: [Int32]
    var joints: [Int32]

    init(_ text: ReadingText, _ places: TermPlaces) {
      let count = text.units.count
      literals = [Int32](repeating: 0, count: count + 2)
      lists = literals
      commas = literals
      stops = literals
      matched = literals
      joints = literals
      for literal in text.literals { literals[literal.lowerBound + 1] += 1 }
      for i in 0..<count {
        literals[i + 1] += literals[i]
        matched[i + 1] = matched[i] + (places.isMatched[i] ? 1 : 0)
        joints[i + 1] = joints[i] + (SpanFeatures.joints.contains(text.units[i].key) ? 1 : 0)
        lists[i + 1] = lists[i] + (text.marks[i].contains(.list) ? 1 : 0)
        commas[i + 1] = commas[i] + (text.borders[i] == .comma ? 1 : 0)
        stops[i + 1] = stops[i] + (text.borders[i] >= .stop ? 1 : 0)
      }
      literals[count + 1] = literals[count]
    }
  }
}
