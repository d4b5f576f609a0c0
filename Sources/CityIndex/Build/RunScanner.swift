/// Scans passages into runs, one run after the other in the same memory.
final class RunScanner {
  /// Tokens after which a run ends.
  private let limit: Int
  private let tokens = PassageTokens()
  private let sorted = TokenBuffer(room: 1 << 20)
  private let lists = RunLists()
  private var lengths: [SIMD4<UInt32>] = []
  private var firstPassage = 0

  /// - Parameter limit: the usual one takes some 30 MB; only many passages under a long title come to so many.
  init(limit: Int = 1 << 21) { self.limit = limit }

  /// The runs of a stretch of documents; more than one only where it has very many terms.
  /// - Parameter firstPassage: the number of the first passage.
  func scan(_ documents: some Sequence<SourceDocument>, firstPassage: Int = 0) -> [RunScan] {
    self.firstPassage = firstPassage
    var runs: [RunScan] = []
    for document in documents { scan(document, &runs) }
    if !lengths.isEmpty { runs.append(finish()) }
    return runs
  }

  private func scan(_ document: SourceDocument, _ runs: inout [RunScan]) {
    // Where title and aliases, which every passage counts, were noted in this run, and their lengths.
    var names: (start: PassageTokens.Mark, end: PassageTokens.Mark, lengths: SIMD4<UInt32>)?
    for clause in document.clauses {
      let passage = lengths.count
      if let names {
        tokens.again(from: names.start, to: names.end, passage: passage)
      } else {
        let start = tokens.mark
        let lengths = scanNames(of: document, passage: passage)
        names = (start, tokens.mark, lengths)
      }
      var counts = names?.lengths ?? SIMD4()
      counts[2] = tokens.scan(Array(clause.heading.utf8), passage: passage, field: 2)
      counts[3] = tokens.scan(document.text, in: clause.range, passage: passage, field: 3)
      lengths.append(counts)
      if tokens.mark.characters + tokens.mark.others > limit {
        runs.append(finish())
        names = nil
      }
    }
  }

  private func scanNames(of document: SourceDocument, passage: Int) -> SIMD4<UInt32> {
    var lengths = SIMD4<UInt32>()
    lengths[0] = tokens.scan(Array(document.metadata.title.utf8), passage: passage, field: 0)
    for alias in document.metadata.aliases {
      lengths[1] += tokens.scan(Array(alias.utf8), passage: passage, field: 1)
    }
    return lengths
  }

  /// The run of the passages scanned so far; the next one begins behind them.
  private func finish() -> RunScan {
    lists.removeAll()
    sorted.sort(tokens.characters, by: 32)
    lists.append(sorted, termBits: 0xFFFF << 32) { 1 << 60 | $0 >> 32 }
    // Sorted by their own scalars already; a token that ends no bigram has no scalar before it.
    tokens.characters.sort(sorted, by: 48, least: 1)
    lists.append(tokens.characters, termBits: .max << 32) {
      2 << 60 | ($0 >> 48) << 21 | $0 >> 32 & 0xFFFF
    }
    let keys = tokens.numbers.keys
    var others = sorted
    others.sort(tokens.others, by: 32)
    if keys.count > 1 << 16 {
      others = tokens.others
      others.sort(sorted, by: 48)
    }
    lists.append(others, termBits: .max << 32) { keys[Int($0 >> 32)] }
    defer {
      firstPassage += lengths.count
      lengths.removeAll()
      tokens.removeAll()
    }
    return RunScan(
      run: TermRun(lists, firstPassage: firstPassage), signatureCounts: lists.signatures.counts,
      lengths: lengths)
  }
}
