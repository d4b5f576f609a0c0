import CityAgent

extension ObservationTable {
  /// The table as it lies in a generation.
  var bytes: [UInt8] {
    var writer = ColumnWriter()
    let entries = catalog.indicators
    writer.write(entries.map(\.id))
    writer.write(entries.map(\.name))
    writer.write(entries.map(\.english))
    writer.write(entries.map { $0.nationalName ?? "" })
    writer.write(entries.map { $0.aliases.joined(separator: "\n") })
    writer.write(entries.map(\.unit))
    writer.write(entries.map(\.nature.rawValue))
    writer.write(entries.map(\.growth.rawValue))
    writer.write(entries.map { UInt32(($0.mergesFirstMonths ? 4 : 0) + $0.goodDirection + 1) })
    writer.write(entries.map { $0.parent ?? "" })
    writer.write(entries.map { $0.division ?? "" })
    writer.write(entries.map { $0.variants.joined(separator: "\n") })
    writer.write(entries.map { $0.regionKinds.joined(separator: "\n") })
    writer.write(entries.map(\.note))
    writer.write(entries.map(\.englishNote))
    writer.write(catalog.regions.map(\.name))
    writer.write(catalog.regions.map(\.english))
    writer.write(catalog.regions.map { $0.aliases.joined(separator: "\n") })
    writer.write(catalog.regions.map(\.kind))
    writer.write(catalog.regions.map { $0.parent ?? "" })
    writer.write(catalog.regions.map { $0.groups.joined(separator: "\n") })
    writer.write(keys)
    for column in [starts, units, periods] { writer.write(column) }
    writer.write(values)
    for column in [documents, offsets, lengths, vintages] { writer.write(column) }
    writer.write(texts)
    return writer.bytes
  }

  /// Nil where the bytes are no whole table.
  init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let catalog = Self.catalog(&reader), let keys = reader.keys(),
      let starts = reader.numbers(), let units = reader.numbers(), let periods = reader.numbers(),
      let values = reader.keys(), let documents = reader.numbers(), let offsets = reader.numbers(),
      let lengths = reader.numbers(), let vintages = reader.numbers(), let texts = reader.texts(),
      starts.count == keys.count + 1, units.count == keys.count,
      [values.count, documents.count, offsets.count, lengths.count, vintages.count]
        .allSatisfy({ $0 == periods.count }),
      starts.allSatisfy({ $0 <= periods.count }), zip(starts, starts.dropFirst()).allSatisfy(<=),
      (units + vintages).allSatisfy({ $0 < texts.count })
    else { return nil }
    self.init(
      catalog: catalog, keys: keys, starts: starts, units: units, periods: periods, values: values,
      documents: documents, offsets: offsets, lengths: lengths, vintages: vintages, texts: texts)
  }

  private static func catalog(_ reader: inout ColumnReader) -> IndicatorCatalog? {
    func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    guard let ids = reader.texts(), let names = reader.texts(), let english = reader.texts(),
      let national = reader.texts(), let aliases = reader.texts(), let units = reader.texts(),
      let natures = reader.texts(), let growths = reader.texts(), let flags = reader.numbers(),
      let parents = reader.texts(), let divisions = reader.texts(), let variants = reader.texts(),
      let kinds = reader.texts(),
      let notes = reader.texts(), let englishNotes = reader.texts(),
      let regionNames = reader.texts(),
      let regionEnglish = reader.texts(), let regionAliases = reader.texts(),
      let regionKinds = reader.texts(), let regionParents = reader.texts(),
      let groups = reader.texts()
    else { return nil }
    // Apart and typed: as conditions of the guard above these lists took the compiler two minutes.
    let columns: [Int] = [
      names.count, english.count, national.count, aliases.count, units.count, natures.count,
      growths.count, flags.count, parents.count, divisions.count, variants.count, kinds.count,
      notes.count, englishNotes.count,
    ]
    let regionColumns: [Int] = [
      regionEnglish.count, regionAliases.count, regionKinds.count, regionParents.count,
      groups.count,
    ]
    guard columns.allSatisfy({ $0 == ids.count }),
      regionColumns.allSatisfy({ $0 == regionNames.count })
    else { return nil }
    let indicators = ids.indices.map { i in
      Indicator(
        id: ids[i], name: names[i], english: english[i], nationalName: optional(national[i]),
        aliases: list(aliases[i]), unit: units[i], nature: .init(rawValue: natures[i]) ?? .flow,
        growth: .init(rawValue: growths[i]) ?? .none, mergesFirstMonths: flags[i] & 4 != 0,
        goodDirection: Int(flags[i] & 3) - 1, parent: optional(parents[i]),
        division: optional(divisions[i]),
        variants: list(variants[i]), regionKinds: list(kinds[i]), note: notes[i],
        englishNote: englishNotes[i])
    }
    let regions = regionNames.indices.map { i in
      Region(
        name: regionNames[i], english: regionEnglish[i], aliases: list(regionAliases[i]),
        kind: regionKinds[i], parent: optional(regionParents[i]), groups: list(groups[i]))
    }
    return IndicatorCatalog(indicators: indicators, regions: regions)
  }
}
