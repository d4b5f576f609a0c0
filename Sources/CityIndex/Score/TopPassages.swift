/// The best passages seen, offered in ascending order of number: a heap with the worst on top.
struct TopPassages {
  private let limit: Int
  private var heap: [ScoredPassage] = []

  init(limit: Int) { self.limit = limit }

  /// A score must be above this to get in.
  private(set) var threshold: Float = 0

  /// Takes in a passage whose score is above ``threshold`` and whose number is above all before.
  mutating func offer(_ passage: Int, _ score: Float) {
    let new = ScoredPassage(passage: passage, score: score)
    if heap.count < limit {
      heap.append(new)
      siftUp()
    } else {
      heap[0] = new
      siftDown()
    }
    if heap.count == limit { threshold = heap[0].score }
  }

  /// Best first, ties by number.
  func sorted() -> [ScoredPassage] { heap.sorted { Self.isWorse($1, $0) } }

  private static func isWorse(_ a: ScoredPassage, _ b: ScoredPassage) -> Bool {
    a.score != b.score ? a.score < b.score : a.passage > b.passage
  }

  private mutating func siftUp() {
    var i = heap.count - 1
    while i > 0 {
      let parent = (i - 1) / 2
      guard Self.isWorse(heap[i], heap[parent]) else { return }
      heap.swapAt(i, parent)
      i = parent
    }
  }

  private mutating func siftDown() {
    var i = 0
    while true {
      var worst = i
      for child in [2 * i + 1, 2 * i + 2] where child < heap.count {
        if Self.isWorse(heap[child], heap[worst]) { worst = child }
      }
      guard worst != i else { return }
      heap.swapAt(i, worst)
      i = worst
    }
  }
}
