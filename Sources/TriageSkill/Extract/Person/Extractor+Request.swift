extension Extractor {
  /// What the sender wants, by the phrases that weigh most; those of the title count twice.
  ///
  /// Without any phrase it is a report of what is there.
  func request(_ reading: ReportReading) -> Finding<RequestKind> {
    let kinds = RequestKind.allCases
    var weights = [Int](repeating: 0, count: kinds.count)
    var evidence = [[Range<Int>]](repeating: [], count: kinds.count)
    let titleEnd = reading.report.title.utf8.count
    for cue in reading.cues where cue.kind == .request {
      let kind = Int(cue.value) / 16
      weights[kind] += Int(cue.value) % 16 * (cue.range.lowerBound < titleEnd ? 2 : 1)
      if evidence[kind].count < 8 { evidence[kind].append(cue.range) }
    }
    // A question that ends a complaint is no consultation: the order of the kinds breaks ties.
    let order: [RequestKind] = [.complaint, .praise, .suggestion, .consult, .help, .report]
    let best = order.max { a, b in
      let x = weights[kinds.firstIndex(of: a)!]
      let y = weights[kinds.firstIndex(of: b)!]
      return x < y || x == y && order.firstIndex(of: a)! > order.firstIndex(of: b)!
    }!
    let number = kinds.firstIndex(of: best)!
    guard weights[number] > 0 else { return Finding(.report, by: Self.rule("request.default")) }
    return Finding(
      best, by: Self.rule("request.\(best.rawValue)"), evidence: evidence[number])
  }
}
