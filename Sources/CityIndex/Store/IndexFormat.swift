/// The layout of an index file, version 3: parts one after the other, little-endian, every section at a
/// multiple of 8.
///
/// ```
/// header   8 magic "CITYIDX1" · u32 version · u32 sections · u64 size of the part
///          · u64 checksum of the section table · u64 checksum of the 32 bytes before
/// table    per section: 16 name (ASCII, zero-filled) · u64 offset · u64 length · u64 checksum
/// sections in the order of ``Section``, each filled up with zeros; its checksum covers the filling
/// ```
///
/// A build writes one part, an update appends one at the next multiple of ``partAlignment``. The last part says
/// what the generation is: which documents of which parts, in which order. Offsets count from the beginning
/// of the part. A *text* is a place in `strings` of the same part. Checksums are ``Checksum64``.
enum IndexFormat {
  static let magic: [UInt8] = Array("CITYIDX1".utf8)
  static let headerSize = 40
  static let entrySize = 40
  static let nameSize = 16
  static let alignment = 8
  /// Parts begin at multiples of this many bytes, so that a header lies within one block of a disk.
  static let partAlignment = 4096

  /// What a part holds, in file order: its documents first, from ``deleted`` on the generation.
  enum Section: String, CaseIterable {
    /// Ids, clause paths, headings, labels, table names: varint length and UTF-8 each, equal ones once.
    case strings
    /// u32 text of each label: kinds, languages, skills and keys of metadata.
    case labels
    /// u32 labels; a document's skills are a range of them.
    case skills
    /// ``FacetRecord``s: what filters ask of a document, equal ones once.
    case facets
    /// The canonical texts, one after the other.
    case texts
    /// ``DocumentRecord``s.
    case documents
    /// u32 document numbers in byte order of their ids.
    case ids
    /// ``MetadataCoding``, a document after the other.
    case metadata
    /// ``PassageRecord``s.
    case passages
    /// ``OriginRecord``s: what the next update asks of a document.
    case origins
    /// ``PassageLengths``: terms in each passage's title, aliases, headings, body.
    case lengths
    /// 4 × u32 each: how often a term stands in title, aliases, headings, body. A posting's code is the
    /// number of its signature; frequent ones come first.
    case signatures
    /// The lists of all terms in the order of their keys (``PostingShape``).
    case postings
    /// ``TermDictionary``.
    case terms
    /// ``InfoRecord``: counts and sums of the part's documents.
    case info
    /// ``DeletedTerms``: how many passages that hold a term are no longer in the generation.
    case deleted
    /// ``DocumentOrder``: which documents of which parts the generation has.
    case order
    /// ``SourceFileTable``: the files that the documents were read from.
    case files
    /// The synonym file as it was.
    case synonyms
    /// ``TableDirectory``: what skills compiled.
    case tables
    /// ``StateRecord``: counts, sums, generation, fingerprint.
    case state

    /// How many bytes a record of the section has; nil where they vary.
    var width: Int? {
      switch self {
      case .labels, .skills, .ids: 4
      case .facets: FacetRecord.width
      case .documents: DocumentRecord.width
      case .passages: PassageRecord.width
      case .origins: OriginRecord.width
      case .signatures: 16
      case .strings, .texts, .metadata, .lengths, .terms, .postings, .synonyms, .tables, .info,
        .deleted, .order, .files, .state:
        nil
      }
    }

    /// The name as the section table has it.
    var field: [UInt8] {
      let name = Array(rawValue.utf8)
      return name + [UInt8](repeating: 0, count: nameSize - name.count)
    }
  }

  /// `count` rounded up to the next multiple of ``alignment``; nil where it overflows.
  static func padded(_ count: UInt64) -> UInt64? {
    let (sum, overflow) = count.addingReportingOverflow(UInt64(alignment - 1))
    return overflow ? nil : sum & ~UInt64(alignment - 1)
  }
}
