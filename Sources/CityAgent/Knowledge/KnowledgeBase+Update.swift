public import CityIndex

/// What an update came to.
public struct KnowledgeUpdate: Sendable {
  public let base: KnowledgeBase
  /// False where nothing had changed and nothing was written.
  public let isWritten: Bool
}

extension KnowledgeBase {
  /// Makes the next generation out of the present one: only what has changed is read, and only that is indexed.
  ///
  /// The generation is the one that ``build`` would make. All is built where there is no index, or one that is
  /// damaged, of another version, or made of no folder. Another process that writes the same index is waited for.
  /// - Parameter problems: told of each file that could not be read, every time; the rest is indexed.
  public static func update(
    _ sources: KnowledgeSources, skills: [any Skill], builder: IndexBuilder = IndexBuilder(),
    progress: (@Sendable (BuildProgress) -> Void)? = nil,
    problems: (@Sendable (IndexError) -> Void)? = nil
  ) throws -> KnowledgeUpdate {
    // A file that cannot be written may still be replaced: the build says what is wrong where it cannot.
    let held = try? IndexLock.take(sources.index)
    guard let lock = held,
      let index = try? KnowledgeIndex.open(sources.index),
      var changes = try? sources.reader.changes(
        in: sources.documents, since: index,
        progress: { done, total in progress?(.reading(done: done, total: total)) })
    else {
      return KnowledgeUpdate(
        base: try build(
          sources, skills: skills, builder: builder, holding: held, progress: progress,
          problems: problems), isWritten: true)
    }
    let fingerprint = Self.fingerprint(sources, skills: skills, documents: changes.fingerprint)
    if let folder = sources.skills {
      for name in SkillFolders.names(in: folder) {
        guard
          let more = try SkillFolders.references(of: name, in: folder, reader: sources.reader)
        else { continue }
        for document in more.documents { changes.add(index.entry(for: document)) }
        changes.problems += more.problems
      }
    }
    let new = changes.entries.compactMap { entry in
      if case .new(let document) = entry { document } else { nil }
    }
    let invalid = ValidityCheck.problems(new, folder: sources.documents)
    changes.problems += invalid
    for problem in changes.problems { problems?(problem) }
    progress?(.compiling)
    let contents = KnowledgeContents(
      documents: IndexedSources(changes.entries, in: index), folder: sources.documents,
      report: { problems?($0) })
    var tables = try Self.tables(of: contents, skills: skills)
    if let works = WorkSizes.table(of: changes.entries, in: index) { tables.append(works) }
    if let memory = try memory(for: contents) { tables.append(memory) }
    let synonyms = try Self.synonyms(of: contents)
    // Compared rather than guessed from times: a data file beside the documents may have been put back in time.
    if fingerprint == index.fingerprint, changes.keepAll(of: index),
      index.holds(tables: tables, synonyms: synonyms)
    {
      return KnowledgeUpdate(base: KnowledgeBase(index), isWritten: false)
    }
    progress?(.writing)
    do {
      _ = try builder.update(
        index, to: changes.entries, tables: tables, synonyms: synonyms, fingerprint: fingerprint,
        files: unsettled(changes.files, invalid, folder: sources.documents), holding: lock)
    } catch {
      guard error.code == .damaged else { throw error }
      return KnowledgeUpdate(
        base: try build(
          sources, skills: skills, builder: builder, holding: lock, progress: progress),
        isWritten: true)
    }
    progress?(.done(documents: contents.documents.count, problems: changes.problems.count))
    return KnowledgeUpdate(base: try open(index: sources.index), isWritten: true)
  }

  static func tables(
    of contents: KnowledgeContents, skills: [any Skill]
  ) throws -> [IndexTable] {
    var tables: [IndexTable] = []
    for skill in skills { tables += try skill.tables(for: contents) }
    return tables
  }

  /// The confirmed pairs beside the documents, compiled; nil where none can be used.
  static func memory(for contents: KnowledgeContents) throws(IndexError) -> IndexTable? {
    let file = try MemoryFile(contents.folder + "/" + MemoryFile.name)
    for problem in file.problems { contents.report(problem) }
    guard !file.pairs.isEmpty else { return nil }
    let compiled = MemoryCompilation(
      file.pairs, in: contents.documents, synonyms: try contents.synonyms(),
      silent: QuestionWords.phrases)
    for left in compiled.leftOut {
      contents.report(IndexError(.badDocument, left.reason, path: file.path, line: left.line))
    }
    return compiled.taken > 0 ? compiled.table : nil
  }

  /// The synonym file, which must be one.
  static func synonyms(of contents: KnowledgeContents) throws(IndexError) -> [UInt8] {
    let synonyms = try contents.text("synonyms.txt") ?? []
    _ = try Synonyms.parse(synonyms, path: contents.folder + "/synonyms.txt")
    return synonyms
  }

  /// The files, those with a problem in their metadata marked to be read again, so that it is told again.
  static func unsettled(
    _ files: [SourceFile], _ invalid: [IndexError], folder: String
  ) -> [SourceFile] {
    let paths = Set(invalid.compactMap(\.path))
    guard !paths.isEmpty else { return files }
    return files.map { file in
      var file = file
      if paths.contains(folder + "/" + String(decoding: file.name, as: UTF8.self)) {
        file.isSettled = false
        file.sum = 0
      }
      return file
    }
  }
}
