/// Merges the runs of all stretches into the lists of a segment, by ranges of keys.
struct RunMerge: Sendable {
  /// In the order of their passages.
  let runs: [TermRun]
  /// By run and number of a signature in it, the code.
  let codes: [[UInt32]]
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
    codes = runs.map { run in run.signatures.map { codeOf[$0] ?? 0 } }
  }

  /// Keys that cut all terms into about `count` ranges of equal work; the first range begins at 0.
  func cuts(_ count: Int) -> [UInt64] {
    guard let largest = runs.max(by: { $0.bytes.count < $1.bytes.count }), count > 1 else {
      return [0]
    }
    var cuts: [UInt64] = [0]
    var next = largest.bytes.count / count
    for (key, offset) in zip(largest.keys, largest.offsets) where Int(offset) >= next {
      if key > cuts[cuts.count - 1] { cuts.append(key) }
      next = Int(offset) + largest.bytes.count / count + 1
    }
    return cuts
  }

  /// The lists of the terms from `first` up to but without `end`; nil: all that follow.
  func lists(from first: UInt64, to end: UInt64?, impacts: ImpactTable) -> Lists {
    var heap = MergeHeap(runs, from: first, to: end)
    var encoder = PostingEncoder(passages: passages, impacts: impacts)
    var lists = Lists()
    var holders: [UInt32] = []
    var postingCodes: [UInt32] = []
    while let key = heap.first {
      holders.removeAll(keepingCapacity: true)
      postingCodes.removeAll(keepingCapacity: true)
      while heap.first == key {
        let (run, term) = heap.next()
        append(run, term, to: &holders, &postingCodes)
      }
      let start = lists.bytes.count
      holders.withUnsafeBufferPointer { holders in
        postingCodes.withUnsafeBufferPointer {
          encoder.append(holders, codes: $0, to: &lists.bytes)
        }
      }
      lists.keys.append(key)
      lists.counts.append(UInt32(holders.count))
      lists.lengths.append(lists.bytes.count - start)
    }
    return lists
  }

  private func append(
    _ number: Int, _ term: Int, to holders: inout [UInt32], _ codes: inout [UInt32]
  ) {
    let run = runs[number]
    let codesOfRun = self.codes[number]
    let base = UInt32(run.firstPassage)
    run.bytes.withUnsafeBytes { bytes in
      let view = ByteView(base: bytes.baseAddress, count: bytes.count)
      var cursor = Int(run.offsets[term])
      var passage = UInt32.max
      for _ in 0..<run.counts[term] {
        passage = passage &+ (Varint.read(view, at: &cursor) ?? 0) &+ 1
        holders.append(base + passage)
        codes.append(codesOfRun[Int(Varint.read(view, at: &cursor) ?? 0)])
      }
    }
  }
}

/// The next terms of several runs, the least key on top; equal keys in the order of the runs.
private struct MergeHeap {
  private let runs: [TermRun]
  private let ends: [Int]
  private var places: [Int]
  /// Runs by the keys of their next terms.
  private var heap: [(key: UInt64, run: Int)] = []

  init(_ runs: [TermRun], from first: UInt64, to end: UInt64?) {
    self.runs = runs
    places = runs.map { $0.keys.firstPlace(from: first) }
    ends = runs.map { run in end.map { run.keys.firstPlace(from: $0) } ?? run.keys.count }
    for run in runs.indices where places[run] < ends[run] {
      heap.append((runs[run].keys[places[run]], run))
    }
    heap.sort { ($0.key, $0.run) < ($1.key, $1.run) }
  }

  var first: UInt64? { heap.first?.key }

  /// Takes the top term off.
  mutating func next() -> (run: Int, term: Int) {
    let run = heap[0].run
    let term = places[run]
    places[run] += 1
    if places[run] < ends[run] {
      heap[0].key = runs[run].keys[places[run]]
    } else {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    siftDown()
    return (run, term)
  }

  private mutating func siftDown() {
    var i = 0
    while true {
      var least = i
      for child in [2 * i + 1, 2 * i + 2] where child < heap.count {
        if (heap[child].key, heap[child].run) < (heap[least].key, heap[least].run) {
          least = child
        }
      }
      guard least != i else { return }
      heap.swapAt(i, least)
      i = least
    }
  }
}

extension [UInt64] {
  /// The first place of an ascending array whose number is `least` or more.
  fileprivate func firstPlace(from least: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
