import CityAgent
import CityText

/// The words of the card: which phrases ask for which fields, and which say nothing.
struct GuideVocabulary: Sendable {
  /// Field phrases and silent words in one table, so that the longest wins.
  private let table: PhraseTable
  /// The fields of each phrase; none for a silent word.
  private let fields: [[GuideField]]
  private let complaints: PhraseTable

  init(card: SkillCard) {
    var table = PhraseTable()
    var fields: [[GuideField]] = []
    func insert(_ phrase: ArraySlice<UInt8>, _ field: GuideField?) {
      let number = table.insert(phrase)
      if number == fields.count { fields.append([]) }
      if let field { fields[number].append(field) }
    }
    for field in GuideField.allCases {
      for phrase in card.phrases("field." + field.name) { insert(phrase, field) }
    }
    for word in card.phrases("stopwords") + QuestionWords.folded { insert(word, nil) }
    self.table = table
    self.fields = fields
    var complaints = PhraseTable()
    for word in card.phrases("complaint") { complaints.insert(word) }
    self.complaints = complaints
  }

  /// What a question's phrases say.
  struct Reading: Sendable {
    /// Fields asked for, in order of first mention.
    var fields: [GuideField] = []
    /// Where they are asked for.
    var asking: [Range<Int>] = []
    /// Words without content.
    var silent: [Range<Int>] = []
  }

  func read(_ folded: [UInt8]) -> Reading {
    var reading = Reading()
    for match in table.matches(in: folded) {
      if fields[match.number].isEmpty {
        reading.silent.append(match.range)
      } else {
        reading.asking.append(match.range)
        for field in fields[match.number] where !reading.fields.contains(field) {
          reading.fields.append(field)
        }
      }
    }
    return reading
  }

  func isComplaint(_ folded: [UInt8]) -> Bool { !complaints.matches(in: folded).isEmpty }
}
