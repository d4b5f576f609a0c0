import CityText

extension IndexSegment {
  /// Checks all that is said of documents and passages.
  func verifyCatalogue() throws(IndexError) {
    try verifyLabels()
    try verifyDocuments()
    try verifyIDs()
    try verifyPassages()
  }

  private func verifyLabels() throws(IndexError) {
    for number in 0..<labelCount {
      guard isText(parts.labels.u32(number * 4)) else { throw damage("label \(number)") }
    }
    for place in 0..<parts.skills.count / 4 {
      guard isLabel(parts.skills.u32(place * 4)) else { throw damage("skill \(place)") }
    }
    for number in 0..<parts.facets.count / FacetRecord.width {
      let facet = FacetRecord(parts.facets.record(number, width: FacetRecord.width))
      guard isLabel(facet.kind), isLabel(facet.language),
        Int(facet.firstSkill) + Int(facet.skillCount) <= parts.skills.count / 4
      else { throw damage("facet \(number)") }
    }
  }

  private func verifyDocuments() throws(IndexError) {
    var sum = DocumentSum()
    var (text, metadata, passage) = (0, 0, 0)
    for number in 0..<documentCount {
      let record = document(number)
      guard record.textOffset == text, record.metadataOffset == metadata,
        Int(record.firstPassage) == passage, isText(record.id),
        Int(record.facet) < parts.facets.count / FacetRecord.width,
        let bytes = self.text(of: number), SourceCheck.isUTF8(bytes.raw),
        digest(of: bytes) == digest(of: number), isMetadata(self.metadata(of: number)),
        sum.sum(of: source(number)) == record.sum, isFacet(number)
      else { throw damage("document \(number)") }
      text += bytes.count
      metadata += self.metadata(of: number).count
      passage += passages(of: number).count
    }
    guard text == parts.texts.count, metadata == parts.metadata.count, passage == passageCount
    else { throw damage("the end of the documents") }
  }

  private func verifyIDs() throws(IndexError) {
    for place in 0..<documentCount {
      let number = Int(parts.ids.u32(place * 4))
      let isAfter =
        place == 0
        || id(of: Int(parts.ids.u32(place * 4 - 4))).precedes(id(of: number)) ?? false
      guard number < documentCount, isAfter else { throw damage("the order of the ids") }
    }
  }

  private func verifyPassages() throws(IndexError) {
    for document in 0..<documentCount {
      var end: UInt32 = 0
      for number in passages(of: document) {
        let record = passage(number)
        guard Int(record.document) == document, record.start >= end, record.end >= record.start,
          let text = text(of: document),
          let clause = text.slice(Int(record.start), Int(record.end - record.start)),
          SourceCheck.isUTF8(clause.raw), isText(record.clause), isText(record.heading)
        else { throw damage("passage \(number)") }
        end = record.end
      }
    }
  }

  func damage(_ what: String) -> IndexError { .damaged("\(what) is wrong", path) }

  private func isText(_ place: UInt32) -> Bool {
    parts.strings.text(place).map { SourceCheck.isUTF8($0.raw) } ?? false
  }

  private func isLabel(_ number: UInt32) -> Bool { Int(number) < labelCount }

  /// Whether the document's facet says what its metadata says.
  private func isFacet(_ number: Int) -> Bool {
    let facet = facet(of: number)
    let metadata = metadataEntries(of: number)
    let skills = (0..<Int(facet.skillCount)).map {
      label(Int(parts.skills.u32((Int(facet.firstSkill) + $0) * 4))).string
    }
    return label(Int(facet.kind)).string == metadata.kind
      && label(Int(facet.language)).string == metadata.language && skills == metadata["skill"]
  }

  private func isMetadata(_ view: ByteView) -> Bool {
    var valid = true
    let wellFormed = MetadataCoding.entries(of: view) { key, values in
      let texts = MetadataCoding.values(of: values) ?? []
      valid =
        valid && MetadataCoding.values(of: values) != nil && isLabel(key)
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
