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

  /// When an update appends, and when it writes the whole index anew.
  var policy = UpdatePolicy()

  /// Writes the index of `documents`, which are numbered as they come: one part.
  ///
  /// The same documents, tables and synonyms give the same generation, and with the same fingerprint and files
  /// the same file, byte for byte.
  /// - Parameters:
  ///   - files: where the documents were read from, for the next update.
  ///   - lock: held by the caller; without one the writer waits for whoever holds it before it puts the new
  ///     file in the place of the old one.
  /// - Returns: the new generation's name (hex digest of its content; the fingerprint is no part of it).
  /// - Complexity: O(bytes of the texts).
  /// - Throws: ``IndexError`` `.unwritable` (disk full, no permission) naming the path; nothing is left
  ///   behind. `.badDocument` for two documents of one id, clauses outside their text, text that is no
  ///   UTF-8, or a synonym file with an error (its line).
  public func write(
    _ documents: [SourceDocument], tables: [IndexTable], synonyms: [UInt8], fingerprint: String,
    files: [SourceFile] = [], to path: String, holding lock: IndexLock? = nil
  ) throws(IndexError) -> String {
    try SourceCheck.check(documents)
    _ = try Synonyms.parse(synonyms, path: "synonyms")
    let content = GenerationContent(
      tables: try sorted(tables), synonyms: synonyms, fingerprint: fingerprint,
      files: SourceFileTable.bytes(of: files))
    let writer = try IndexFileWriter.create(path)
    let generation = try sections(of: documents, content, path: path, to: writer)
    try writer.finish(holding: lock)
    return KnowledgeIndex.hex(generation)
  }

  /// Makes all sections of a part, of documents that were checked and tables in order.
  /// - Parameters:
  ///   - path: beside it goes what memory is too small for.
  ///   - plan: what of the present generation stays, where the part is appended to it.
  /// - Returns: the generation's name.
  func sections(
    of documents: [SourceDocument], _ content: GenerationContent, plan: UpdatePlan? = nil,
    path: String, to sink: some SectionSink
  ) throws(IndexError) -> [UInt8] {
    let scan = try TermScan(
      documents, jobs: jobs, stretch: stretch,
      store: RunStore(limit: memory << 20, target: path))
    let catalogue = CatalogueSections(documents, digests: scan.digests, tables: content.tables)
    guard catalogue.strings.fits else {
      throw IndexError(
        .badDocument, "ids and headings have over 4 GB; split the folder into several indexes")
    }
    try sink.write(.strings, catalogue.strings.bytes)
    try sink.write(.labels, catalogue.labels)
    try sink.write(.skills, catalogue.skills)
    try sink.write(.facets, catalogue.facets)
    sink.begin(.texts)
    for number in documents.indices { try sink.append(documents[number].text) }
    try sink.end()
    try sink.write(.documents, catalogue.documents)
    try sink.write(.ids, catalogue.ids)
    try sink.write(.metadata, catalogue.metadata)
    try sink.write(.passages, catalogue.passages)
    try sink.write(.origins, catalogue.origins)
    var info = InfoRecord()
    info.termCount = try scan.write(to: sink, jobs: jobs)
    info.fieldTotals = scan.fieldTotals
    info.documentCount = documents.count
    info.passageCount = scan.lengths.count
    try sink.write(.info, info.bytes)
    try sink.write(.deleted, plan?.deleted() ?? [])
    try sink.write(.order, plan?.order ?? [])
    try sink.write(.files, content.files)
    try sink.write(.synonyms, content.synonyms)
    try sink.write(.tables, catalogue.tables)
    var state = plan?.kept ?? StateRecord()
    state.fieldTotals &+= info.fieldTotals
    state.textBytes += documents.indices.reduce(UInt64(0)) { $0 + UInt64(documents[$1].text.count) }
    state.documentCount += info.documentCount
    state.passageCount += info.passageCount
    state.fingerprint = content.fingerprint
    state.generation = content.generation(
      stretches: plan?.stretches
        ?? [UpdatePlan.Stretch(segment: nil, documents: documents.indices, passages: 0..<0)],
      new: catalogue.documents)
    try sink.write(.state, state.bytes)
    return state.generation
  }

  /// Tables by name and version.
  func sorted(_ tables: [IndexTable]) throws(IndexError) -> [IndexTable] {
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
