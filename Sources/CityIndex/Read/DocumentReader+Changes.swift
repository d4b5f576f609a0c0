extension DocumentReader {
  /// What a folder holds now, in terms of the generation that was made of it before.
  public struct Changes: Sendable {
    /// All documents of the next generation that come from the folder, in order.
    public var entries: [IndexEntry] = []
    public var problems: [IndexError] = []
    public var files: [SourceFile] = []
    /// As ``DocumentReader/fingerprint(folder:)``.
    public var fingerprint = ""

    /// Adds what comes next.
    public mutating func add(_ entry: IndexEntry) {
      if case .kept(let range) = entry { keep(range) } else { entries.append(entry) }
    }

    /// Whether the next generation has the documents of the present one, in its order.
    public func keepAll(of index: KnowledgeIndex) -> Bool {
      guard index.documentCount > 0 else { return entries.isEmpty }
      guard entries.count == 1, case .kept(let range) = entries[0] else { return false }
      return range == 0..<index.documentCount
    }

    mutating func keep(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      if case .kept(let last)? = entries.last, last.upperBound == range.lowerBound {
        entries[entries.count - 1] = .kept(last.lowerBound..<range.upperBound)
      } else {
        entries.append(.kept(range))
      }
    }
  }

  /// Reads what has changed since `index` was made of the folder.
  ///
  /// A file is passed by unread where its size, its inode and both its times are what they were, and the times
  /// were at least two seconds old when it was read. The time of the content alone would not do: programs set
  /// it. Other files are read; one whose bytes have the checksum that they had keeps its documents, and so
  /// does a line of a corpus.
  /// - Returns: nil where the index does not say which files it was made of: then all is to be read.
  /// - Complexity: one `lstat` a file, and the bytes of those that are not passed by.
  /// - Throws: ``IndexError`` `.unreadable` for the folder, `.damaged` for an index that does not say any more what it said.
  public func changes(
    in folder: String, since index: KnowledgeIndex,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(IndexError) -> Changes? {
    guard let known = index.sourceFiles, !known.isEmpty else { return nil }
    try index.checkSums(of: [.files, .origins])
    let now = try FolderReading(folder, by: self)
    var changes = Changes(problems: now.problems, fingerprint: now.fingerprint)
    progress?(0, now.files.count)
    var (place, document) = (0, 0)
    for (number, file) in now.files.enumerated() {
      // Both lists are in byte order of the names.
      while place < known.count, known[place].name.lexicographicallyPrecedes(file.name) {
        document += known[place].documents
        place += 1
      }
      let old = place < known.count && known[place].name == file.name ? known[place] : nil
      let documents = document..<document + (old?.documents ?? 0)
      if let old, old.isSettled, old.isSame(as: now.record(of: file)) {
        changes.keep(documents)
        changes.files.append(old)
      } else {
        read(file, in: now, known: old, documents, of: index, into: &changes)
      }
      progress?(number + 1, now.files.count)
    }
    return changes
  }

  private func read(
    _ file: FolderWalk.File, in folder: FolderReading, known: SourceFile?, _ documents: Range<Int>,
    of index: KnowledgeIndex, into changes: inout Changes
  ) {
    let id = String(decoding: file.name, as: UTF8.self)
    if known != nil, Self.isCorpus(id) {
      let place = FolderWalk.join(folder.root, file.name)
      if let corpus = CorpusChanges(
        of: place, id: id, lineLimit: sizeLimit, since: documents, of: index)
      {
        let path = String(decoding: place, as: UTF8.self)
        changes.problems += Self.problems(corpus.problems, path: path)
        var record = folder.record(of: file)
        record.documents = corpus.count
        record.isSettled = record.isSettled && corpus.problems.isEmpty
        for entry in corpus.entries { changes.add(entry) }
        changes.files.append(record)
        return
      }
    }
    let (reading, record) = self.file(file, in: folder, known: known)
    changes.files.append(record)
    changes.problems += reading.problems
    if let known, known.sum != 0, known.sum == record.sum, known.size == record.size {
      changes.keep(documents)
    } else {
      changes.entries += reading.documents.map { .new($0) }
    }
  }
}

extension KnowledgeIndex {
  /// The files it was made of; nil where other readers read them.
  var sourceFiles: [SourceFile]? { SourceFileTable.files(of: last.parts.files) }
}
