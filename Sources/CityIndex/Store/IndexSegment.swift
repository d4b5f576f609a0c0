/// One part of a mapped index file: documents and passages by their numbers within it, and their postings.
final class IndexSegment: Sendable {
  let file: MappedFile
  /// The part's bytes.
  let view: ByteView
  /// Its place among the file's parts.
  let number: Int
  let header: IndexHeader
  let parts: IndexSections
  let info: InfoRecord
  let terms: TermDictionary
  let lengths: PassageLengths
  /// How often a term stands in each field, by code.
  let signatures: [SIMD4<UInt32>]
  let path: String
  /// The label of the metadata key `title`; nil where no document has one.
  let titleLabel: UInt32?

  init(
    _ view: ByteView, of file: MappedFile, number: Int, path: String
  ) throws(IndexError) {
    self.file = file
    self.view = view
    self.number = number
    self.path = path
    header = try IndexHeader(view, path: path)
    parts = IndexSections(header, in: view)
    guard let info = InfoRecord(parts.info) else {
      throw IndexError.damaged("section “info” has the wrong length", path)
    }
    self.info = info
    terms = TermDictionary(parts.terms)
    lengths = PassageLengths(
      parts.lengths, passages: info.passageCount, totals: info.fieldTotals)
    let (labels, strings) = (parts.labels, parts.strings)
    titleLabel = (0..<UInt32(labels.count / 4)).first { label in
      strings.text(labels.u32(Int(label) * 4))?.raw.elementsEqual("title".utf8) ?? false
    }
    let signatures = parts.signatures
    self.signatures = (0..<signatures.count / 16).map { code in
      SIMD4(
        signatures.u32(code * 16), signatures.u32(code * 16 + 4), signatures.u32(code * 16 + 8),
        signatures.u32(code * 16 + 12))
    }
    try checkSizes()
  }

  var documentCount: Int { info.documentCount }
  var passageCount: Int { info.passageCount }

  /// Whether every section of records holds as many as `info` says.
  private func checkSizes() throws(IndexError) {
    for entry in header.entries {
      let isRight =
        switch entry.section {
        case .documents: entry.length == UInt64(documentCount * DocumentRecord.width)
        case .ids: entry.length == UInt64(documentCount * 4)
        case .passages: entry.length == UInt64(passageCount * PassageRecord.width)
        case .origins: entry.length == UInt64(documentCount * OriginRecord.width)
        case .lengths:
          entry.length
            >= UInt64(PassageLengths.leastSize(passages: passageCount, totals: info.fieldTotals))
        case .terms: terms.count == info.termCount
        default: entry.length % UInt64(entry.section.width ?? 1) == 0
        }
      guard isRight else {
        throw IndexError.damaged("section “\(entry.section.rawValue)” has the wrong length", path)
      }
    }
  }

  func checkSum(of entry: IndexHeader.Entry) throws(IndexError) {
    guard let filled = IndexFormat.padded(entry.length),
      let bytes = view.slice(entry.offset, filled), Checksum64.sum(bytes.raw) == entry.checksum
    else {
      throw IndexError.damaged("section “\(entry.section.rawValue)” has changed", path)
    }
  }

  // MARK: Postings

  /// - Complexity: O(log terms).
  func postings(of key: UInt64) -> PostingList? {
    terms.entry(of: key).flatMap { postings(of: $0) }
  }

  func postings(of entry: TermDictionary.Entry) -> PostingList? {
    guard entry.passages > 0, entry.passages <= passageCount,
      let bytes = parts.postings.slice(entry.offset, UInt64(entry.length))
    else { return nil }
    return PostingList(bytes, count: entry.passages, passages: passageCount)
  }

  // MARK: Documents

  private func documentView(_ number: Int) -> ByteView {
    parts.documents.record(number, width: DocumentRecord.width)
  }

  func document(_ number: Int) -> DocumentRecord { DocumentRecord(documentView(number)) }

  func digest(of number: Int) -> [UInt8] { DocumentRecord.digest(in: documentView(number)) }

  func identity(of number: Int) -> ByteView { DocumentRecord.identity(in: documentView(number)) }

  func id(of number: Int) -> ByteView {
    guard number >= 0, number < documentCount else { return .empty }
    return parts.strings.text(document(number).id) ?? .empty
  }

  /// Numbers that are inside the segment, whatever the records say.
  func passages(of number: Int) -> Range<Int> {
    guard number >= 0, number < documentCount else { return 0..<0 }
    let start = Int(document(number).firstPassage)
    let end = number + 1 < documentCount ? Int(document(number + 1).firstPassage) : passageCount
    return (start..<max(start, end)).clamped(to: 0..<passageCount)
  }

  func text(of number: Int) -> ByteView? { part(of: parts.texts, number, offsetAt: 0) }

  func metadata(of number: Int) -> ByteView {
    part(of: parts.metadata, number, offsetAt: 8) ?? .empty
  }

  /// A document's part of a section: from the offset in its record to that in the next one's.
  private func part(of section: ByteView, _ number: Int, offsetAt place: Int) -> ByteView? {
    guard number >= 0, number < documentCount else { return nil }
    let start = documentView(number).u64(place)
    let end =
      number + 1 < documentCount ? documentView(number + 1).u64(place) : UInt64(section.count)
    return end >= start ? section.slice(start, end - start) : nil
  }

  func facet(of number: Int) -> FacetRecord {
    FacetRecord(
      parts.facets.record(Int(document(number).facet), width: FacetRecord.width))
  }

  func origin(of number: Int) -> OriginRecord {
    OriginRecord(parts.origins.record(number, width: OriginRecord.width))
  }

  /// The number of the document with that id in this part.
  /// - Complexity: O(log documents).
  func document(id: String) -> Int? {
    var wanted = id
    return wanted.withUTF8 { utf8 in
      let key = UnsafeRawBufferPointer(utf8)
      var (low, high) = (0, documentCount)
      while low < high {
        let middle = low + (high - low) / 2
        let number = Int(parts.ids.u32(middle * 4))
        guard let before = self.id(of: number).precedes(key) else { return number }
        if before { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  // MARK: Labels

  var labelCount: Int { parts.labels.count / 4 }

  func label(_ number: Int) -> ByteView {
    guard number >= 0, number < labelCount else { return .empty }
    return parts.strings.text(parts.labels.u32(number * 4)) ?? .empty
  }

  // MARK: Passages

  func passage(_ number: Int) -> PassageRecord {
    PassageRecord(parts.passages.record(number, width: PassageRecord.width))
  }

  /// The document of a passage; −1 outside.
  @inline(__always)
  func document(ofPassage number: Int) -> Int {
    let record = parts.passages.record(number, width: PassageRecord.width)
    return record.count > 0 ? Int(PassageRecord.document(in: record)) : -1
  }
}
