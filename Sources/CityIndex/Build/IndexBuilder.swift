/// Writes documents and tables into one index file: temp + fsync + rename, so a reader sees the old
/// generation or the new one, never half of one.
public struct IndexBuilder: Sendable {
  public init() {}

  /// Writes the index of `documents`, which are numbered as they come.
  ///
  /// The same documents, tables and synonyms give the same generation, and with the same fingerprint the
  /// same file, byte for byte.
  /// - Returns: the new generation's name (hex digest of its content; the fingerprint is no part of it).
  /// - Complexity: O(bytes of the texts), scanned twice; the postings are held in memory.
  /// - Throws: ``IndexError`` `.unwritable` (disk full, no permission) naming the path; nothing is left
  ///   behind. `.badDocument` for two documents of one id, clauses outside their text, text that is no
  ///   UTF-8, or a synonym file with an error (its line).
  public func write(
    _ documents: [SourceDocument], tables: [IndexTable], synonyms: [UInt8], fingerprint: String,
    to path: String
  ) throws(IndexError) -> String {
    try SourceCheck.check(documents)
    _ = try Synonyms.parse(synonyms, path: "synonyms")
    let tables = try sorted(tables)
    let writer = try IndexFileWriter.create(path)
    let catalogue = CatalogueSections(documents, tables: tables)
    let ranking = PostingSections(documents)
    try writer.write(.strings, catalogue.strings.bytes)
    try writer.write(.labels, catalogue.labels)
    try writer.write(.skills, catalogue.skills)
    try writer.write(.texts, parts: documents.lazy.map(\.text))
    try writer.write(.documents, catalogue.documents)
    try writer.write(.ids, catalogue.ids)
    try writer.write(.metadata, catalogue.metadata)
    try writer.write(.passages, catalogue.passages)
    try writer.write(.lengths, ranking.lengths)
    try writer.write(.terms, ranking.terms)
    try writer.write(.spans, ranking.spans)
    try writer.write(.postings, ranking.postings)
    try writer.write(.synonyms, synonyms)
    try writer.write(.tables, catalogue.tables)
    var info = InfoRecord()
    info.fieldTotals = ranking.fieldTotals
    info.documentCount = documents.count
    info.passageCount = catalogue.passages.count / PassageRecord.width
    info.termCount = ranking.termCount
    info.generation = writer.generation()
    info.fingerprint = fingerprint
    try writer.write(.info, info.bytes)
    try writer.finish()
    return KnowledgeIndex.hex(info.generation)
  }

  /// Tables by name and version.
  private func sorted(_ tables: [IndexTable]) throws(IndexError) -> [IndexTable] {
    func precedes(_ a: IndexTable, _ b: IndexTable) -> Bool {
      a.name.utf8.elementsEqual(b.name.utf8)
        ? a.version < b.version : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    let sorted = tables.sorted(by: precedes)
    for (a, b) in zip(sorted, sorted.dropFirst()) where !precedes(a, b) {
      throw IndexError(
        .badDocument, "two tables are called “\(a.name)” version \(a.version); rename one")
    }
    return sorted
  }
}
