/// The sections of a mapped index, each within its bounds.
struct IndexSections: Sendable {
  let strings: ByteView
  let labels: ByteView
  let skills: ByteView
  let texts: ByteView
  let documents: ByteView
  let ids: ByteView
  let metadata: ByteView
  let passages: ByteView
  let lengths: ByteView
  let terms: ByteView
  let spans: ByteView
  let postings: ByteView
  let synonyms: ByteView
  let tables: ByteView
  let info: ByteView
  /// Names and sizes in file order.
  let sizes: [(name: String, bytes: Int)]

  init(_ header: IndexHeader, in file: ByteView) {
    func view(_ section: IndexFormat.Section) -> ByteView {
      guard let entry = header.entries.first(where: { $0.section == section }) else {
        return .empty
      }
      return file.slice(entry.offset, entry.length) ?? .empty
    }
    strings = view(.strings)
    labels = view(.labels)
    skills = view(.skills)
    texts = view(.texts)
    documents = view(.documents)
    ids = view(.ids)
    metadata = view(.metadata)
    passages = view(.passages)
    lengths = view(.lengths)
    terms = view(.terms)
    spans = view(.spans)
    postings = view(.postings)
    synonyms = view(.synonyms)
    tables = view(.tables)
    info = view(.info)
    sizes = header.entries.map { ($0.section.rawValue, Int($0.length)) }
  }
}
