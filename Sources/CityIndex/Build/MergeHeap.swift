/// The next terms of several runs, the least key on top; equal keys in the order of the runs.
struct MergeHeap {
  private let runs: [TermRun]
  private let ends: [Int]
  private var places: [Int]
  /// Runs by the keys of their next terms.
  private var heap: [(key: UInt64, run: Int)] = []

  /// - Parameter end: keys from here on are left out; nil leaves out none.
  init(_ runs: [TermRun], from first: UInt64, to end: UInt64?) {
    self.runs = runs
    places = runs.map { $0.firstTerm(from: first) }
    ends = runs.map { run in end.map { run.firstTerm(from: $0) } ?? run.termCount }
    for run in runs.indices where places[run] < ends[run] {
      heap.append((runs[run].key(places[run]), run))
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
      heap[0].key = runs[run].key(places[run])
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
