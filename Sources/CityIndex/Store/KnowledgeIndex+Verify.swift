import CityText

extension KnowledgeIndex {
  /// Checks every checksum, the name of the generation, and every number, offset and text of the file.
  /// - Complexity: O(bytes).
  /// - Throws: ``IndexError`` `.damaged` with the first thing that is wrong.
  public func verify() throws(IndexError) {
    for entry in header.entries { try checkSum(of: entry) }
    try verifyGeneration()
    try verifyContent()
  }

  /// What checksums cannot show: that the file means something.
  func verifyContent() throws(IndexError) {
    try verifyLabels()
    try verifyDocuments()
    try verifyPassages()
    try verifyTerms()
    try verifyTables()
    do {
      _ = try Synonyms.parse(parts.synonyms.bytes, path: path)
    } catch {
      throw damage("its synonyms cannot be read (\(error.message))")
    }
  }

  private func verifyGeneration() throws(IndexError) {
    var content = SHA256()
    for entry in header.entries where entry.section != .info {
      content.update(entry.section.field)
      let view = file.view.slice(entry.offset, entry.length) ?? .empty
      for start in stride(from: 0, to: view.count, by: 1 << 16) {
        content.update((view.slice(start, min(1 << 16, view.count - start)) ?? .empty).raw)
      }
      var length: [UInt8] = []
      length.appendLittle(entry.length)
      content.update(length)
    }
    guard content.finish() == info.generation else {
      throw damage("its content is not that of generation \(generation)")
    }
  }

  private func verifyLabels() throws(IndexError) {
    for number in 0..<parts.labels.count / 16 {
      let record = parts.labels.record(number, width: 16)
      guard isText(record.u64(0), record.u64(8)) else { throw damage("label \(number)") }
    }
    for place in 0..<parts.skills.count / 4 {
      guard isLabel(parts.skills.u32(place * 4)) else { throw damage("skill \(place)") }
    }
  }

  private func verifyDocuments() throws(IndexError) {
    var (text, metadata, passage) = (UInt64(0), UInt64(0), 0)
    for number in 0..<documentCount {
      let view = parts.documents.record(number, width: DocumentRecord.width)
      let record = DocumentRecord(view)
      guard record.textOffset == text, record.metadataOffset == metadata,
        Int(record.firstPassage) == passage, isText(record.idOffset, UInt64(record.idLength)),
        isLabel(record.kind), isLabel(record.language),
        Int(record.firstSkill) + Int(record.skillCount) <= parts.skills.count / 4,
        let bytes = textView(number), SourceCheck.isUTF8(bytes.raw),
        digest(of: bytes) == DocumentRecord.digest(in: view), isMetadata(metadataView(of: record))
      else { throw damage("document \(number)") }
      text += record.textLength
      metadata += UInt64(record.metadataLength)
      passage += Int(record.passageCount)
    }
    guard text == parts.texts.count, metadata == parts.metadata.count, passage == passageCount
    else { throw damage("the documents do not fill their sections") }
    for place in 0..<documentCount {
      let number = Int(parts.ids.u32(place * 4))
      let isAfter =
        place == 0
        || idBytes(Int(parts.ids.u32(place * 4 - 4))).precedes(idBytes(number))
          ?? false
      guard number < documentCount, isAfter else { throw damage("the order of the ids") }
    }
  }

  private func verifyPassages() throws(IndexError) {
    var owner = 0
    var end: UInt32 = 0
    var totals = SIMD4<UInt64>(repeating: 0)
    for number in 0..<passageCount {
      let record = PassageRecord(parts.passages.record(number, width: PassageRecord.width))
      while owner < documentCount, !self.record(ofDocument: owner).passages.contains(number) {
        (owner, end) = (owner + 1, 0)
      }
      guard Int(record.document) == owner, owner < documentCount,
        record.start >= end, record.end >= record.start, let text = textView(owner),
        let clause = text.slice(Int(record.start), Int(record.end - record.start)),
        SourceCheck.isUTF8(clause.raw), isText(record.clauseOffset, UInt64(record.clauseLength)),
        isText(record.headingOffset, UInt64(record.headingLength))
      else { throw damage("passage \(number)") }
      end = record.end
      totals &+= SIMD4<UInt64>(truncatingIfNeeded: lengths(of: number))
    }
    guard totals == info.fieldTotals else { throw damage("the lengths of the fields") }
  }

  private func verifyTerms() throws(IndexError) {
    var offset: UInt64 = 0
    var last: UInt64 = 0
    for number in 0..<termCount {
      let key = parts.terms.u64(number * 8)
      let span = parts.spans.record(number, width: 16)
      guard number == 0 || key > last, span.u64(0) == offset,
        let bytes = parts.postings.slice(offset, UInt64(span.u32(8))), span.u32(12) > 0
      else { throw damage("term \(number)") }
      var reader = PostingReader(bytes)
      for _ in 0..<span.u32(12) {
        guard reader.next(), reader.passage < passageCount else {
          throw damage("the postings of term \(number)")
        }
        let lengths = lengths(of: reader.passage)
        guard all(reader.counts .<= lengths) else {
          throw damage("a frequency of term \(number)")
        }
      }
      guard reader.isAtEnd else { throw damage("the postings of term \(number)") }
      last = key
      offset += UInt64(bytes.count)
    }
    guard offset == parts.postings.count else { throw damage("the end of the postings") }
  }

  private func verifyTables() throws(IndexError) {
    let directory = TableDirectory(view: parts.tables, strings: parts.strings)
    guard Int(parts.tables.u32(0)) == directory.count else { throw damage("the list of tables") }
    for number in 0..<directory.count {
      guard let name = directory.entry(number)?.name, SourceCheck.isUTF8(name.raw) else {
        throw damage("table \(number)")
      }
    }
  }

  private func damage(_ what: String) -> IndexError {
    .damaged("\(what) is wrong", path)
  }

  private func isText(_ offset: UInt64, _ length: UInt64) -> Bool {
    parts.strings.slice(offset, length).map { SourceCheck.isUTF8($0.raw) } ?? false
  }

  private func isLabel(_ number: UInt32) -> Bool { Int(number) < parts.labels.count / 16 }

  private func isMetadata(_ view: ByteView) -> Bool {
    var valid = true
    let wellFormed = MetadataCoding.entries(of: view) { key, values in
      let texts = MetadataCoding.values(of: values) ?? []
      valid =
        valid && MetadataCoding.values(of: values) != nil && SourceCheck.isUTF8(key.raw)
        && texts.allSatisfy { SourceCheck.isUTF8($0.raw) }
      return valid
    }
    return wellFormed && valid
  }

  private func digest(of view: ByteView) -> [UInt8] {
    var hash = SHA256()
    hash.update(view.raw)
    return hash.finish()
  }
}
