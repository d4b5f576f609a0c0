extension Extractor {
  /// When it happened: the first of the most exact times that the report names.
  func time(_ mentions: [TimeMention]) -> Finding<OccurredTime>? {
    var best: TimeMention?
    for mention in mentions {
      if best.map({ mention.grain > $0.grain && $0.grain < .day }) ?? true { best = mention }
    }
    guard let best else { return nil }
    let value: OccurredTime
    let name: String
    switch best.value {
    case .span(let from, let to):
      value = .span(from: from, to: to)
      name = best.grain == .duration ? "time.duration" : "time.span"
    case .daily(let from, let to):
      value = .daily(from: from, to: to)
      name = "time.daily"
    case .ongoing:
      value = .ongoing
      name = "time.ongoing"
    }
    return Finding(value, by: Self.rule(name), evidence: best.evidence)
  }
}
