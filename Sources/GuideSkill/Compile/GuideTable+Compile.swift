import CityAgent
import CityIndex
import CityText

extension GuideTable {
  /// Compiles guides, given in index order.
  ///
  /// Names go through the same rewriting as questions, so that both say the same words.
  init(documents: [IndexedSources.Numbered], synonyms: Synonyms = .none) {
    var items: [String: Int] = [:]
    var guides: [Guide] = []
    var names: [(terms: [UInt64], bearer: Int)] = []
    for numbered in documents {
      let document = numbered.document
      let metadata = document.metadata
      let id = metadata["item"].first ?? metadata["id"].first ?? document.id
      let item = items[id] ?? items.count
      items[id] = item
      var fields: [FieldPassage] = []
      for (i, clause) in document.clauses.enumerated() {
        fields.append(
          FieldPassage(
            field: GuideField(clause: clause.path) ?? .notes, passage: numbered.firstPassage + i))
      }
      guides.append(
        Guide(
          document: numbered.number, item: item, isEnglish: metadata.language == "en",
          title: metadata.title, family: metadata["family"].first ?? "",
          variant: metadata["variant"].first ?? metadata.title, fields: fields))
      for alias in [metadata.title] + metadata.aliases {
        let terms = Self.aliasTerms(alias, synonyms)
        if !terms.isEmpty { names.append((terms, guides.count - 1)) }
      }
    }
    self.guides = guides
    self.names = NameIndex(names, bearerCount: guides.count)
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
}
