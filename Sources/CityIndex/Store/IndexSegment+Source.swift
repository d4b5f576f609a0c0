extension IndexSegment {
  func metadataEntries(of number: Int) -> DocumentMetadata {
    var entries: [(key: String, values: [String])] = []
    MetadataCoding.entries(of: metadata(of: number)) { key, values in
      entries.append(
        (label(Int(key)).string, MetadataCoding.values(of: values)?.map(\.string) ?? []))
      return true
    }
    return DocumentMetadata(entries)
  }

  /// A document as it was given to the builder.
  func source(_ number: Int) -> SourceDocument {
    let clauses = passages(of: number).map { place in
      let record = passage(place)
      let start = Int(record.start)
      return SourceClause(
        path: parts.strings.text(record.clause)?.string ?? "",
        heading: parts.strings.text(record.heading)?.string ?? "",
        range: start..<max(start, Int(record.end)))
    }
    return SourceDocument(
      id: id(of: number).string, metadata: metadataEntries(of: number),
      text: text(of: number)?.bytes ?? [], clauses: clauses, line: origin(of: number).line)
  }

  /// ``source(_:)``, where what is read is a document: its text UTF-8, its clauses within it.
  /// - Throws: ``IndexError`` `.damaged` where it is none.
  func checkedSource(_ number: Int) throws(IndexError) -> SourceDocument {
    let document = source(number)
    do throws(IndexError) {
      try SourceCheck.check(document)
    } catch {
      throw damage("document \(number)")
    }
    return document
  }
}
