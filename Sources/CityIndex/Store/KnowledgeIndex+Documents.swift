extension KnowledgeIndex {
  /// Where a document stands: its part, and its number there.
  struct Place {
    var segment: IndexSegment
    var number: Int
    /// The run that holds it.
    var run: DocumentOrder.Run
  }

  /// Nil where the number is outside the index.
  /// - Complexity: O(log runs).
  func place(ofDocument number: Int) -> Place? {
    let run = order.run(ofDocument: number)
    let offset = number - run.document
    guard offset >= 0, offset < run.documents, segments.indices.contains(run.part) else {
      return nil
    }
    return Place(segment: segments[run.part], number: run.localDocument + offset, run: run)
  }

  /// A document with all its metadata; empty where the number is outside the index.
  public func document(_ number: Int) -> IndexedDocument {
    IndexedDocument(
      number: number,
      id: documentID(number),
      metadata: place(ofDocument: number).map { $0.segment.metadataEntries(of: $0.number) }
        ?? DocumentMetadata(),
      digest: digest(document: number),
      passages: passageRange(of: number))
  }

  /// The document with that id.
  /// - Complexity: O(log documents) a part.
  public func document(id: String) -> IndexedDocument? {
    documentNumber(id: id).map { document($0) }
  }

  /// The number of the document with that id.
  /// - Complexity: O(log documents) a part.
  public func documentNumber(id: String) -> Int? {
    // The newest part first: what it has is rather in use.
    for part in searched.reversed() {
      guard let local = part.segment.document(id: id),
        let number = order.document(local, ofPart: part.segment.number)
      else { continue }
      return number
    }
    return nil
  }

  /// The id of a document, without anything else of it.
  public func documentID(_ number: Int) -> String {
    place(ofDocument: number).map { $0.segment.id(of: $0.number).string } ?? ""
  }

  /// Hex SHA-256 of a document's canonical text, without anything else of it.
  public func digest(document number: Int) -> String {
    Self.hex(place(ofDocument: number).map { $0.segment.digest(of: $0.number) } ?? [])
  }

  /// Numbers of a document's passages.
  func passageRange(of number: Int) -> Range<Int> {
    guard let place = place(ofDocument: number) else { return 0..<0 }
    let local = place.segment.passages(of: place.number)
    let start = place.run.passage + local.lowerBound - place.run.localPassage
    guard !local.isEmpty else {
      return max(0, min(start, passageCount))..<max(0, min(start, passageCount))
    }
    return (start..<start + local.count).clamped(to: 0..<passageCount)
  }

  /// A clause with its place; empty where the number is outside the index.
  public func passage(_ number: Int) -> IndexedPassage {
    let run = order.run(ofPassage: number)
    guard run.passages > 0, segments.indices.contains(run.part) else {
      return IndexedPassage(number: number, document: 0, clause: "", heading: "", range: 0..<0)
    }
    return passage(number, in: segments[run.part], run)
  }

  private func passage(
    _ number: Int, in segment: IndexSegment, _ run: DocumentOrder.Run
  ) -> IndexedPassage {
    let record = segment.passage(number - run.passage + run.localPassage)
    let start = Int(record.start)
    return IndexedPassage(
      number: number,
      document: Int(record.document) - run.localDocument + run.document,
      clause: segment.parts.strings.text(record.clause)?.string ?? "",
      heading: segment.parts.strings.text(record.heading)?.string ?? "",
      range: start..<max(start, Int(record.end)))
  }

  /// The document of a passage; 0 outside the index.
  func document(ofPassage number: Int) -> Int {
    let run = order.run(ofPassage: number)
    guard run.passages > 0, segments.indices.contains(run.part) else { return 0 }
    let local = segments[run.part].document(ofPassage: number - run.passage + run.localPassage)
    return max(0, local - run.localDocument + run.document)
  }

  /// The clauses of a document, in text order.
  public func passages(of document: Int) -> [IndexedPassage] {
    guard let place = place(ofDocument: document) else { return [] }
    return passageRange(of: document).map { passage($0, in: place.segment, place.run) }
  }

  /// Bytes of a document's canonical text; nil outside it.
  public func text(document: Int, range: Range<Int>? = nil) -> [UInt8]? {
    guard let text = textView(document) else { return nil }
    guard let range else { return text.bytes }
    guard range.lowerBound >= 0 else { return nil }
    return text.slice(range.lowerBound, range.count)?.bytes
  }

  func textView(_ document: Int) -> ByteView? {
    place(ofDocument: document).flatMap { $0.segment.text(of: $0.number) }
  }

  /// The values of one metadata key, decoding nothing else; empty where the document has none.
  public func metadata(document: Int, key: String) -> [String] {
    guard let place = place(ofDocument: document) else { return [] }
    let wanted = Array(key.utf8)
    var texts: [String] = []
    MetadataCoding.entries(of: place.segment.metadata(of: place.number)) { label, values in
      guard place.segment.label(Int(label)).raw.elementsEqual(wanted) else { return true }
      texts = MetadataCoding.values(of: values)?.map(\.string) ?? []
      return false
    }
    return texts
  }

  /// ``source(_:)``, where what is read is a document.
  /// - Throws: ``IndexError`` `.damaged` where it is none.
  func checkedSource(_ number: Int) throws(IndexError) -> SourceDocument {
    guard let place = place(ofDocument: number) else { throw damage("document \(number)") }
    return try place.segment.checkedSource(place.number)
  }

  /// The first title of a document; empty where it has none.
  func title(document: Int) -> [UInt8] {
    guard let place = place(ofDocument: document), let wanted = place.segment.titleLabel else {
      return []
    }
    var title: [UInt8] = []
    MetadataCoding.entries(of: place.segment.metadata(of: place.number)) { label, values in
      guard label == wanted else { return true }
      title = MetadataCoding.values(of: values)?.first?.bytes ?? []
      return false
    }
    return title
  }

  /// A document as it was given to the builder; an empty one where the number is outside the index.
  func source(_ number: Int) -> SourceDocument {
    place(ofDocument: number).map { $0.segment.source($0.number) }
      ?? SourceDocument(id: "", metadata: DocumentMetadata(), text: [], clauses: [])
  }
}
