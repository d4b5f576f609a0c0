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
  /// From so many bytes on, 200 characters, a text is a letter.
  private static let longText = 600
  /// So many hits are kept: more tell nothing new.
  private static let limit = 16

  /// The rules that fire, in text order.
  func hits() -> [Hit] {
    let titleEnd = reading.report.title.utf8.count
    var hits: [Hit] = []
    var denied: Set<String> = []
    var last: (sentence: Int32, reason: String)?
    for (number, cue) in reading.cues.enumerated() where cue.kind == .trigger {
      if hits.count >= Self.limit { break }
      let reason = UrgencyRules.all[Int(cue.value)].reason
      // 如果有火灾，我们只能看着大火: the second word is as unreal as the first.
      let isChained = last.map { $0.sentence == cue.sentence && $0.reason == reason } ?? false
      if !(isChained && !isPresent(number)), let hit = hit(number, cue) {
        hits.append(hit)
        last = nil
      } else if UrgencyRules.all[Int(cue.value)].companions.isEmpty {
        last = (cue.sentence, reason)
        if cue.range.lowerBound >= titleEnd { denied.insert(reason) }
      }
    }
    // A title names the matter; where the text says that it is over, the title says no more.
    let said = Set(
      hits.filter { $0.evidence.last!.lowerBound >= titleEnd }.map {
        UrgencyRules.all[$0.rule].reason
      })
    return hits.filter { hit in
      let reason = UrgencyRules.all[hit.rule].reason
      return hit.evidence.last!.lowerBound >= titleEnd || !denied.contains(reason)
        || said.contains(reason)
    }
  }

  /// Whether the words say that it is now: a word of now in the sentence, or a time that has not passed.
  private func isPresent(_ number: Int) -> Bool {
    let cue = reading.cues[number]
    if near(number, reach: Self.reachOfPast, behind: Self.reachOfPast, where: { $0.kind == .now })
      != nil
    {
      return true
    }
    let limit =
      reading.report.received.seconds - UrgencyRules.all[Int(cue.value)].lasting * 3_600
    return timesBefore(cue).contains { mention in
      guard case .span(_, let to) = mention.value else { return false }
      return to.seconds > limit && mention.grain >= .day
    }
  }

  private func hit(_ number: Int, _ cue: Cue) -> Hit? {
    let rule = UrgencyRules.all[Int(cue.value)]
    var evidence = [cue.range]
    if !rule.companions.isEmpty {
      guard let companion = companion(rule.companions, rule.reach, of: number) else { return nil }
      evidence.append(companion)
      evidence.sort { $0.lowerBound < $1.lowerBound }
    }
    if !rule.unless.isEmpty, self.companion(rule.unless, rule.reach, of: number) != nil {
      return nil
    }
    if isCancelled(number, rule) || isPast(cue, rule) { return nil }
    var level = rule.level
    let injury = near(number, reach: 2 * Self.reachBefore, behind: 2 * Self.reachBefore) {
      $0.kind == .with && $0.value == Int32(UrgencyRule.Companion.injury.rawValue)
    }
    if let injury, let raised = rule.levelWithInjury {
      level = raised
      evidence.append(injury)
      evidence.sort { $0.lowerBound < $1.lowerBound }
    }
    // A long letter tells what has happened; what is happening now, it says so.
    if rule.isEvent, reading.text.count > Self.longText, !isPresent(number) {
      guard level == .emergency else { return nil }
      level = .urgent
    }
    return Hit(rule: Int(cue.value), level: level, isInjury: injury != nil, evidence: evidence)
  }

  private func companion(
    _ groups: [UrgencyRule.Companion], _ reach: Int, of number: Int
  ) -> Range<Int>? {
    near(number, reach: reach, behind: reach) { cue in
      cue.kind == .with && groups.contains { Int32($0.rawValue) == cue.value }
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
      case .over: if gap <= 30, !isNow, !isDenied(cue) { return true }
      case .habitual:
        if gap <= Self.reachBefore, !isNow, rule.isEvent { return true }
      // 存在安全隐患，坠楼: a list of what might come.
      case .unrealBehind: if gap <= 6 { return true }
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
      case .past, .unreal, .negation, .hearsay, .habitual: continue
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

  /// Whether a time of the sentence, before the trigger, says that it is over or comes every day.
  private func isPast(_ trigger: Cue, _ rule: UrgencyRule) -> Bool {
    let limit = reading.report.received.seconds - rule.lasting * 3_600
    return timesBefore(trigger).contains { mention in
      switch mention.value {
      case .span(_, let to):
        // A word of now between them is about now.
        return mention.grain != .duration && mention.grain != .now && to.seconds <= limit
          && !hasNow(between: mention.start, and: trigger)
      case .daily:
        return rule.isEvent && rule.reason == "fire"
          && !hasNow(between: mention.start, and: trigger)
      case .ongoing: return false
      }
    }
  }

  /// The times of the trigger's sentence that begin before it ends, the nearest first.
  private func timesBefore(_ trigger: Cue) -> [TimeMention] {
    var found: [TimeMention] = []
    var at = times.partitioningIndex { $0.start >= trigger.range.upperBound }
    while at > 0 {
      at -= 1
      guard times[at].sentence == trigger.sentence,
        trigger.range.lowerBound - times[at].start <= Self.reachOfTime
      else { break }
      found.append(times[at])
    }
    return found
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
