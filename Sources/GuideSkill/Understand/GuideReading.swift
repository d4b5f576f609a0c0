import CityAgent
import CityIndex
import CityText

/// A question read as item × field, with how well the item's guide accounts for it.
struct GuideReading: Sendable {
  /// The guide to answer from: the item in the asker's language where it exists.
  var guide: GuideTable.Guide
  /// Fields asked for, in order of mention; how-to questions ask for several.
  var fields: [GuideField]
  /// Whether a phrase of the question named them.
  var isNamed: Bool
  /// Content of the question that neither name, field phrases nor the guide account for, by weight.
  var unaccounted: Double
  /// 0…1.
  var score: Double
  /// Siblings that the question does not tell apart from the item; empty where it does.
  var siblings: [GuideTable.Guide]
}

/// Reads questions against the table of guides.
struct GuideReader: Sendable {
  let table: GuideTable
  let vocabulary: GuideVocabulary
  let index: KnowledgeIndex
  let cache: GuideTermCache

  /// What is found out once about a turn, whatever guide it is held against.
  private struct Asked {
    var words: GuideVocabulary.Reading
    var content: QuestionContent
    var kind: AskedFor
    var expansions: [Expansion]
  }

  /// The best reading; nil where no item is mentioned and none is carried over from the last turn.
  func read(_ turn: Turn) -> GuideReading? {
    let mentions = table.mentions(in: turn.folded)
    guard !mentions.isEmpty || turn.previous != nil || turn.choice != nil else { return nil }
    let words = vocabulary.read(turn.folded)
    var content = QuestionContent(turn.folded, silent: words.silent)
    content.silence(words.asking)
    let asked = Asked(
      words: words, content: content, kind: AskedFor(folded: turn.folded),
      expansions: Expansion.all(of: turn.folded, index.synonyms))
    if let item = turn.choice.flatMap({ Int($0) }), let guide = guide(ofItem: item, turn: turn) {
      return reading(asked, guide: guide, keys: [], coverage: 1)
    }
    if let carried = carriedOver(turn, asked, mentions: mentions) { return carried }
    guard let strongest = mentions.first else { return nil }
    let close = mentions.filter { $0.strength >= strongest.strength * 0.6 }.prefix(8)
    var readings: [(reading: GuideReading, rank: Double)] = []
    for mention in close {
      let item = table.guides[mention.guide].item
      guard !readings.contains(where: { $0.reading.guide.item == item }),
        let guide = guide(ofItem: item, turn: turn)
      else { continue }
      let reading = reading(
        asked, guide: guide, keys: mention.keys, coverage: Double(mention.coverage))
      // What the guide's text accounts for tells apart items whose names the question holds alike.
      let rank = Double(mention.strength) - 0.5 * reading.unaccounted
      readings.append((reading, rank))
    }
    guard let best = readings.max(by: { $0.rank < $1.rank }) else { return nil }
    var reading = best.reading
    if !reading.guide.family.isEmpty {
      let siblings = readings.filter {
        $0.reading.guide.family == reading.guide.family && best.rank - $0.rank < 0.35
      }
      if siblings.count > 1 { reading.siblings = siblings.map(\.reading.guide) }
    }
    return reading
  }

  /// A follow-up: no item of its own, or one mentioned less surely than the last turn's stands.
  private func carriedOver(_ turn: Turn, _ asked: Asked, mentions: [ItemMention]) -> GuideReading? {
    guard let previous = turn.previous, previous.skill == GuideSkill.name,
      let item = Int(previous.subject), let guide = guide(ofItem: item, turn: turn)
    else { return nil }
    if let first = mentions.first {
      let isNew = !mentions.contains {
        table.guides[$0.guide].item == item && $0.strength >= first.strength * 0.6
      }
      if isNew { return nil }
    }
    var reading = reading(asked, guide: guide, keys: [], coverage: 0.9)
    let content = QuestionContent(turn.folded, silent: []).contentWeight
    // Only a question that names a field, or is mostly told by the guide, leans on the last turn.
    guard reading.isNamed || reading.unaccounted * 2 < content else { return nil }
    if !reading.isNamed, reading.fields.isEmpty { reading.fields = previous.fields }
    return reading
  }

  /// The item's guide in the asker's language, or in the other one.
  private func guide(ofItem item: Int, turn: Turn) -> GuideTable.Guide? {
    let versions = table.guides.filter { $0.item == item }
    return versions.first { $0.isEnglish == (turn.language == .english) } ?? versions.first
  }

  private func reading(
    _ asked: Asked, guide: GuideTable.Guide, keys: Set<UInt64>, coverage: Double
  ) -> GuideReading {
    var content = asked.content
    let name = content.covered(by: keys.contains)
    let nameWeight = zip(content.units, name).reduce(0.0) { $0 + ($1.1 ? $1.0.weight : 0) }
    content.silence(zip(content.units, name).filter(\.1).map(\.0.range))
    let evidence = FieldEvidence(
      content, asked: asked.kind, expansions: asked.expansions,
      document: cache.document(guide, in: index))
    let unaccounted = content.contentWeight - evidence.accounted
    let choice = FieldChoice(
      asked: asked.words.fields, evidence: evidence, unaccounted: unaccounted, guide: guide)
    let told = nameWeight + evidence.accounted + (asked.words.fields.isEmpty ? 0 : 2)
    let share = unaccounted / max(1, unaccounted + told)
    let modifier = content.isModified(name: name, covered: evidence.covered)
    var score = coverage * (1 - 0.75 * share)
    if modifier { score *= 0.6 }
    return GuideReading(
      guide: guide, fields: choice.fields, isNamed: choice.isNamed, unaccounted: unaccounted,
      score: score, siblings: [])
  }
}

extension QuestionContent {
  /// Whether content that nothing accounts for stands right before the name: `permanent residence card`.
  func isModified(name: [Bool], covered: [Bool]) -> Bool {
    guard let first = name.firstIndex(of: true), first > 0 else { return false }
    let before = first - 1
    let gap = units[first].range.lowerBound - units[before].range.upperBound
    return gap <= 1 && units[before].isContent && !covered[before]
  }
}

extension SubjectMemory {
  /// The fields last answered.
  var fields: [GuideField] {
    aspects.compactMap { name in GuideField.allCases.first { $0.name == name } }
  }
}
