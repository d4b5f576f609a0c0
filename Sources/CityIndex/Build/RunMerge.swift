/// Merges the runs of all stretches into the lists of a segment, by ranges of keys.
struct RunMerge: Sendable {
  /// In the order of their passages.
  let runs: [TermRun]
  /// By run and number of a signature in it, the code; run by run.
  private let codes: [UInt32]
  /// Where the codes of a run begin.
  private let starts: [Int]
  let passages: Int

  /// The lists of a range of keys, and what the dictionary says of them.
  struct Lists: Sendable {
    var bytes: [UInt8] = []
    var keys: [UInt64] = []
    var counts: [UInt32] = []
    var lengths: [Int] = []
  }

  init(_ runs: [TermRun], signatures: [SIMD4<UInt32>], passages: Int) {
    self.runs = runs
    self.passages = passages
    var codeOf: [SIMD4<UInt32>: UInt32] = [:]
    for (code, signature) in signatures.enumerated() { codeOf[signature] = UInt32(code) }
    var codes: [UInt32] = []
    starts = runs.map { run in
      defer { codes += run.signatures.map { codeOf[$0] ?? 0 } }
      return codes.count
    }
    self.codes = codes
  }

  /// Keys that cut all terms into ranges of about equal work; the first range begins at 0.
  ///
  /// At most 64 of a quarter of a megabyte or more: less is not worth a thread.
  func cuts() -> [UInt64] {
    var cuts: [UInt64] = [0]
    guard let largest = runs.max(by: { $0.view.count < $1.view.count }) else { return cuts }
    let count = min(64, runs.reduce(0) { $0 + $1.view.count } >> 18)
    guard count > 1 else { return cuts }
    let share = largest.view.count / count + 1
    var next = share
    for term in 0..<largest.termCount where largest.start(term) - largest.termCount * 16 >= next {
      if largest.key(term) > cuts[cuts.count - 1] { cuts.append(largest.key(term)) }
      next = largest.start(term) - largest.termCount * 16 + share
    }
    return cuts
  }

  /// The lists of the terms from `first` up to but without `end`; nil: all that follow.
  /// - Parameter list: memory to work in.
  func lists(
    from first: UInt64, to end: UInt64?, impacts: ImpactTable, in list: MergedList
  ) -> Lists {
    var heap = MergeHeap(runs, from: first, to: end)
    var encoder = PostingEncoder(passages: passages, impacts: impacts)
    var lists = Lists()
    codes.withUnsafeBufferPointer { codes in
      while let key = heap.first {
        list.removeAll()
        while heap.first == key {
          let (run, term) = heap.next()
          list.append(runs[run], term, codes: UnsafeBufferPointer(rebasing: codes[starts[run]...]))
        }
        let start = lists.bytes.count
        encoder.append(list.holders, codes: list.holderCodes, to: &lists.bytes)
        lists.keys.append(key)
        lists.counts.append(UInt32(list.count))
        lists.lengths.append(lists.bytes.count - start)
      }
    }
    return lists
  }
}
