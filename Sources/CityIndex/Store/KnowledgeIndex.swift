import Synchronization

/// A memory-mapped index: one immutable generation.
///
/// A file has one part, or one more for each update since it was built; the last says which documents of which
/// parts there are. All numbers here are those of the generation, the same as in an index of one part.
///
/// Opening checks magic, version, sizes and the checksums of the section tables, and of every section of
/// a file up to 4 MB; ``verify()`` checks every byte. Every read is bounds-checked: a damaged file gives
/// wrong ranks at worst or an ``IndexError`` `.damaged`, never a crash. A number outside the index gives
/// an empty document or passage. Safe to use from any thread.
///
/// Limit: a file that another program cuts short in place while it is mapped stops the process at the
/// next read past its end (SIGBUS). ``IndexBuilder`` replaces files whole and never does that.
public final class KnowledgeIndex: Sendable {
  /// The one version of the file format that this program reads and writes.
  public static let formatVersion: Int = 3

  let file: MappedFile
  /// The parts of the file, those out of use included; the last holds what is said of the generation.
  let segments: [IndexSegment]
  let order: DocumentOrder
  let deleted: DeletedTerms
  let state: StateRecord
  /// The parts in use, where their passages begin in the scores of a search.
  let searched: [SearchedPart]
  /// Worked out at the first search where there are several parts.
  let numbers = Mutex<PassageNumbers?>(nil)
  /// Parsed once, at first use.
  private let parsedSynonyms = Mutex<Synonyms?>(nil)
  /// Memory of searches, not in use.
  let workspaces = Mutex<[SearchWorkspace]>([])
  /// What the last search worked out for its weights, which are nearly always the same.
  let lastImpacts = Mutex<[ImpactTable]>([])

  /// Where it was opened.
  public let path: String
  /// Hex digest of the content: the generation's name.
  public let generation: String

  /// - Parameter segments: all parts, in file order; not empty.
  init(_ segments: [IndexSegment], of file: MappedFile, path: String) throws(IndexError) {
    self.file = file
    self.segments = segments
    self.path = path
    let last = segments[segments.count - 1]
    guard let state = StateRecord(last.parts.state) else {
      throw IndexError.damaged("section “state” has the wrong length", path)
    }
    guard
      let order = DocumentOrder(
        last.parts.order, documents: state.documentCount, passages: state.passageCount,
        last: segments.count - 1)
    else { throw IndexError.damaged("section “order” has the wrong length", path) }
    guard
      !order.isWhole
        || state.documentCount == last.documentCount && state.passageCount == last.passageCount
    else { throw IndexError.damaged("section “state” has the wrong numbers", path) }
    guard let deleted = DeletedTerms(last.parts.deleted) else {
      throw IndexError.damaged("section “deleted” has the wrong length", path)
    }
    (self.state, self.order, self.deleted) = (state, order, deleted)
    searched = SearchedPart.all(order.parts.map { segments[$0] }, averages: state.averageLengths)
    generation = Self.hex(state.generation)
  }

  /// The part that says what the generation is.
  var last: IndexSegment { segments[segments.count - 1] }

  /// The fingerprint the builder was given.
  public var fingerprint: String { state.fingerprint }
  public var documentCount: Int { state.documentCount }
  public var passageCount: Int { state.passageCount }
  /// Bytes of all texts.
  public var textBytes: Int { Int(state.textBytes) }
  /// Sizes by section name, in bytes and file order, over all parts.
  public var sections: [(name: String, bytes: Int)] {
    last.parts.sizes.enumerated().map { place, section in
      (section.name, segments.reduce(0) { $0 + $1.parts.sizes[place].bytes })
    }
  }

  /// The synonyms the builder was given; parsed at first use.
  public var synonyms: Synonyms {
    parsedSynonyms.withLock { cache in
      if let cache { return cache }
      // The builder has parsed the same bytes: only damage makes this fail.
      let parsed = (try? Synonyms.parse(last.parts.synonyms.bytes, path: path)) ?? .none
      cache = parsed
      return parsed
    }
  }

  /// The bytes of a compiled table; nil where there is none of that name and version.
  /// - Complexity: O(tables), plus the copy.
  public func table(_ name: String, version: Int) -> [UInt8]? {
    let directory = self.directory
    let wanted = Array(name.utf8)
    for number in 0..<directory.count {
      guard let entry = directory.entry(number), entry.version == version,
        entry.name.raw.elementsEqual(wanted)
      else { continue }
      return entry.bytes.bytes
    }
    return nil
  }

  /// The names of the compiled tables, each once, in byte order.
  public var tableNames: [String] {
    let directory = self.directory
    var names: [String] = []
    for number in 0..<directory.count {
      guard let name = directory.entry(number)?.name.string, name != names.last else { continue }
      names.append(name)
    }
    return names
  }

  /// Whether these are its tables and its synonym file.
  public func holds(tables: [IndexTable], synonyms: [UInt8]) -> Bool {
    tables.count == directory.count && last.parts.synonyms.raw.elementsEqual(synonyms)
      && tables.allSatisfy { table($0.name, version: $0.version) == $0.bytes }
  }

  var directory: TableDirectory {
    TableDirectory(view: last.parts.tables, strings: last.parts.strings)
  }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
