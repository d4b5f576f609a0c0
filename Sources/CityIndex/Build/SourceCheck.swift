import CityText

/// Refuses documents that an index could not give back.
enum SourceCheck {
  static func check(_ documents: [SourceDocument]) throws(IndexError) {
    // A `Set<String>` would call two normal forms of one id the same.
    var ids = StringPool(room: documents.count)
    var passages = 0
    for number in documents.indices {
      guard ids.insert(documents[number].id) else {
        throw problem("two documents have this id; rename one", documents[number].id)
      }
      try check(documents[number].text, documents[number].clauses, id: documents[number].id)
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
        throw problem("two documents have this id; rename one", document.id)
      }
      try check(document.text, document.clauses, id: document.id)
      (documents, passages) = (documents + 1, passages + document.clauses.count)
    }
    guard documents < Int32.max, passages < Int32.max else {
      throw IndexError(.badDocument, "over 2³¹ passages; split the folder into several indexes")
    }
  }

  static func check(_ document: SourceDocument) throws(IndexError) {
    try check(document.text, document.clauses, id: document.id)
  }

  private static func check(
    _ text: [UInt8], _ clauses: [SourceClause], id: String
  ) throws(IndexError) {
    guard text.count < Int32.max else {
      throw problem("the text has over 2 GB; split it", id)
    }
    guard UTF8Check.isValid(text) else {
      throw problem("the text is not UTF-8; convert it", id)
    }
    var end = 0
    for number in clauses.indices {
      let range = clauses[number].range
      guard range.lowerBound >= end, range.upperBound <= text.count,
        isScalarBorder(range.lowerBound, text), isScalarBorder(range.upperBound, text)
      else {
        throw problem(
          "clause “\(clauses[number].path)” at \(range.lowerBound)..<\(range.upperBound) overlaps "
            + "another, cuts a character or leaves the text of \(text.count) bytes",
          id)
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

  private static func problem(_ what: String, _ id: String) -> IndexError {
    IndexError(.badDocument, what, path: id)
  }
}
