import Synchronization

/// A memory-mapped index: one immutable generation.
///
/// Opening checks magic, version, size and the checksum of the section table, and of every section of
/// a file up to 4 MB; ``verify()`` checks every byte. Every read is bounds-checked: a damaged file gives
/// wrong ranks at worst or an ``IndexError`` `.damaged`, never a crash. A number outside the index gives
/// an empty document or passage. Safe to use from any thread.
///
/// Limit: a file that another program cuts short in place while it is mapped stops the process at the
/// next read past its end (SIGBUS). ``IndexBuilder`` replaces files whole and never does that.
public final class KnowledgeIndex: Sendable {
  /// The one version of the file format that this program reads and writes.
  public static let formatVersion: Int = 2

  let segment: IndexSegment
  /// Parsed once, at first use.
  private let parsedSynonyms = Mutex<Synonyms?>(nil)
  /// Memory of searches, not in use.
  let workspaces = Mutex<[SearchWorkspace]>([])
  /// What the last search worked out for its weights, which are nearly always the same.
  let lastImpacts = Mutex<ImpactTable?>(nil)

  /// Where it was opened.
  public let path: String
  /// Hex digest of the content: the generation's name.
  public let generation: String

  init(_ segment: IndexSegment) {
    self.segment = segment
    path = segment.path
    generation = Self.hex(segment.info.generation)
  }

  var parts: IndexSections { segment.parts }
  var info: InfoRecord { segment.info }

  /// The fingerprint the builder was given.
  public var fingerprint: String { info.fingerprint }
  public var documentCount: Int { info.documentCount }
  public var passageCount: Int { info.passageCount }
  /// How many distinct terms the passages hold.
  public var termCount: Int { info.termCount }
  /// Sizes by section name, in bytes and file order.
  public var sections: [(name: String, bytes: Int)] { parts.sizes }

  /// The synonyms the builder was given; parsed at first use.
  public var synonyms: Synonyms {
    parsedSynonyms.withLock { cache in
      if let cache { return cache }
      // The builder has parsed the same bytes: only damage makes this fail.
      let parsed = (try? Synonyms.parse(parts.synonyms.bytes, path: path)) ?? .none
      cache = parsed
      return parsed
    }
  }

  /// The bytes of a compiled table; nil where there is none of that name and version.
  /// - Complexity: O(tables), plus the copy.
  public func table(_ name: String, version: Int) -> [UInt8]? {
    let directory = TableDirectory(view: parts.tables, strings: parts.strings)
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
    let directory = TableDirectory(view: parts.tables, strings: parts.strings)
    var names: [String] = []
    for number in 0..<directory.count {
      guard let name = directory.entry(number)?.name.string, name != names.last else { continue }
      names.append(name)
    }
    return names
  }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
