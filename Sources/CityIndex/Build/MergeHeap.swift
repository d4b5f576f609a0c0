/// The next terms of several runs, the least key on top; equal keys in the order of the runs.
struct MergeHeap {
  /// The next term of a run.
  private struct Next {
    var key: UInt64
    var run: Int

    @inline(__always)
    static func < (a: Next, b: Next) -> Bool {
      a.key != b.key ? a.key < b.key : a.run < b.run
    }
  }

  /// The runs' bytes, which begin with their keys; whoever merges keeps the memory.
  private let keys: [ByteView]
  private let ends: [Int]
  private var places: [Int]
  private var heap: [Next] = []

  /// - Parameter end: keys from here on are left out; nil leaves out none.
  init(_ runs: [TermRun], from first: UInt64, to end: UInt64?) {
    keys = runs.map(\.view)
    places = runs.map { $0.firstTerm(from: first) }
    ends = runs.map { run in end.map { run.firstTerm(from: $0) } ?? run.termCount }
    for run in runs.indices where places[run] < ends[run] {
      heap.append(Next(key: runs[run].key(places[run]), run: run))
    }
    heap.sort { $0 < $1 }
  }

  var first: UInt64? { heap.first?.key }

  /// Takes the top term off.
  mutating func next() -> (run: Int, term: Int) {
    let run = heap[0].run
    let term = places[run]
    places[run] = term + 1
    var moved = Next(key: 0, run: run)
    if term + 1 < ends[run] {
      moved.key = keys[run].u64((term + 1) * 8)
    } else {
      moved = heap.removeLast()
    }
    if !heap.isEmpty { siftDown(moved) }
    return (run, term)
  }

  /// Puts what comes for the top in its place.
  private mutating func siftDown(_ moved: Next) {
    var i = 0
    while true {
      var child = 2 * i + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < moved else { break }
      heap[i] = heap[child]
      i = child
    }
    heap[i] = moved
  }
}
