import CityText

/// All phrases that the rules of extraction ask for, found in one pass.
struct CueTable: Sendable {
  private var phrases = PhraseTable()
  private var first = FirstCharacters()
  /// By number of the phrase.
  private var meanings: [[(kind: Cue.Kind, value: Int32)]] = []

  /// Files phrases, separated by `|`, under one meaning; they are folded, so each stands for its traditional form.
  mutating func add(_ list: String, _ kind: Cue.Kind, _ value: Int = 0) {
    for phrase in list.split(separator: "|") {
      let folded = Folding.fold(Array(phrase.utf8))
      let number = phrases.insert(folded[...])
      first.insert(folded[...])
      if number == meanings.count { meanings.append([]) }
      meanings[number].append((kind, Int32(value)))
    }
  }

  /// The cues of a text from left to right, the longest phrase at each place.
  /// - Complexity: O(n).
  func cues(in folded: FoldedText) -> [Cue] {
    var cues: [Cue] = []
    var sentence: Int32 = 0
    var at = 0
    let text = folded.bytes
    while true {
      at = first.next(in: text, from: at)
      guard at < text.count else { break }
      guard let match = phrases.longest(in: text, at: at) else {
        at += 1
        continue
      }
      let range = folded.source(of: at..<match.end)
      for meaning in meanings[match.number] {
        if meaning.kind == .stop { sentence += 1 }
        cues.append(
          Cue(kind: meaning.kind, value: meaning.value, range: range, sentence: sentence))
      }
      at = match.end
    }
    return cues
  }

  /// Every table of this module.
  static let standard: CueTable = {
    var table = CueTable()
    table.add("。|!|?|;|…|\n|. |.\n", .stop)
    UrgencyRules.add(to: &table)
    TimeWords.add(to: &table)
    RequestWords.add(to: &table)
    PersonsWords.add(to: &table)
    MatterWords.add(to: &table)
    return table
  }()
}
