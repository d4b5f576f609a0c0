/// The sections that ranking reads: terms, spans, postings, field lengths.
///
/// The texts are scanned twice: once to know how many bytes each term's postings take, once to write them
/// where they belong. Beside the postings themselves that needs about 60 bytes a distinct term.
struct PostingSections {
  /// What is known of a term's postings so far.
  private struct Progress {
    var last: Int32 = -1
    var passages: UInt32 = 0
    var bytes = 0
    /// Where the next posting goes.
    var cursor = 0

    /// The gap to a further passage.
    mutating func gap(to passage: Int) -> UInt32 {
      let gap = UInt32(Int32(passage) - last - 1)
      last = Int32(passage)
      return gap
    }
  }

  private(set) var terms: [UInt8] = []
  private(set) var spans: [UInt8] = []
  private(set) var postings: [UInt8] = []
  private(set) var lengths: [UInt8] = []
  private(set) var termCount = 0
  private(set) var fieldTotals = SIMD4<UInt64>(repeating: 0)

  init(_ documents: [SourceDocument]) {
    var counter = PassageTermCounter()
    var progress = measure(documents, &counter)
    place(&progress, keys: counter.terms.keys)
    fill(documents, &counter, &progress)
  }

  /// First pass: sizes and lengths.
  private mutating func measure(
    _ documents: [SourceDocument], _ counter: inout PassageTermCounter
  ) -> [Progress] {
    var progress: [Progress] = []
    counter.eachPassage(of: documents) { passage, counter in
      for field in 0..<4 {
        lengths.appendLittle(counter.lengths[field])
        fieldTotals[field] += UInt64(counter.lengths[field])
      }
      let new = counter.terms.keys.count - progress.count
      progress.append(contentsOf: repeatElement(Progress(), count: new))
      for found in counter.found {
        let term = Int(found.term)
        let gap = progress[term].gap(to: passage)
        progress[term].passages += 1
        progress[term].bytes += PostingCoding.size(gap: gap, found.counts)
      }
    }
    return progress
  }

  /// Puts the terms in the order of their keys and gives each its place.
  private mutating func place(_ progress: inout [Progress], keys: [UInt64]) {
    // A title of a document without clauses has terms that no passage holds.
    let order = progress.indices.filter { progress[$0].passages > 0 }
      .sorted { keys[$0] < keys[$1] }
    termCount = order.count
    terms.reserveCapacity(order.count * 8)
    spans.reserveCapacity(order.count * 16)
    var offset = 0
    for term in order {
      terms.appendLittle(keys[term])
      spans.appendLittle(UInt64(offset))
      spans.appendLittle(UInt32(progress[term].bytes))
      spans.appendLittle(progress[term].passages)
      progress[term].cursor = offset
      progress[term].last = -1
      offset += progress[term].bytes
    }
    postings = [UInt8](repeating: 0, count: offset)
  }

  /// Second pass: the postings themselves.
  private mutating func fill(
    _ documents: [SourceDocument], _ counter: inout PassageTermCounter,
    _ progress: inout [Progress]
  ) {
    counter.eachPassage(of: documents) { passage, counter in
      for found in counter.found {
        let term = Int(found.term)
        let gap = progress[term].gap(to: passage)
        PostingCoding.write(gap: gap, found.counts, to: &postings, at: &progress[term].cursor)
      }
    }
  }
}
