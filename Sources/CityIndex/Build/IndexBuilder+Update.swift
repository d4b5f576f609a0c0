extension IndexBuilder {
  /// Makes the next generation of an index out of the present one.
  ///
  /// What is new is appended to the file as a part of its own; where little of the old would be left, or much
  /// was appended already, the file is written anew as one part, byte for byte as ``write`` would. Either way
  /// the generation has the name, the numbers and the rankings that a build of the same documents gives. The
  /// present one serves until the new one is whole, and those who have it open keep it.
  /// - Parameters:
  ///   - entries: the documents of the next generation in their order, each of the present one at most once.
  ///   - index: opened while the lock was held.
  /// - Returns: the new generation's name.
  /// - Complexity: O(bytes of the new texts and of the ones that go), and a few bytes for every document.
  /// - Throws: as ``write``, and `.damaged` where the present generation is; it stays.
  public func update(
    _ index: KnowledgeIndex, to entries: [IndexEntry], tables: [IndexTable], synonyms: [UInt8],
    fingerprint: String, files: [SourceFile] = [], holding lock: IndexLock
  ) throws(IndexError) -> String {
    // What is written down again is to be what was written.
    try index.checkSums(of: [.documents, .deleted])
    try index.verifyOrder()
    try SourceCheck.check(entries, of: index)
    _ = try Synonyms.parse(synonyms, path: "synonyms")
    let plan = try UpdatePlan(entries, of: index, policy: policy)
    guard !plan.isRewrite(policy) else {
      var documents: [SourceDocument] = []
      for entry in entries {
        switch entry {
        case .kept(let range):
          for number in range { documents.append(try index.checkedSource(number)) }
        case .new(let document): documents.append(document)
        }
      }
      return try write(
        documents, tables: tables, synonyms: synonyms, fingerprint: fingerprint, files: files,
        to: index.path, holding: lock)
    }
    let content = GenerationContent(
      tables: try sorted(tables), synonyms: synonyms, fingerprint: fingerprint,
      files: SourceFileTable.bytes(of: files))
    let writer = try IndexFileWriter.append(to: lock, after: index.file.view.count)
    let generation = try sections(
      of: plan.documents, content, plan: plan, path: index.path, to: writer)
    try writer.finish(holding: lock)
    return KnowledgeIndex.hex(generation)
  }
}
