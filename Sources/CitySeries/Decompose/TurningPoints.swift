/// Dates peaks and troughs by the rules of Bry and Boschan (1971), as Harding and Pagan (2002) simplified them.
public enum TurningPoints {
  /// How far apart turns must lie, in periods.
  public struct Rule: Equatable, Sendable {
    /// A turn is the extreme among so many neighbours on each side.
    public var window: Int
    /// From a peak to a trough, or back.
    public var minimumPhase: Int
    /// From a peak to the next peak, or a trough to the next trough.
    public var minimumCycle: Int

    public init(window: Int, minimumPhase: Int, minimumCycle: Int) {
      self.window = window
      self.minimumPhase = minimumPhase
      self.minimumCycle = minimumCycle
    }

    public static let monthly = Rule(window: 5, minimumPhase: 5, minimumCycle: 15)
    public static let quarterly = Rule(window: 2, minimumPhase: 2, minimumCycle: 5)
    public static let yearly = Rule(window: 1, minimumPhase: 1, minimumCycle: 2)
  }

  /// Turns in order of time, peaks and troughs alternating; best found in a trend or an adjusted series.
  ///
  /// A value so near an end that its window is cut is no turn yet: the next values may undo it.
  /// - Throws: for no value, one that is not finite, a rule with a number below 1.
  /// - Complexity: O(n · window + turns²)
  public static func find(_ values: [Double], _ rule: Rule) throws(SeriesError) -> [TurningPoint] {
    try SeriesError.check(values)
    guard rule.window >= 1, rule.minimumPhase >= 1, rule.minimumCycle >= 1 else {
      throw SeriesError(.badArgument, "window, phase and cycle must be 1 or more")
    }
    guard values.count > 2 * rule.window else { return [] }
    var turns: [TurningPoint] = []
    for i in rule.window..<(values.count - rule.window) {
      if let kind = extreme(values, at: i, rule.window) {
        turns.append(TurningPoint(index: i, kind: kind, value: values[i]))
      }
    }
    turns = alternating(turns)
    while let weakest = tooClose(turns, rule) {
      turns.removeSubrange(weakest)
      turns = alternating(turns)
    }
    return turns
  }

  /// Strictly beyond all earlier neighbours, not behind any later one: a plateau turns where it begins.
  private static func extreme(_ values: [Double], at i: Int, _ window: Int) -> TurningPoint.Kind? {
    let before = values[(i - window)..<i]
    let after = values[(i + 1)...(i + window)]
    let value = values[i]
    // A level stretch that only ends the series, or goes on as it came, does not turn.
    func turns(_ later: Double?, _ isBack: (Double, Double) -> Bool) -> Bool {
      later.map { isBack($0, value) } ?? false
    }
    let next = values[(i + 1)...].first { $0 != value }
    if before.allSatisfy({ $0 < value }), after.allSatisfy({ $0 <= value }), turns(next, <) {
      return .peak
    }
    if before.allSatisfy({ $0 > value }), after.allSatisfy({ $0 >= value }), turns(next, >) {
      return .trough
    }
    return nil
  }

  /// Of several peaks in a row the highest stays, of troughs the lowest; the earlier one of equals.
  private static func alternating(_ turns: [TurningPoint]) -> [TurningPoint] {
    var result: [TurningPoint] = []
    for turn in turns {
      guard let last = result.last, last.kind == turn.kind else {
        result.append(turn)
        continue
      }
      if turn.kind == .peak ? turn.value > last.value : turn.value < last.value {
        result[result.count - 1] = turn
      }
    }
    return result
  }

  /// The neighbours of least height difference among those that break a rule; both go.
  ///
  /// In a cycle that is too short, its weaker phase goes; first of all a peak that is left below the trough beside it.
  private static func tooClose(_ turns: [TurningPoint], _ rule: Rule) -> Range<Int>? {
    var weakest: (height: Double, at: Int)?
    func consider(_ i: Int) {
      let rise = turns[i + 1].value - turns[i].value
      let height = turns[i].kind == .peak ? -rise : rise
      if weakest == nil || height < weakest!.height { weakest = (height, i) }
    }
    for i in turns.indices.dropLast() {
      let isUpsideDown =
        turns[i].kind == .peak
        ? turns[i].value <= turns[i + 1].value : turns[i].value >= turns[i + 1].value
      if isUpsideDown || turns[i + 1].index - turns[i].index < rule.minimumPhase { consider(i) }
    }
    for i in turns.indices.dropLast(2)
    where turns[i + 2].index - turns[i].index < rule.minimumCycle {
      consider(i)
      consider(i + 1)
    }
    return weakest.map { $0.at..<($0.at + 2) }
  }
}
