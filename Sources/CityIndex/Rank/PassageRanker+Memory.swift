extension PassageRanker {
  /// Passages of the first step that candidates are chosen from where there is a memory, times ``depth``.
  public static let memoryDepth: Int = 6

  /// The same with a memory of these pairs in place of the generation's own, for evaluations.
  /// - Throws: ``IndexError`` `.damaged`: never, but for a mistake of ours.
  public func remembering(_ pairs: [ConfirmedPair]) throws(IndexError) -> PassageRanker {
    var other = self
    let memory = try AnswerMemory(MemoryCompilation(pairs, index: index, silent: silent))
    other.memory = memory.isEmpty ? nil : memory
    return other
  }

  /// What the memory holds for a question whose first step found these; nil without a memory.
  func recall(_ question: RankQuestion, _ found: [ScoredPassage]) -> MemoryRecall? {
    weights == nil ? nil : memory.map { MemoryRecall($0, question, found, in: index) }
  }

  /// The candidates of the second step: the first ``depth`` of those found, or where there is a memory half as many
  /// more, by first score and evidence together. A passage confirmed for similar questions that the words of this
  /// one did not find may be among them, where the question's filter keeps it.
  /// - Parameter found: of the first step, best first.
  /// - Returns: those found, best first, then those the memory brought, with a score of 0.
  func candidates(
    among found: [ScoredPassage], _ question: RankQuestion, _ recall: MemoryRecall?
  ) -> [ScoredPassage] {
    guard let recall else { return Array(found.prefix(depth)) }
    var filter = DocumentFilter(question.query, in: index)
    var all = Array(found.prefix(Self.memoryDepth * depth))
    let there = Set(all.map(\.passage))
    for passage in recall.confirmed.sorted()
    where !there.contains(passage) && filter?.keeps(passage: passage) != false {
      all.append(ScoredPassage(passage: passage, score: 0))
    }
    let count = depth + depth / 2
    guard all.count > count else { return all }
    let best = max(all[0].score, .leastNormalMagnitude)
    let scores = all.map { candidate in
      let document = index.document(ofPassage: candidate.passage)
      return candidate.score / best
        + recall.evidence(
          of: candidate.passage, in: document, workSize: works[document]
        ).choice
    }
    let order = all.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    return order.prefix(count).sorted().map { all[$0] }
  }
}
