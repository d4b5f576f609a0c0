/// Documents as far as confirmed pairs refer to them, each decoded once.
struct MemoryCatalogue {
  struct Entry {
    var number: Int
    /// By path: the clause's number in the document.
    var clauses: [[UInt8]: Int]
    /// As ``WorkSizes/stem(of:)``.
    var stem: UInt64
  }

  /// By the bytes of the id: two normal forms of one text are two ids.
  private let entries: [[UInt8]: Entry]

  init(_ sources: IndexedSources, ids: Set<[UInt8]>) {
    var entries: [[UInt8]: Entry] = [:]
    for (id, number) in sources.numbers(ofIDs: ids) {
      let document = sources[number]
      var clauses: [[UInt8]: Int] = [:]
      for (i, clause) in document.clauses.enumerated() { clauses[Array(clause.path.utf8)] = i }
      entries[id] = Entry(
        number: number, clauses: clauses, stem: WorkSizes.stem(of: document.metadata.title))
    }
    self.entries = entries
  }

  subscript(id: String) -> Entry? { entries[Array(id.utf8)] }
}
