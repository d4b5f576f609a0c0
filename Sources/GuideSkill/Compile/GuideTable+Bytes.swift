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
    names.write(to: &writer)
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let documents = reader.numbers(), let items = reader.numbers(),
      let english = reader.numbers(), let titles = reader.texts(), let families = reader.texts(),
      let variants = reader.texts(), let counts = reader.numbers(), let kinds = reader.numbers(),
      let passages = reader.numbers(),
      let names = NameIndex(&reader, bearerCount: documents.count),
      [items.count, english.count, titles.count, families.count, variants.count, counts.count]
        .allSatisfy({ $0 == documents.count }),
      kinds.count == passages.count, counts.reduce(0, { $0 + Int($1) }) == kinds.count
    else { return nil }
    var guides: [Guide] = []
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
    self.guides = guides
    self.names = names
  }
}
