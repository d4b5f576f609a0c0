/// The layout of an index file, version 1: one file, little-endian, every section at a multiple of 8.
///
/// ```
/// header   8 magic "CITYIDX1" · u32 version · u32 sections · u64 file size
///          · u64 checksum of the section table · u64 checksum of the 32 bytes before
/// table    per section: 16 name (ASCII, zero-filled) · u64 offset · u64 length · u64 checksum
/// sections in the order of ``Section``, each filled up with zeros; its checksum covers the filling
/// ```
///
/// A string is an offset and a length into `strings`. Checksums are ``Checksum64``. The name of a
/// generation is the SHA-256 of the content sections (all but `info`), each as name (16 bytes), bytes
/// (without filling), u64 length.
enum IndexFormat {
  static let magic: [UInt8] = Array("CITYIDX1".utf8)
  static let headerSize = 40
  static let entrySize = 40
  static let nameSize = 16
  static let alignment = 8

  /// What a file holds, in file order.
  enum Section: String, CaseIterable {
    /// UTF-8 of ids, clause paths, headings, labels and table names, equal ones once.
    case strings
    /// u64 offset · u64 length of each label: the kinds, languages and skills that documents name.
    case labels
    /// u32 label numbers; a document's skills are a range of them.
    case skills
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
    /// Per passage 4 × u32: terms in its title, aliases, headings, body.
    case lengths
    /// u64 term keys, ascending.
    case terms
    /// Per term: u64 offset into `postings` · u32 length in bytes · u32 passages.
    case spans
    /// ``PostingCoding``.
    case postings
    /// The synonym file as it was.
    case synonyms
    /// ``TableDirectory``: what skills compiled.
    case tables
    /// ``InfoRecord``: counts, sums, generation, fingerprint.
    case info

    /// How many bytes a record of the section has; nil where they vary.
    var width: Int? {
      switch self {
      case .labels: 16
      case .skills, .ids: 4
      case .documents: DocumentRecord.width
      case .passages: PassageRecord.width
      case .lengths, .spans: 16
      case .terms: 8
      case .strings, .texts, .metadata, .postings, .synonyms, .tables, .info: nil
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
