/// The sections of a part of a mapped index file, each within its bounds.
struct IndexSections: Sendable {
  let strings: ByteView
  let labels: ByteView
  let skills: ByteView
  let facets: ByteView
  let texts: ByteView
  let documents: ByteView
  let ids: ByteView
  let metadata: ByteView
  let passages: ByteView
  let origins: ByteView
  let lengths: ByteView
  let signatures: ByteView
  let terms: ByteView
  let postings: ByteView
  let info: ByteView
  let deleted: ByteView
  let order: ByteView
  let files: ByteView
  let synonyms: ByteView
  let tables: ByteView
  let state: ByteView
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
    facets = view(.facets)
    texts = view(.texts)
    documents = view(.documents)
    ids = view(.ids)
    metadata = view(.metadata)
    passages = view(.passages)
    origins = view(.origins)
    lengths = view(.lengths)
    signatures = view(.signatures)
    terms = view(.terms)
    postings = view(.postings)
    synonyms = view(.synonyms)
    tables = view(.tables)
    info = view(.info)
    deleted = view(.deleted)
    order = view(.order)
    files = view(.files)
    state = view(.state)
    sizes = header.entries.map { ($0.section.rawValue, Int($0.length)) }
  }
}
