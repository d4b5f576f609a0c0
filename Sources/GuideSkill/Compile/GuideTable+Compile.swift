import CityAgent
import CityIndex
import CityText

extension GuideTable {
  /// Compiles the guides among `documents`, which stand in index order.
  ///
  /// Names go through the same rewriting as questions, so that both say the same words.
  init(documents: [SourceDocument], synonyms: Synonyms = .none) {
    var firstPassage = 0
    var items: [String: Int] = [:]
    var aliases: [[UInt64]] = []
    for (number, document) in documents.enumerated() {
      defer { firstPassage += document.clauses.count }
      guard document.metadata.kind == "guide" else { continue }
      let metadata = document.metadata
      let id = metadata["item"].first ?? metadata["id"].first ?? document.id
      let item = items[id] ?? items.count
      items[id] = item
      var fields: [FieldPassage] = []
      for (i, clause) in document.clauses.enumerated() {
        fields.append(
          FieldPassage(
            field: GuideField(clause: clause.path) ?? .notes, passage: firstPassage + i))
      }
      guides.append(
        Guide(
          document: number, item: item, isEnglish: metadata.language == "en",
          title: metadata.title, family: metadata["family"].first ?? "",
          variant: metadata["variant"].first ?? metadata.title, fields: fields))
      for alias in [metadata.title] + metadata.aliases {
        let terms = Self.aliasTerms(alias, synonyms)
        guard !terms.isEmpty else { continue }
        aliases.append(terms)
        aliasGuide.append(UInt32(guides.count - 1))
      }
    }
    invert(aliases)
  }

  /// Distinct bigrams, words and numbers of a name, sorted; single characters tell too little.
  static func aliasTerms(_ alias: String, _ synonyms: Synonyms) -> [UInt64] {
    var keys: Set<UInt64> = []
    TermScanner.scan(synonyms.rewritten(Folding.fold(Array(alias.utf8)))) { term in
      if term.kind != .unigram, !silentKeys.contains(term.key) { keys.insert(term.key) }
    }
    return keys.sorted()
  }

  /// English function words stand in names and tell nothing.
  private static let silentKeys: Set<UInt64> = {
    var keys: Set<UInt64> = []
    for word in QuestionWords.english {
      TermScanner.scan(Array(word.utf8)) { keys.insert($0.key) }
    }
    return keys
  }()

  private mutating func invert(_ aliases: [[UInt64]]) {
    termKeys = Array(Set(aliases.joined())).sorted()
    var holders = [[UInt32]](repeating: [], count: termKeys.count)
    var items = [Set<Int>](repeating: [], count: termKeys.count)
    for (i, keys) in aliases.enumerated() {
      for key in keys {
        let term = term(key)!
        holders[term].append(UInt32(i))
        items[term].insert(guides[Int(aliasGuide[i])].item)
        aliasTerms.append(UInt32(term))
      }
      aliasStart.append(UInt32(aliasTerms.count))
    }
    for list in holders {
      termAliases += list
      termStart.append(UInt32(termAliases.count))
    }
    // A term of few items tells more: ln(1 + N/n), over items and not aliases.
    let count = Float(Set(guides.map(\.item)).count)
    termWeights = items.map { NaturalLogarithm.of(1 + count / Float(max(1, $0.count))) }
  }
}
