/// Reads how urgent a report is: which rules of the table fire, and what takes their force away.
struct UrgencyReader {
  private let reading: ReportReading
  private let times: [TimeMention]

  init(_ reading: ReportReading, times: [TimeMention]) {
    self.reading = reading
    self.times = times
  }

  /// A rule that fired, and on which words.
  struct Hit {
    var rule: Int
    var level: Urgency
    var isInjury: Bool
    var evidence: [Range<Int>]
  }

  /// How far a cue reaches, in bytes: 20 characters of Chinese before a trigger, 12 behind.
  private static let reachBefore = 60
  private static let reachBehind = 36
  /// A word of the past reaches further: it opens a sentence.
  private static let reachOfPast = 150
  private static let reachOfTime = 300
  /// So many hits are kept: more tell nothing new.
  private static let limit = 16

  /// The rules that fire, in text order.
  func hits() -> [Hit] {
    var hits: [Hit] = []
    for (number, cue) in reading.cues.enumerated() where cue.kind == .trigger {
      if hits.count >= Self.limit { break }
      if let hit = hit(number, cue) { hits.append(hit) }
    }
    return hits
  }

  private func hit(_ number: Int, _ cue: Cue) -> Hit? {
    let rule = UrgencyRules.all[Int(cue.value)]
    var evidence = [cue.range]
    if !rule.companions.isEmpty {
      guard let companion = companion(rule, of: number) else { return nil }
      evidence.append(companion)
      evidence.sort { $0.lowerBound < $1.lowerBound }
    }
    if isCancelled(number, rule) || isPast(cue, rule) { return nil }
    var level = rule.level
    let injury = near(number, reach: Self.reachBefore, behind: Self.reachBefore) {
      $0.kind == .with && $0.value == Int32(UrgencyRule.Companion.injury.rawValue)
    }
    if let injury, let raised = rule.levelWithInjury {
      level = raised
      evidence.append(injury)
      evidence.sort { $0.lowerBound < $1.lowerBound }
    }
    return Hit(rule: Int(cue.value), level: level, isInjury: injury != nil, evidence: evidence)
  }

  private func companion(_ rule: UrgencyRule, of number: Int) -> Range<Int>? {
    near(number, reach: rule.reach, behind: rule.reach) { cue in
      cue.kind == .with && rule.companions.contains { Int32($0.rawValue) == cue.value }
    }
  }

  /// The nearest cue of the same sentence that fits, before the trigger first.
  private func near(
    _ number: Int, reach: Int, behind: Int, where fits: (Cue) -> Bool
  ) -> Range<Int>? {
    let trigger = reading.cues[number]
    var at = number - 1
    while at >= 0, reading.cues[at].sentence == trigger.sentence,
      trigger.range.lowerBound - reading.cues[at].range.upperBound <= reach
    {
      if fits(reading.cues[at]) { return reading.cues[at].range }
      at -= 1
    }
    at = number + 1
    while at < reading.cues.count, reading.cues[at].sentence == trigger.sentence,
      reading.cues[at].range.lowerBound - trigger.range.upperBound <= behind
    {
      if fits(reading.cues[at]) { return reading.cues[at].range }
      at += 1
    }
    return nil
  }

  private func isCancelled(_ number: Int, _ rule: UrgencyRule) -> Bool {
    isCancelledBefore(number, rule) || isCancelledBehind(number, rule)
  }

  private func isCancelledBefore(_ number: Int, _ rule: UrgencyRule) -> Bool {
    let trigger = reading.cues[number]
    var isNow = false
    var at = number - 1
    while at >= 0, reading.cues[at].sentence == trigger.sentence {
      let cue = reading.cues[at]
      let gap = trigger.range.lowerBound - cue.range.upperBound
      if gap > Self.reachOfPast { break }
      at -= 1
      if cue.kind == .now { isNow = true }
      guard cue.kind == .cancel, gap >= 0, let cancel = UrgencyCancel(rawValue: cue.value) else {
        continue
      }
      switch cancel {
      case .negation:
        if gap <= 9, !hasComma(cue.range.upperBound, trigger.range.lowerBound) { return true }
      case .unreal:
        if gap <= Self.reachBefore, !isNow, !rule.countsWhenFeared,
          gap <= 30 || !hasComma(cue.range.upperBound, trigger.range.lowerBound)
        {
          return true
        }
      case .past: if !isNow, rule.lasting < 1_000 { return true }
      case .drill: if gap <= 30 { return true }
      case .hearsay: if gap <= Self.reachBefore { return true }
      case .over: if gap <= 30, !isNow { return true }
      case .unrealBehind: continue
      }
    }
    return false
  }

  private func isCancelledBehind(_ number: Int, _ rule: UrgencyRule) -> Bool {
    let trigger = reading.cues[number]
    var at = number + 1
    while at < reading.cues.count {
      let cue = reading.cues[at]
      let gap = cue.range.lowerBound - trigger.range.upperBound
      let isSame = cue.sentence == trigger.sentence
      // That it is over may be said in the next sentence.
      if gap > Self.reachOfPast || cue.sentence > trigger.sentence + 1 { break }
      at += 1
      guard cue.kind == .cancel, let cancel = UrgencyCancel(rawValue: cue.value) else { continue }
      switch cancel {
      case .over: if !isDenied(cue) { return true }
      case .unrealBehind: if isSame, gap <= Self.reachBehind, !rule.countsWhenFeared { return true }
      case .drill: if isSame, gap <= 18 { return true }
      case .past, .unreal, .negation, .hearsay: continue
      }
    }
    return false
  }

  /// 没有扑灭, 还没找到: what is not over.
  private func isDenied(_ cue: Cue) -> Bool {
    let before = reading.text[max(0, cue.range.lowerBound - 9)..<cue.range.lowerBound]
    let words = ["没有", "还没", "没", "未", "尚未", "無", "沒有", "沒", "not ", "n't "]
    return words.contains { before.reversed().starts(with: $0.utf8.reversed()) }
  }

  private func hasComma(_ start: Int, _ end: Int) -> Bool {
    guard end > start else { return false }
    // ，is EF BC 8C; its last two bytes stand together in no other character's middle.
    let between = reading.text[start..<end]
    return between.contains(0x2C)
      || zip(between, between.dropFirst()).contains { $0 == 0xBC && $1 == 0x8C }
  }

  /// Whether a time of the sentence, before the trigger, says that it is over.
  private func isPast(_ trigger: Cue, _ rule: UrgencyRule) -> Bool {
    let limit = reading.report.received.seconds - rule.lasting * 3_600
    var at = times.partitioningIndex { $0.start >= trigger.range.upperBound }
    while at > 0 {
      at -= 1
      let mention = times[at]
      guard mention.sentence == trigger.sentence,
        trigger.range.lowerBound - mention.start <= Self.reachOfTime
      else { break }
      guard case .span(_, let to) = mention.value, mention.grain != .duration,
        mention.grain != .now
      else { continue }
      // A word of now between them is about now.
      if to.seconds <= limit, !hasNow(between: mention.start, and: trigger) { return true }
    }
    return false
  }

  private func hasNow(between start: Int, and trigger: Cue) -> Bool {
    var at = reading.firstCue(at: start)
    while at < reading.cues.count, reading.cues[at].range.lowerBound < trigger.range.lowerBound {
      if reading.cues[at].kind == .now { return true }
      at += 1
    }
    return false
  }
}

extension Array {
  /// The first index whose element and all behind it fit.
  fileprivate func partitioningIndex(where fits: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
