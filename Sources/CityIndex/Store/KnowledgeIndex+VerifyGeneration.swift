extension KnowledgeIndex {
  /// Checks what the last part says of the generation against the parts in use.
  func verifyGeneration() throws(IndexError) {
    try verifyOrder()
    try verifyIDs()
    try verifyDeleted()
    try verifyState()
  }

  /// Every run lies within its part, none overlaps another, and all passages of its documents are in it.
  func verifyOrder() throws(IndexError) {
    var (document, passage) = (0, 0)
    for number in 0..<order.runCount {
      let run = order.run(number)
      guard let segment = searched.first(where: { $0.segment.number == run.part })?.segment,
        run.document == document, run.passage == passage, run.documents > 0 || order.isWhole,
        run.localDocument + run.documents <= segment.documentCount,
        segment.firstPassage(of: run.localDocument) == run.localPassage,
        segment.firstPassage(of: run.localDocument + run.documents)
          == run.localPassage + run.passages
      else { throw damage("run \(number) of the documents") }
      document += run.documents
      passage += run.passages
    }
    guard document == documentCount, passage == passageCount else {
      throw damage("the number of the documents")
    }
    var last = (part: -1, end: 0)
    for place in 0..<order.runCount {
      let run = order.run(byPart: place)
      guard (run.part, run.localDocument) >= (last.part, last.part == run.part ? last.end : 0)
      else { throw damage("the order of the runs") }
      last = (run.part, run.localDocument + run.documents)
    }
  }

  /// No id is there twice.
  private func verifyIDs() throws(IndexError) {
    guard searched.count > 1 else { return }
    for number in 0..<documentCount {
      guard let place = place(ofDocument: number) else { throw damage("document \(number)") }
      let id = place.segment.id(of: place.number).string
      for part in searched where part.segment !== place.segment {
        if let other = part.segment.document(id: id),
          order.document(other, ofPart: part.segment.number) != nil
        {
          throw damage("the id of document \(number)")
        }
      }
    }
  }

  private func verifyDeleted() throws(IndexError) {
    let gone = try searched.map { part throws(IndexError) in
      try UpdatePlan.terms(
        of: (0..<part.segment.documentCount)
          .filter { order.document($0, ofPart: part.segment.number) == nil }
          .map { (part, $0) })
    }
    let others = gone.dropFirst().reduce([]) { TermCount.sums($0, $1) }
    guard last.parts.deleted.bytes == DeletedTerms.bytes(first: gone.first ?? [], others: others)
    else { throw damage("section “deleted”") }
  }

  private func verifyState() throws(IndexError) {
    var wanted = StateRecord()
    var stretches: [UpdatePlan.Stretch] = []
    for number in 0..<order.runCount {
      let run = order.run(number)
      let segment = segments[run.part]
      let documents = run.localDocument..<run.localDocument + run.documents
      for document in documents {
        wanted.textBytes += UInt64(segment.text(of: document)?.count ?? 0)
        for passage in segment.passages(of: document) {
          wanted.fieldTotals &+= SIMD4<UInt64>(
            truncatingIfNeeded: segment.lengths.lengths(of: passage))
        }
      }
      stretches.append(
        UpdatePlan.Stretch(
          segment: segment, documents: documents,
          passages: run.localPassage..<run.localPassage + run.passages))
    }
    let content = GenerationContent(
      tables: (0..<directory.count).compactMap { directory.entry($0) }.map {
        IndexTable(name: $0.name.string, version: $0.version, bytes: $0.bytes.bytes)
      },
      synonyms: last.parts.synonyms.bytes, fingerprint: fingerprint, files: [])
    wanted.documentCount = documentCount
    wanted.passageCount = passageCount
    wanted.fingerprint = fingerprint
    wanted.generation = content.generation(stretches: stretches, new: [])
    guard wanted.bytes == last.parts.state.bytes else { throw damage("section “state”") }
  }
}
