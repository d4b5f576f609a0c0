/// Refuses documents that an index could not give back.
enum SourceCheck {
  static func check(_ documents: [SourceDocument]) throws(IndexError) {
    // A `Set<String>` would call two normal forms of one id the same.
    var ids = StringPool()
    var passages = 0
    for number in documents.indices {
      guard ids.insert(documents[number].id) else {
        throw problem("two documents have this id; rename one", documents[number])
      }
      try check(documents[number])
      passages += documents[number].clauses.count
    }
    // Numbers are kept in 31 bits.
    guard documents.count < Int32.max, passages < Int32.max else {
      throw IndexError(.badDocument, "over 2³¹ passages; split the folder into several indexes")
    }
  }

  /// The documents of the next generation of an index; those kept were checked before.
  static func check(_ entries: [IndexEntry], of index: KnowledgeIndex) throws(IndexError) {
    var isKept = [Bool](repeating: false, count: index.documentCount)
    var (documents, passages) = (0, 0)
    for case .kept(let range) in entries {
      guard range.lowerBound >= 0, range.upperBound <= isKept.count,
        !range.contains(where: { isKept[$0] })
      else {
        throw IndexError(
          .badDocument, "a document is kept that is not there, or twice", path: index.path)
      }
      for number in range { isKept[number] = true }
      documents += range.count
      if let last = range.last {
        passages +=
          index.passageRange(of: last).upperBound
          - index.passageRange(of: range.lowerBound).lowerBound
      }
    }
    var ids = StringPool()
    for case .new(let document) in entries {
      let isTwice = index.documentNumber(id: document.id).map { isKept[$0] } ?? false
      guard !isTwice, ids.insert(document.id) else {
        throw problem("two documents have this id; rename one", document)
      }
      try check(document)
      (documents, passages) = (documents + 1, passages + document.clauses.count)
    }
    guard documents < Int32.max, passages < Int32.max else {
      throw IndexError(.badDocument, "over 2³¹ passages; split the folder into several indexes")
    }
  }

  private static func check(_ document: SourceDocument) throws(IndexError) {
    let text = document.text
    guard text.count < Int32.max else {
      throw problem("the text has over 2 GB; split it", document)
    }
    guard isUTF8(text) else { throw problem("the text is not UTF-8; convert it", document) }
    var end = 0
    for clause in document.clauses {
      let range = clause.range
      guard range.lowerBound >= end, range.upperBound <= text.count,
        isScalarBorder(range.lowerBound, text), isScalarBorder(range.upperBound, text)
      else {
        throw problem(
          "clause “\(clause.path)” at \(range.lowerBound)..<\(range.upperBound) overlaps another, "
            + "cuts a character or leaves the text of \(text.count) bytes",
          document)
      }
      end = range.upperBound
    }
  }

  static func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether no character of valid UTF-8 stands across the offset.
  private static func isScalarBorder(_ offset: Int, _ text: [UInt8]) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }

  private static func problem(_ what: String, _ document: SourceDocument) -> IndexError {
    IndexError(.badDocument, what, path: document.id)
  }
}
