import CityText

extension Extractor {
  /// How many are affected (a city's population are not): the largest number of people; of households where no people are counted.
  func persons(_ reading: ReportReading) -> Finding<Int>? {
    var people: (count: Int, isVague: Bool, range: Range<Int>)?
    var households: (count: Int, isVague: Bool, range: Range<Int>)?
    func take(_ count: Int, isVague: Bool, isHouseholds: Bool, _ range: Range<Int>) {
      if isHouseholds {
        if count > households?.count ?? 0 { households = (count, isVague, range) }
      } else if count > people?.count ?? 0 {
        people = (count, isVague, range)
      }
    }
    for cue in reading.cues where cue.kind == .people {
      take(
        Int(cue.value) / 2, isVague: true, isHouseholds: cue.value % 2 == 1, cue.range)
    }
    for literal in reading.literals where literal.kind == .number {
      guard let count = Int(literal.canonical), count > 0, count <= 100_000,
        let (end, isHouseholds, isVague) = noun(reading.text, after: literal.range.upperBound)
      else { continue }
      take(count, isVague: isVague, isHouseholds: isHouseholds, literal.range.lowerBound..<end)
    }
    if let people, people.count > 1 || households == nil {
      return Finding(
        people.count, by: Self.rule(people.isVague ? "persons.about" : "persons.count"),
        evidence: [people.range])
    }
    guard let households else { return nil }
    return Finding(
      households.count,
      by: Self.rule(households.isVague ? "persons.households-about" : "persons.households"),
      evidence: [households.range])
  }

  /// What is counted behind a number: where it ends, and whether 多 or 余 makes the number vague.
  private func noun(
    _ text: [UInt8], after place: Int
  ) -> (end: Int, isHouseholds: Bool, isVague: Bool)? {
    var at = place
    var isVague = false
    func end(of word: String, at place: Int) -> Int? {
      let end = place + word.utf8.count
      guard end <= text.count, text[place..<end].elementsEqual(word.utf8) else { return nil }
      return end
    }
    for word in ["多", "余", "餘", "来", "來", "几", "幾", " more", "+"] {
      if let next = end(of: word, at: at) {
        at = next
        isVague = true
      }
    }
    if at < text.count, text[at] == 0x20 { at += 1 }
    if PersonsWords.otherNouns.contains(where: { end(of: $0, at: at) != nil }) { return nil }
    for word in PersonsWords.householdNouns {
      // 户外, 户口 count nothing.
      if let next = end(of: word, at: at), end(of: "户外", at: at) == nil,
        end(of: "户口", at: at) == nil
      {
        return (next, true, isVague)
      }
    }
    for word in PersonsWords.personNouns {
      if let next = end(of: word, at: at) { return (next, false, isVague) }
    }
    return nil
  }
}
