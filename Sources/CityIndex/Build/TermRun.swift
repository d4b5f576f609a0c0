/// The postings of one stretch of passages, by the keys of their terms: what a worker hands to the merge.
///
/// Per posting a varint distance from the passage before, less one (from the start of the stretch at first),
/// and a varint number of its signature in the run.
struct TermRun: Sendable {
  /// Ascending.
  private(set) var keys: [UInt64] = []
  /// By term, how many postings it has and where their bytes begin.
  private(set) var counts: [UInt32] = []
  private(set) var offsets: [UInt32] = []
  private(set) var bytes: [UInt8] = []
  private(set) var signatures: [SIMD4<UInt32>] = []
  private(set) var signatureCounts: [Int] = []
  /// Terms in the fields of each passage.
  private(set) var lengths: [SIMD4<UInt32>] = []
  /// The number of the first passage of the stretch.
  let firstPassage: Int

  /// A posting as it is met: term, passage in the stretch, signature.
  private struct Posting {
    var term: UInt32
    var passage: UInt32
    var signature: UInt32
  }

  /// Counts the terms of the documents.
  init(_ documents: ArraySlice<SourceDocument>, firstPassage: Int) {
    self.firstPassage = firstPassage
    var counter = TermCounter()
    var table = SignatureTable()
    var postings: [Posting] = []
    for document in documents where !document.clauses.isEmpty {
      counter.begin(document)
      for clause in document.clauses {
        counter.count(clause, of: document)
        let passage = UInt32(lengths.count)
        for found in counter.found {
          postings.append(
            Posting(
              term: found.term, passage: passage, signature: table.number(of: found.counts)))
        }
        lengths.append(counter.lengths)
      }
    }
    signatures = table.signatures
    signatureCounts = table.counts
    sort(postings, keys: counter.keys)
  }

  /// Puts the postings in the order of their keys: a counting sort over the terms.
  private mutating func sort(_ postings: [Posting], keys terms: [UInt64]) {
    var sizes = [UInt32](repeating: 0, count: terms.count)
    for posting in postings { sizes[Int(posting.term)] += 1 }
    let order = terms.indices.sorted { terms[$0] < terms[$1] }
    var starts = [UInt32](repeating: 0, count: terms.count)
    var next: UInt32 = 0
    for term in order {
      starts[term] = next
      next += sizes[term]
    }
    let ends = starts
    let sorted = [(passage: UInt32, signature: UInt32)](unsafeUninitializedCapacity: postings.count)
    { buffer, count in
      for posting in postings {
        let term = Int(posting.term)
        buffer[Int(starts[term])] = (posting.passage, posting.signature)
        starts[term] += 1
      }
      count = postings.count
    }
    bytes.reserveCapacity(postings.count * 5 / 2)
    for term in order {
      let start = Int(ends[term])
      keys.append(terms[term])
      counts.append(sizes[term])
      offsets.append(UInt32(bytes.count))
      var before: UInt32 = .max
      for posting in sorted[start..<start + Int(sizes[term])] {
        Varint.append(posting.passage &- before &- 1, to: &bytes)
        Varint.append(posting.signature, to: &bytes)
        before = posting.passage
      }
    }
  }
}
