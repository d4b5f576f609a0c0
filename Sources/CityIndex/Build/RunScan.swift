/// Scans one stretch of documents into a run.
struct RunScan: Sendable {
  private(set) var run: TermRun
  private(set) var signatureCounts: [Int]
  /// Terms in the fields of each passage.
  private(set) var lengths: [SIMD4<UInt32>]
  /// The SHA-256 of each text, one after the other.
  private(set) var digests: [UInt8]

  /// A posting as it is met: term, passage in the stretch, signature.
  private struct Posting {
    var term: UInt32
    var passage: UInt32
    var signature: UInt32
  }

  init(_ documents: ArraySlice<SourceDocument>, firstPassage: Int) {
    let counter = TermCounter()
    var table = SignatureTable()
    var postings: [Posting] = []
    var lengths: [SIMD4<UInt32>] = []
    for document in documents where !document.clauses.isEmpty {
      counter.begin(document)
      for clause in document.clauses {
        counter.count(clause, of: document)
        let passage = UInt32(lengths.count)
        for i in 0..<counter.foundCount {
          let found = counter.found[i]
          postings.append(
            Posting(
              term: found.term, passage: passage, signature: table.number(of: found.counts)))
        }
        lengths.append(counter.lengths)
      }
    }
    let keys = counter.keys
    let memory = StableBytes(Self.block(postings, keys: keys))
    run = TermRun(
      view: memory.view, owner: memory, termCount: keys.count, firstPassage: firstPassage,
      signatures: table.signatures)
    signatureCounts = table.counts
    self.lengths = lengths
    digests = TextDigests.bytes(of: documents)
  }

  /// The block of a run: a counting sort over the terms.
  private static func block(_ postings: [Posting], keys: [UInt64]) -> [UInt8] {
    var sizes = [UInt32](repeating: 0, count: keys.count)
    for posting in postings { sizes[Int(posting.term)] += 1 }
    let order = keys.enumerated().sorted { $0.element < $1.element }.map(\.offset)
    var places = [UInt32](repeating: 0, count: keys.count)
    var next: UInt32 = 0
    for term in order {
      places[term] = next
      next += sizes[term]
    }
    let sorted = [(passage: UInt32, signature: UInt32)](
      unsafeUninitializedCapacity: postings.count
    ) { buffer, count in
      for posting in postings {
        let term = Int(posting.term)
        buffer[Int(places[term])] = (posting.passage, posting.signature)
        places[term] += 1
      }
      count = postings.count
    }
    var (counts, starts, bytes): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    bytes.reserveCapacity(keys.count * 16 + postings.count * 5 / 2)
    for term in order { bytes.appendLittle(keys[term]) }
    let head = keys.count * 16
    var body: [UInt8] = []
    body.reserveCapacity(postings.count * 5 / 2)
    var place = 0
    for term in order {
      counts.appendLittle(sizes[term])
      starts.appendLittle(UInt32(head + body.count))
      var before: UInt32 = .max
      for _ in 0..<sizes[term] {
        let posting = sorted[place]
        Varint.append(posting.passage &- before &- 1, to: &body)
        Varint.append(posting.signature, to: &body)
        before = posting.passage
        place += 1
      }
    }
    return bytes + counts + starts + body
  }
}
