import CityAgent

extension GuideTable {
  /// The table as bytes of a generation.
  var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write(guides.map { UInt32($0.document) })
    writer.write(guides.map { UInt32($0.item) })
    writer.write(guides.map { $0.isEnglish ? 1 as UInt32 : 0 })
    writer.write(guides.map(\.title))
    writer.write(guides.map(\.family))
    writer.write(guides.map(\.variant))
    writer.write(guides.map { UInt32($0.fields.count) })
    writer.write(guides.flatMap { $0.fields.map { UInt32($0.field.rawValue) } })
    writer.write(guides.flatMap { $0.fields.map { UInt32($0.passage) } })
    writer.write(aliasGuide)
    writer.write(aliasStart)
    writer.write(aliasTerms)
    writer.write(termKeys)
    writer.write(termWeights.map(\.bitPattern))
    writer.write(termStart)
    writer.write(termAliases)
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let documents = reader.numbers(), let items = reader.numbers(),
      let english = reader.numbers(), let titles = reader.texts(), let families = reader.texts(),
      let variants = reader.texts(), let counts = reader.numbers(), let kinds = reader.numbers(),
      let passages = reader.numbers(), let aliasGuide = reader.numbers(),
      let aliasStart = reader.numbers(), let aliasTerms = reader.numbers(),
      let termKeys = reader.keys(), let weights = reader.numbers(),
      let termStart = reader.numbers(), let termAliases = reader.numbers(),
      [items.count, english.count, titles.count, families.count, variants.count, counts.count]
        .allSatisfy({ $0 == documents.count }),
      kinds.count == passages.count, counts.reduce(0, { $0 + Int($1) }) == kinds.count,
      aliasStart.count == aliasGuide.count + 1, termStart.count == termKeys.count + 1,
      weights.count == termKeys.count, aliasStart.last.map(Int.init) == aliasTerms.count,
      termStart.last.map(Int.init) == termAliases.count,
      zip(aliasStart, aliasStart.dropFirst()).allSatisfy(<=),
      zip(termStart, termStart.dropFirst()).allSatisfy(<=),
      aliasGuide.allSatisfy({ $0 < documents.count }),
      aliasTerms.allSatisfy({ $0 < termKeys.count }),
      termAliases.allSatisfy({ $0 < aliasGuide.count })
    else { return nil }
    var at = 0
    for i in documents.indices {
      var fields: [FieldPassage] = []
      for _ in 0..<counts[i] {
        guard let field = GuideField(rawValue: Int(kinds[at])) else { return nil }
        fields.append(FieldPassage(field: field, passage: Int(passages[at])))
        at += 1
      }
      guides.append(
        Guide(
          document: Int(documents[i]), item: Int(items[i]), isEnglish: english[i] == 1,
          title: titles[i], family: families[i], variant: variants[i], fields: fields))
    }
    self.aliasGuide = aliasGuide
    self.aliasStart = aliasStart
    self.aliasTerms = aliasTerms
    self.termKeys = termKeys
    self.termWeights = weights.map { Float(bitPattern: $0) }
    self.termStart = termStart
    self.termAliases = termAliases
  }
}
