extension KnowledgeIndex {
  /// A document with all its metadata; empty where the number is outside the index.
  public func document(_ number: Int) -> IndexedDocument {
    IndexedDocument(
      number: number,
      id: documentID(number),
      metadata: segment.metadataEntries(of: number),
      digest: digest(document: number),
      passages: segment.passages(of: number))
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
        guard let before = segment.id(of: number).precedes(key) else { return number }
        if before { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// The id of a document, without anything else of it.
  public func documentID(_ number: Int) -> String { segment.id(of: number).string }

  /// Hex SHA-256 of a document's canonical text, without anything else of it.
  public func digest(document number: Int) -> String { Self.hex(segment.digest(of: number)) }

  /// A clause with its place; empty where the number is outside the index.
  public func passage(_ number: Int) -> IndexedPassage {
    let record = segment.passage(number)
    let start = Int(record.start)
    return IndexedPassage(
      number: number,
      document: Int(record.document),
      clause: parts.strings.text(record.clause)?.string ?? "",
      heading: parts.strings.text(record.heading)?.string ?? "",
      range: start..<max(start, Int(record.end)))
  }

  /// The clauses of a document, in text order.
  public func passages(of document: Int) -> [IndexedPassage] {
    segment.passages(of: document).map { passage($0) }
  }

  /// Bytes of a document's canonical text; nil outside it.
  public func text(document: Int, range: Range<Int>? = nil) -> [UInt8]? {
    guard let text = textView(document) else { return nil }
    guard let range else { return text.bytes }
    guard range.lowerBound >= 0 else { return nil }
    return text.slice(range.lowerBound, range.count)?.bytes
  }

  func textView(_ document: Int) -> ByteView? { segment.text(of: document) }

  /// The values of one metadata key, decoding nothing else; empty where the document has none.
  public func metadata(document: Int, key: String) -> [String] {
    let wanted = Array(key.utf8)
    var texts: [String] = []
    MetadataCoding.entries(of: segment.metadata(of: document)) { label, values in
      guard segment.label(Int(label)).raw.elementsEqual(wanted) else { return true }
      texts = MetadataCoding.values(of: values)?.map(\.string) ?? []
      return false
    }
    return texts
  }
}
