extension KnowledgeIndex {
  func record(ofDocument number: Int) -> DocumentRecord {
    DocumentRecord(parts.documents.record(number, width: DocumentRecord.width))
  }

  /// A document with all its metadata; empty where the number is outside the index.
  public func document(_ number: Int) -> IndexedDocument {
    let view = parts.documents.record(number, width: DocumentRecord.width)
    let record = DocumentRecord(view)
    return IndexedDocument(
      number: number,
      id: parts.strings.string(record.idOffset, UInt64(record.idLength)),
      metadata: metadata(of: record),
      digest: Self.hex(DocumentRecord.digest(in: view)),
      passages: passageNumbers(of: record))
  }

  /// The document with that id.
  /// - Complexity: O(log documents).
  public func document(id: String) -> IndexedDocument? {
    documentNumber(id: id).map { document($0) }
  }

  /// The number of the document with that id.
  /// - Complexity: O(log documents).
  public func documentNumber(id: String) -> Int? {
    var wanted = id
    return wanted.withUTF8 { utf8 in
      let key = UnsafeRawBufferPointer(utf8)
      var (low, high) = (0, documentCount)
      while low < high {
        let middle = low + (high - low) / 2
        let number = Int(parts.ids.u32(middle * 4))
        guard let before = idBytes(number).precedes(key) else { return number }
        if before { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// The id of a document, without anything else of it.
  public func documentID(_ number: Int) -> String { idBytes(number).string }

  /// Hex SHA-256 of a document's canonical text, without anything else of it.
  public func digest(document number: Int) -> String {
    Self.hex(
      DocumentRecord.digest(in: parts.documents.record(number, width: DocumentRecord.width)))
  }

  func idBytes(_ number: Int) -> ByteView {
    let record = record(ofDocument: number)
    return parts.strings.slice(record.idOffset, UInt64(record.idLength)) ?? .empty
  }

  /// A clause with its place; empty where the number is outside the index.
  public func passage(_ number: Int) -> IndexedPassage {
    let record = PassageRecord(parts.passages.record(number, width: PassageRecord.width))
    let start = Int(record.start)
    return IndexedPassage(
      number: number,
      document: Int(record.document),
      clause: parts.strings.string(record.clauseOffset, UInt64(record.clauseLength)),
      heading: parts.strings.string(record.headingOffset, UInt64(record.headingLength)),
      range: start..<max(start, Int(record.end)))
  }

  /// The clauses of a document, in text order.
  public func passages(of document: Int) -> [IndexedPassage] {
    passageNumbers(of: record(ofDocument: document)).map { passage($0) }
  }

  /// Numbers that are inside the index, whatever the record says.
  private func passageNumbers(of record: DocumentRecord) -> Range<Int> {
    record.passages.clamped(to: 0..<passageCount)
  }

  /// Bytes of a document's canonical text; nil outside it.
  public func text(document: Int, range: Range<Int>? = nil) -> [UInt8]? {
    guard document >= 0, document < documentCount, let text = textView(document) else { return nil }
    guard let range else { return text.bytes }
    guard range.lowerBound >= 0 else { return nil }
    return text.slice(range.lowerBound, range.count)?.bytes
  }

  func textView(_ document: Int) -> ByteView? {
    let record = record(ofDocument: document)
    return parts.texts.slice(record.textOffset, record.textLength)
  }

  /// The values of one metadata key, decoding nothing else; empty where the document has none.
  public func metadata(document: Int, key: String) -> [String] {
    let wanted = Array(key.utf8)
    var texts: [String] = []
    MetadataCoding.entries(of: metadataView(of: record(ofDocument: document))) { name, values in
      guard name.raw.elementsEqual(wanted) else { return true }
      texts = MetadataCoding.values(of: values)?.map(\.string) ?? []
      return false
    }
    return texts
  }

  private func metadata(of record: DocumentRecord) -> DocumentMetadata {
    var entries: [(key: String, values: [String])] = []
    MetadataCoding.entries(of: metadataView(of: record)) { name, values in
      entries.append((name.string, MetadataCoding.values(of: values)?.map(\.string) ?? []))
      return true
    }
    return DocumentMetadata(entries)
  }

  func metadataView(of record: DocumentRecord) -> ByteView {
    parts.metadata.slice(record.metadataOffset, UInt64(record.metadataLength)) ?? .empty
  }
}
