@testable import CityIndex

/// Documents from a small vocabulary, so that terms meet in every field and frequency.
struct RandomCorpus {
  var generator: SeededGenerator

  static let words = [
    "身份", "证", "户口", "申请", "材料", "办理", "時限", "深圳", "福田", "区", "補貼", "公积金",
    "card", "Cards", "identity", "applying", "application", "fee", "COVID-19", "2023", "40",
    "1,200",
    "，", "。", " ", "；", "\n", "é", "Ａ４",
  ]

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  mutating func text(words range: ClosedRange<Int>) -> String {
    let count = Int.random(in: range, using: &generator)
    return (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
      .joined(separator: Bool.random(using: &generator) ? "" : " ")
  }

  mutating func document(_ number: Int) -> SourceDocument {
    let clauses = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      // Now and then a term that stands more than 15 and more than 127 times.
      let long = Int.random(in: 0..<20, using: &generator) == 0
      return (heading: text(words: 0...4), body: text(words: long ? 500...900 : 0...40))
    }
    return IndexSample.document(
      "d\(number)", title: text(words: 0...6),
      aliases: (0..<Int.random(in: 0...2, using: &generator)).map { _ in text(words: 1...3) },
      kind: ["guide", "policy", nil].randomElement(using: &generator) ?? nil,
      language: ["zh", "en", nil].randomElement(using: &generator) ?? nil,
      skills: [[], ["a"], ["b"], ["a", "b"]].randomElement(using: &generator) ?? [],
      clauses: clauses)
  }

  mutating func documents(_ count: Int) -> [SourceDocument] { (0..<count).map { document($0) } }
}
