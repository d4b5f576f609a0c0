import CityAgent
import CityText

/// The words of the card: which phrases ask for which field, and which say nothing.
struct GuideVocabulary: Sendable {
  /// Field phrases and silent words in one table, so that the longest wins.
  private let table: PhraseTable
  private let complaints: PhraseTable
  /// Phrases that ask only yes or no: the rest of the question says of what.
  private static let silentTag = -1

  init(card: SkillCard) {
    var table = PhraseTable()
    for field in GuideField.allCases {
      for phrase in card.list("field." + field.name) {
        table.add(Folding.fold(Array(phrase.utf8)), tag: field.rawValue)
      }
    }
    for word in card.list("stopwords") + QuestionWords.standard + QuestionWords.english {
      table.add(Folding.fold(Array(word.utf8)), tag: Self.silentTag)
    }
    self.table = table
    var complaints = PhraseTable()
    for word in card.list("complaint") {
      complaints.add(Folding.fold(Array(word.utf8)), tag: 0)
    }
    self.complaints = complaints
  }

  /// A phrase that asks for a field.
  struct Asked: Sendable, Equatable {
    var field: GuideField
    var range: Range<Int>
  }

  /// The fields a folded question asks for, in order of first mention, and its silent words.
  func read(_ folded: [UInt8]) -> (asked: [Asked], silent: [Range<Int>]) {
    var asked: [Asked] = []
    var silent: [Range<Int>] = []
    for found in table.matches(in: folded) {
      if let field = GuideField(rawValue: found.tag) {
        asked.append(Asked(field: field, range: found.range))
      } else {
        silent.append(found.range)
      }
    }
    return (asked, silent)
  }

  func isComplaint(_ folded: [UInt8]) -> Bool { !complaints.matches(in: folded).isEmpty }
}
