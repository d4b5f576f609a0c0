import Glibc

/// Writes documents and tables into one index file: temp + fsync + rename, so a reader sees the old
/// generation or the new one, never half of one.
public struct IndexBuilder: Sendable {
  /// How many threads scan texts and write postings; the file does not depend on it.
  public var jobs: Int

  /// Megabytes for postings that wait to be merged; what is more goes to a file beside the index. The
  /// texts, which the caller holds, come on top, and about 30 MB a job.
  public var memory: Int

  /// Megabytes, unless the caller says otherwise.
  public static let usualMemory: Int = 512

  /// - Parameter jobs: 0 takes as many as there are processors.
  public init(jobs: Int = 0, memory: Int = usualMemory) {
    self.jobs = jobs > 0 ? jobs : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.memory = memory
  }

  /// Bytes of text that one worker scans at a time; the file does not depend on it.
  var stretch = 2 << 20

  /// Writes the index of `documents`, which are numbered as they come.
  ///
  /// The same documents, tables and synonyms give the same generation, and with the same fingerprint the
  /// same file, byte for byte.
  /// - Returns: the new generation's name (hex digest of its content; the fingerprint is no part of it).
  /// - Complexity: O(bytes of the texts).
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
    let generation = try sections(
      of: documents, tables: tables, synonyms: synonyms, fingerprint: fingerprint, path: path,
      to: writer)
    try writer.finish()
    return KnowledgeIndex.hex(generation)
  }

  /// Makes all sections, of documents that were checked and tables in order.
  /// - Parameter path: beside it goes what memory is too small for.
  /// - Returns: the generation's name.
  func sections(
    of documents: [SourceDocument], tables: [IndexTable], synonyms: [UInt8], fingerprint: String,
    path: String, to sink: some SectionSink
  ) throws(IndexError) -> [UInt8] {
    let scan = try TermScan(
      documents, jobs: jobs, stretch: stretch,
      store: RunStore(limit: memory << 20, target: path))
    let catalogue = CatalogueSections(documents, digests: scan.digests, tables: tables)
    guard catalogue.strings.fits else {
      throw IndexError(
        .badDocument, "ids and headings have over 4 GB; split the folder into several indexes")
    }
    try sink.write(.strings, catalogue.strings.bytes)
    try sink.write(.labels, catalogue.labels)
    try sink.write(.skills, catalogue.skills)
    try sink.write(.facets, catalogue.facets)
    sink.begin(.texts)
    for document in documents { try sink.append(document.text) }
    try sink.end()
    try sink.write(.documents, catalogue.documents)
    try sink.write(.ids, catalogue.ids)
    try sink.write(.metadata, catalogue.metadata)
    try sink.write(.passages, catalogue.passages)
    let termCount = try scan.write(to: sink, jobs: jobs)
    try sink.write(.synonyms, synonyms)
    try sink.write(.tables, catalogue.tables)
    var name = GenerationName()
    for number in documents.indices {
      let record = number * DocumentRecord.width..<(number + 1) * DocumentRecord.width
      name.add(document: catalogue.documents[record].suffix(DocumentRecord.identityWidth))
    }
    name.add(synonyms: synonyms)
    for table in tables {
      name.add(table: Array(table.name.utf8), version: table.version, bytes: table.bytes)
    }
    var info = InfoRecord()
    info.fieldTotals = scan.fieldTotals
    info.documentCount = documents.count
    info.passageCount = scan.lengths.count
    info.termCount = termCount
    info.generation = name.finish()
    info.fingerprint = fingerprint
    try sink.write(.info, info.bytes)
    return info.generation
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
