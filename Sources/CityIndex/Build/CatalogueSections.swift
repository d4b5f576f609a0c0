import CityText

/// The sections about documents and passages: all but postings, in the order they were given.
struct CatalogueSections {
  private(set) var strings = StringPool()
  private(set) var labels: [UInt8] = []
  private(set) var skills: [UInt8] = []
  private(set) var documents: [UInt8] = []
  private(set) var ids: [UInt8] = []
  private(set) var metadata: [UInt8] = []
  private(set) var passages: [UInt8] = []
  private(set) var tables: [UInt8] = []

  private var labelNumbers: [String: UInt32] = [:]
  private var skillLists: [[String]: UInt32] = [:]
  private var textOffset: UInt64 = 0
  private var passageCount: UInt32 = 0

  init(_ source: [SourceDocument], tables: [IndexTable]) {
    for (number, document) in source.enumerated() { add(document, number: UInt32(number)) }
    let order = source.indices.sorted {
      source[$0].id.utf8.lexicographicallyPrecedes(source[$1].id.utf8)
    }
    for number in order { ids.appendLittle(UInt32(number)) }
    self.tables = TableDirectory.bytes(of: tables) { strings.place($0) }
  }

  private mutating func add(_ document: SourceDocument, number: UInt32) {
    var record = DocumentRecord()
    record.textOffset = textOffset
    record.textLength = UInt64(document.text.count)
    textOffset += record.textLength
    (record.idOffset, record.idLength) = strings.place(document.id)
    record.metadataOffset = UInt64(metadata.count)
    MetadataCoding.append(document.metadata, to: &metadata)
    record.metadataLength = UInt32(UInt64(metadata.count) - record.metadataOffset)
    record.firstPassage = passageCount
    record.passageCount = UInt32(document.clauses.count)
    passageCount += record.passageCount
    record.kind = label(document.metadata.kind)
    record.language = label(document.metadata.language)
    let skills = document.metadata["skill"]
    record.firstSkill = skillList(skills)
    record.skillCount = UInt32(skills.count)
    var hash = SHA256()
    hash.update(document.text)
    record.digest = hash.finish()
    record.append(to: &documents)
    for clause in document.clauses { add(clause, document: number) }
  }

  private mutating func add(_ clause: SourceClause, document: UInt32) {
    var record = PassageRecord()
    record.document = document
    (record.clauseOffset, record.clauseLength) = strings.place(clause.path)
    (record.headingOffset, record.headingLength) = strings.place(clause.heading)
    record.start = UInt32(clause.range.lowerBound)
    record.end = UInt32(clause.range.upperBound)
    record.append(to: &passages)
  }

  private mutating func label(_ name: String) -> UInt32 {
    if let number = labelNumbers[name] { return number }
    let number = UInt32(labelNumbers.count)
    labelNumbers[name] = number
    let place = strings.place(name)
    labels.appendLittle(place.offset)
    labels.appendLittle(UInt64(place.length))
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
