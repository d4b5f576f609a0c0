/// The cheapest way to read a sentence as a stretch of its source; dynamic programming over both.
struct AlignmentSearch {
  /// How the last token of the source was used: what may come next depends on it.
  private enum Run: Int, CaseIterable {
    /// Not matched: the next character begins a run.
    case broken
    /// A character on its own so far: a single character of a word proves nothing.
    case single
    case whole
  }

  private let sentence: [RewriteToken]
  private let source: ArraySlice<RewriteToken>
  private let insertable: [Bool]
  /// Least cost by place in sentence and source and run; nil cannot be reached.
  private var costs: [Int32]
  /// The step that led there: 1 match, 2 insert, 3 leave out; and the run before, in the higher bits.
  private var steps: [UInt8]
  private let columns: Int

  private static let unreached = Int32.max
  /// What leaving a word of content out costs; words that join cost nothing.
  private static let omission: Int32 = 4

  init(
    _ sentence: [RewriteToken], _ source: ArraySlice<RewriteToken>, insertable: [Bool]
  ) {
    self.sentence = sentence
    self.source = source
    self.insertable = insertable
    columns = source.count + 1
    costs = Array(
      repeating: Self.unreached, count: (sentence.count + 1) * columns * Run.allCases.count)
    steps = Array(repeating: 0, count: costs.count)
  }

  /// The places of the source that the sentence's words stand for, in order; nil where it cannot be read so.
  mutating func run() -> [Int]? {
    costs[index(0, 0, .broken)] = 0
    for row in 0...sentence.count {
      for column in 0..<columns {
        for run in Run.allCases where costs[index(row, column, run)] < Self.unreached {
          leave(row, column, run)
        }
      }
    }
    var best: (cost: Int32, column: Int, run: Run)?
    for column in 0..<columns {
      for run in Run.allCases {
        let cost = costs[index(sentence.count, column, run)]
        guard cost < (best?.cost ?? Self.unreached), mayEnd(run, before: column) else { continue }
        best = (cost, column, run)
      }
    }
    return best.map { places(from: $0.column, $0.run) }
  }

  private func index(_ row: Int, _ column: Int, _ run: Run) -> Int {
    (row * columns + column) * Run.allCases.count + run.rawValue
  }

  /// Every step from a place.
  private mutating func leave(_ row: Int, _ column: Int, _ run: Run) {
    let cost = costs[index(row, column, run)]
    if row < sentence.count, column < source.count {
      let token = source[source.startIndex + column]
      if token.kind == sentence[row].kind, token.key == sentence[row].key {
        reach(row + 1, column + 1, after(token, run), cost, step: 1, from: run)
      }
    }
    guard mayEnd(run, before: column) else { return }
    if row < sentence.count, insertable[row] {
      reach(row + 1, column, .broken, cost + 1, step: 2, from: run)
    }
    if column < source.count {
      let token = source[source.startIndex + column]
      guard !token.isHeld else { return }
      let price = token.kind == .joining ? 0 : Self.omission
      reach(row, column + 1, .broken, cost + price, step: 3, from: run)
    }
  }

  private mutating func reach(
    _ row: Int, _ column: Int, _ run: Run, _ cost: Int32, step: UInt8, from: Run
  ) {
    let place = index(row, column, run)
    guard cost < costs[place] else { return }
    costs[place] = cost
    steps[place] = step | UInt8(from.rawValue) << 2
  }

  private func after(_ token: RewriteToken, _ run: Run) -> Run {
    switch token.kind {
    case .joining: run == .single ? .whole : run
    case .word, .fact: .whole
    case .character: run == .broken ? .single : .whole
    }
  }

  /// Whether a run may break off: not within a word, unless its one character is all that its segment has.
  private func mayEnd(_ run: Run, before column: Int) -> Bool {
    guard run == .single else { return true }
    let at = source.startIndex + column - 1
    let segment = source[at].segment
    return (at == source.startIndex || source[at - 1].segment != segment)
      && (at + 1 == source.endIndex || source[at + 1].segment != segment)
  }

  private func places(from column: Int, _ run: Run) -> [Int] {
    var places: [Int] = []
    var (row, column, run) = (sentence.count, column, run)
    while row > 0 || column > 0 {
      let step = steps[index(row, column, run)]
      let before = Run(rawValue: Int(step >> 2))!
      switch step & 3 {
      case 1:
        row -= 1
        column -= 1
        places.append(source.startIndex + column)
      case 2: row -= 1
      default: column -= 1
      }
      run = before
    }
    return places.reversed()
  }
}
