import CityText

/// All terms of the documents, scanned stretch by stretch, and the sections that ranking reads.
struct TermScan {
  private var runs: [TermRun] = []
  private var signatures = SignatureTable()
  /// Terms in the fields of each passage.
  private(set) var lengths: [SIMD4<UInt32>] = []
  private(set) var fieldTotals = SIMD4<UInt64>(repeating: 0)
  /// The SHA-256 of each text, one after the other.
  private(set) var digests: [UInt8] = []

  /// - Parameters:
  ///   - stretch: bytes of text that a worker scans at a time.
  ///   - store: where runs are kept until they are merged.
  init(
    _ documents: [SourceDocument], jobs: Int, stretch: Int, store: RunStore
  ) throws(IndexError) {
    var store = store
    let stretches = Self.stretches(of: documents, size: stretch)
    try ParallelWork.run(
      stretches.count, jobs: jobs, workspace: { RunScanner() },
      { piece, scanner in
        let (range, firstPassage) = stretches[piece]
        return (
          scanner.scan(documents[range], firstPassage: firstPassage),
          SHA256.digests(of: documents[range].map(\.text))
        )
      },
      consume: { result throws(IndexError) in
        digests += result.1
        for scan in result.0 {
          signatures.add(scan.run.signatures, counts: scan.signatureCounts)
          lengths += scan.lengths
          for passage in scan.lengths {
            fieldTotals &+= SIMD4<UInt64>(truncatingIfNeeded: passage)
          }
          runs.append(try store.store(scan.run))
        }
      })
  }

  /// Documents cut into stretches of about so many bytes, each with the number of its first passage.
  private static func stretches(
    of documents: [SourceDocument], size: Int
  ) -> [(range: Range<Int>, firstPassage: Int)] {
    var stretches: [(Range<Int>, Int)] = []
    var (start, bytes, first, passage) = (0, 0, 0, 0)
    for number in documents.indices {
      bytes += documents[number].text.count
      passage += documents[number].clauses.count
      guard bytes >= size || number + 1 == documents.count else { continue }
      stretches.append((start..<number + 1, first))
      (start, bytes, first) = (number + 1, 0, passage)
    }
    return stretches
  }

  /// Writes lengths, signatures, postings and terms.
  /// - Returns: how many terms there are.
  func write(to writer: some SectionSink, jobs: Int) throws(IndexError) -> Int {
    let codes = signatures.ranked
    let bytes = LengthSection.bytes(of: lengths, totals: fieldTotals)
    try writer.write(.lengths, bytes)
    var signatureBytes: [UInt8] = []
    for signature in codes {
      for field in 0..<4 { signatureBytes.appendLittle(signature[field]) }
    }
    try writer.write(.signatures, signatureBytes)
    var info = InfoRecord()
    (info.fieldTotals, info.passageCount) = (fieldTotals, lengths.count)
    let averages = info.averageLengths
    let memory = StableBytes(bytes)
    let impacts = ImpactTable(
      FieldWeights(), averages: averages, signatures: codes,
      lengths: PassageLengths(memory.view, passages: lengths.count, totals: fieldTotals),
      owner: memory)
    let merge = RunMerge(runs, signatures: codes, passages: lengths.count)
    let cuts = merge.cuts()
    var dictionary = DictionaryWriter()
    writer.begin(.postings)
    try ParallelWork.run(
      cuts.count, jobs: jobs, workspace: { MergedList(room: merge.passages) },
      { piece, list in
        merge.lists(
          from: cuts[piece], to: piece + 1 < cuts.count ? cuts[piece + 1] : nil, impacts: impacts,
          in: list)
      },
      consume: { lists throws(IndexError) in
        for (term, key) in lists.keys.enumerated() {
          dictionary.append(key, passages: lists.counts[term], length: lists.lengths[term])
        }
        try writer.append(lists.bytes)
      })
    try writer.end()
    try writer.write(.terms, dictionary.bytes)
    return dictionary.termCount
  }
}
