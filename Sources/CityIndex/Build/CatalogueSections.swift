/// The sections about documents and passages: all but postings, in the order they were given.
struct CatalogueSections {
  private(set) var strings: StringPool
  private(set) var labels: [UInt8] = []
  private(set) var skills: [UInt8] = []
  private(set) var facets: [UInt8] = []
  private(set) var documents: [UInt8] = []
  private(set) var ids: [UInt8] = []
  private(set) var metadata: [UInt8] = []
  private(set) var passages: [UInt8] = []
  private(set) var origins: [UInt8] = []
  private(set) var tables: [UInt8] = []

  private var labelNumbers: [String: UInt32] = [:]
  /// The first labels, by their numbers: most documents of a collection name the same few.
  private var firstLabels: [String] = []
  private var skillLists: [[String]: UInt32] = [:]
  private var facetNumbers: [Facet: UInt32] = [:]
  private var lastFacet: (facet: Facet, number: UInt32)?
  private var textOffset: UInt64 = 0
  private var passageCount: UInt32 = 0
  private var sum = DocumentSum()

  private struct Facet: Hashable {
    var kind: UInt32
    var language: UInt32
    var firstSkill: UInt32
    var skillCount: UInt32
  }

  /// - Parameter digests: the SHA-256 of each text, one after the other.
  init(_ source: [SourceDocument], digests: [UInt8], tables: [IndexTable]) {
    strings = StringPool(room: source.count)
    documents.reserveCapacity(source.count * DocumentRecord.width)
    passages.reserveCapacity(
      source.indices.reduce(0) { $0 + source[$1].clauses.count } * PassageRecord.width)
    metadata.reserveCapacity(source.count * 96)
    for number in source.indices {
      add(source[number], number: UInt32(number), digest: digests[number * 32..<number * 32 + 32])
    }
    for number in IdentifierOrder.numbers(of: source.map(\.id)) { ids.appendLittle(UInt32(number)) }
    self.tables = TableDirectory.bytes(of: tables) { strings.place($0) }
  }

  private mutating func add(_ document: SourceDocument, number: UInt32, digest: ArraySlice<UInt8>) {
    var record = DocumentRecord()
    record.textOffset = textOffset
    textOffset += UInt64(document.text.count)
    record.id = strings.place(document.id)
    record.metadataOffset = UInt64(metadata.count)
    let labels = document.metadata.entries.map { label($0.key) }
    MetadataCoding.append(document.metadata, labels: labels, to: &metadata)
    record.firstPassage = passageCount
    passageCount += UInt32(document.clauses.count)
    record.facet = facet(of: document.metadata)
    record.digest = digest
    record.sum = sum.sum(of: document)
    record.append(to: &documents)
    OriginRecord(line: document.line, stem: WorkSizes.stem(of: document.metadata.title))
      .append(to: &origins)
    for clause in document.clauses { add(clause, document: number) }
  }

  private mutating func add(_ clause: SourceClause, document: UInt32) {
    var record = PassageRecord()
    record.document = document
    record.clause = strings.place(clause.path)
    record.heading = strings.place(clause.heading)
    record.start = UInt32(clause.range.lowerBound)
    record.end = UInt32(clause.range.upperBound)
    record.append(to: &passages)
  }

  private mutating func label(_ name: String) -> UInt32 {
    if let number = firstLabels.firstIndex(of: name) { return UInt32(number) }
    if let number = labelNumbers[name] { return number }
    let number = UInt32(labelNumbers.count)
    if firstLabels.count < 8 { firstLabels.append(name) }
    labelNumbers[name] = number
    labels.appendLittle(strings.place(name))
    return number
  }

  private mutating func facet(of metadata: DocumentMetadata) -> UInt32 {
    let names = metadata["skill"]
    let facet = Facet(
      kind: label(metadata.kind), language: label(metadata.language),
      firstSkill: skillList(names), skillCount: UInt32(names.count))
    if let lastFacet, lastFacet.facet == facet { return lastFacet.number }
    let number = facetNumbers[facet] ?? append(facet)
    lastFacet = (facet, number)
    return number
  }

  private mutating func append(_ facet: Facet) -> UInt32 {
    let number = UInt32(facetNumbers.count)
    facetNumbers[facet] = number
    var record = FacetRecord()
    (record.kind, record.language) = (facet.kind, facet.language)
    (record.firstSkill, record.skillCount) = (facet.firstSkill, facet.skillCount)
    record.append(to: &facets)
    return number
  }

  /// The place of a list of skills in the section `skills`; equal lists share one.
  private mutating func skillList(_ names: [String]) -> UInt32 {
    if let first = skillLists[names] { return first }
    let first = UInt32(skills.count / 4)
    for name in names { skills.appendLittle(label(name)) }
    skillLists[names] = first
    return first
  }
}
