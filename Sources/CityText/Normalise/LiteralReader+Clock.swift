extension LiteralReader {
  private enum Period { case morning, noon, afternoon, evening }

  /// A time of day: 9:00, 上午9点半, 下午2时, `2:30 p.m.`.
  func clock(_ at: Int, floor: Int) -> Reading? {
    guard self[at - 1] != 0x3A, let (hour, past) = small(at), hour <= 24 else { return nil }
    let period = period(before: at, floor: floor)
    guard let (minute, end) = minute(at, past, hasPeriod: period != nil) else {
      guard let (isAfternoon, end) = meridiem(past), isDigit(at), hour >= 1, hour <= 12 else {
        return nil
      }
      return made(hour % 12 + (isAfternoon ? 12 : 0), 0, at, end, nil)
    }
    if isDigit(at), let (isAfternoon, past) = meridiem(end), hour <= 12 {
      return made(hour % 12 + (isAfternoon ? 12 : 0), minute, at, past, nil)
    }
    guard hour < 24 || minute == 0 else { return nil }
    guard let (period, start) = period else { return made(hour, minute, at, end, nil) }
    let told = Self.hour(hour, period)
    let isLate = told >= 12 && period != .noon
    return made(told, minute, start, end, isLate ? .afternoon(hour: told) : nil)
  }

  private func made(
    _ hour: Int, _ minute: Int, _ start: Int, _ end: Int, _ shared: Shared?
  ) -> Reading {
    Reading(
      kind: .clock, canonical: Self.two(hour) + ":" + Self.two(minute), start: start, end: end,
      shared: shared)
  }

  /// The hour with what 上午 or 下午 before it makes of it.
  func afternoon(_ hour: Int, before at: Int) -> Int {
    period(before: at, floor: 0).map { Self.hour(hour, $0.0) } ?? hour
  }

  private static func hour(_ hour: Int, _ period: Period) -> Int {
    switch period {
    case .morning: hour
    case .noon: hour < 3 ? hour + 12 : hour
    case .afternoon: hour < 12 ? hour + 12 : hour
    case .evening: hour >= 5 && hour <= 12 ? hour + 12 : hour
    }
  }

  /// The minutes after the hour, and where the time ends.
  private func minute(_ at: Int, _ past: Int, hasPeriod: Bool) -> (Int, Int)? {
    if self[past] == 0x3A {
      guard isDigit(at), digitsEnd(past + 1) == past + 3, let (minute, end) = small(past + 1),
        minute < 60
      else { return nil }
      // Seconds belong to the time, not to its canonical form.
      if self[end] == 0x3A, digitsEnd(end + 1) == end + 3 { return (minute, end + 3) }
      return (minute, end)
    }
    let isPoint = self[past] == 0x70B9
    guard isPoint || self[past] == 0x65F6 else { return nil }
    let next = past + 1
    switch self[next] {
    case 0x534A: return (30, next + 1)
    case 0x949F where isPoint, 0x6574: return (0, next + 1)
    case 0x4E00 where self[next + 1] == 0x523B: return (15, next + 2)
    case 0x4E09 where self[next + 1] == 0x523B: return (45, next + 2)
    default: break
    }
    if let (minute, end) = small(next), minute < 60 {
      if self[end] == 0x5206, self[end + 1] != 0x949F { return (minute, end + 1) }
      if end - next == 2, isDigit(at) || hasPeriod { return (minute, end) }
    }
    // 三点建议, 5点要求, 9时间: no times.
    if hasPeriod { return (0, next) }
    switch self[next] {
    case 0x524D, 0x540E, 0x81F3, 0x5230, 0x4E4B, 0x4EE5, 0x2D, 0x2014, 0x7E: return (0, next)
    case 0x5EFA, 0x610F, 0x8981, 0x8BF4, 0x6CE8, 0x5E0C, 0x5019, 0x95F4, 0x4EE3, 0x671F, 0x6548,
      0x957F, 0x6BB5, 0x8BB8:
      return nil
    default: return isDigit(at) ? (0, next) : nil
    }
  }

  /// `am`, `a.m.`, `pm`, `p.m.` after a time.
  private func meridiem(_ at: Int) -> (isAfternoon: Bool, end: Int)? {
    let start = skipSpace(at)
    guard self[start] == 0x61 || self[start] == 0x70 else { return nil }
    var end = start + 1
    if self[end] == 0x2E { end += 1 }
    guard self[end] == 0x6D, !(self[end + 1] &- 0x61 < 26) else { return nil }
    if end == start + 2, self[end + 1] == 0x2E { end += 1 }
    return (self[start] == 0x70, end + 1)
  }

  private func period(before at: Int, floor: Int) -> (Period, Int)? {
    let end = self[at - 1] == 0x20 ? at - 1 : at
    guard end > floor else { return nil }
    let last = self[end - 1]
    let before = end - 2 >= floor ? self[end - 2] : 0
    switch (before, last) {
    case (0x4E0A, 0x5348), (0x65E9, 0x4E0A), (0x65E9, 0x6668), (0x6E05, 0x6668), (0x51CC, 0x6668):
      return (.morning, end - 2)
    case (0x4E2D, 0x5348): return (.noon, end - 2)
    case (0x4E0B, 0x5348), (0x508D, 0x665A): return (.afternoon, end - 2)
    case (0x665A, 0x4E0A), (0x665A, 0x95F4), (0x591C, 0x95F4): return (.evening, end - 2)
    case (_, 0x65E9): return (.morning, end - 1)
    case (_, 0x665A): return (.evening, end - 1)
    default: return nil
    }
  }
}
