import CityAgent
import CityText

/// Reads the times of a report against the moment it was received.
///
/// A date without a year is the one nearest before (at most two months after) that moment; a weekday without a
/// week is the last one that was.
struct TimeReader {
  private let reading: ReportReading
  private let received: Moment
  private var mentions: [TimeMention] = []
  /// Clock times and parts of the day that wait for their day, in text order.
  private var clocks: [(seconds: Range<Int>, isExact: Bool, range: Range<Int>)] = []

  /// Every time of a report, in text order.
  static func mentions(in reading: ReportReading) -> [TimeMention] {
    var reader = TimeReader(reading)
    reader.collectClocks()
    reader.collectDays()
    return reader.mentions.sorted { $0.start < $1.start }
  }

  private init(_ reading: ReportReading) {
    self.reading = reading
    received = reading.report.received
  }

  /// So many times of a text are read: no report says when by its thousandth.
  private static let limit = 200

  /// What stands between two times that belong together: 昨天晚上10点, at most so many bytes.
  private static let reach = 18

  private mutating func collectClocks() {
    for literal in reading.literals where literal.kind == .clock {
      if clocks.count >= Self.limit { break }
      let digits = Array(literal.canonical.utf8)
      guard digits.count == 5 else { continue }
      func two(_ at: Int) -> Int { Int(digits[at] - 48) * 10 + Int(digits[at + 1] - 48) }
      let second = two(0) * 3_600 + two(3) * 60
      clocks.append((second..<second, true, literal.range))
    }
    for cue in reading.cues where cue.kind == .time {
      if clocks.count >= 2 * Self.limit { break }
      guard case .part(let part) = TimeWords.words[Int(cue.value)].1 else { continue }
      // 晚上10点 is one literal already.
      if clocks.contains(where: { $0.isExact && $0.range.overlaps(cue.range) }) { continue }
      clocks.append((part.seconds, false, cue.range))
    }
    clocks.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func collectDays() {
    for cue in reading.cues where cue.kind == .time && mentions.count < Self.limit { read(cue) }
    for literal in reading.literals where mentions.count < 2 * Self.limit {
      switch literal.kind {
      case .date: date(literal)
      case .duration: duration(literal)
      default: continue
      }
    }
    // A time of day alone is the day's own.
    if mentions.allSatisfy({ $0.grain < .week }), let first = clocks.first {
      let (seconds, ranges) = times(from: 0)
      let day = received.dayNumber
      let start = day * 86_400 + seconds.lowerBound
      // 晚上10点 in a report of the morning is the evening before.
      let shift = start > received.seconds ? 86_400 : 0
      add(
        .span(
          Moment(seconds: start - shift), Moment(seconds: day * 86_400 + seconds.upperBound - shift)
        ),
        .day, ranges, at: first.range)
    }
  }

  private mutating func add(
    _ value: TimeMention.Value, _ grain: TimeMention.Grain, _ evidence: [Range<Int>],
    at range: Range<Int>
  ) {
    mentions.append(
      TimeMention(
        value: value, grain: grain, evidence: evidence,
        sentence: reading.sentence(of: range.lowerBound)))
  }

  private mutating func read(_ cue: Cue) {
    let today = received.dayNumber
    switch TimeWords.words[Int(cue.value)].1 {
    case .day(let offset): day(today + offset, cue.range)
    case .dayPart(let offset, let part): day(today + offset, cue.range, part: part)
    case .weekday(let weekday, let week):
      // 1970-01-01 was a Thursday, so day −3 a Monday.
      let monday = today - (today + 3) % 7
      var number = monday + 7 * (week ?? 0) + weekday - 1
      if week == nil, number > today { number -= 7 }
      day(number, cue.range)
    case .week(let offset):
      let monday = today - (today + 3) % 7 + 7 * offset
      days(monday, monday + 7, .week, cue.range)
    case .month(let offset):
      let day = received.day
      let months = day.year * 12 + day.month - 1 + offset
      month(months / 12, months % 12 + 1, cue.range)
    case .year(let offset): year(received.day.year + offset, cue.range)
    case .each(let part): recurring(cue.range, part: part)
    case .now:
      add(
        .span(received.adding(seconds: -3_600), received), .now, [cue.range], at: cue.range)
    case .ongoing: add(.ongoing, .ongoing, [cue.range], at: cue.range)
    case .part, .lately: return
    }
  }

  private mutating func days(
    _ first: Int, _ end: Int, _ grain: TimeMention.Grain, _ range: Range<Int>
  ) {
    add(
      .span(Moment(seconds: first * 86_400), Moment(seconds: end * 86_400)), grain, [range],
      at: range)
  }

  private mutating func month(_ year: Int, _ month: Int, _ range: Range<Int>) {
    guard let first = CalendarDay(year: year, month: month, day: 1),
      let next = CalendarDay(
        year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    else { return }
    days(Moment.dayNumber(first), Moment.dayNumber(next), .month, range)
  }

  private mutating func year(_ year: Int, _ range: Range<Int>) {
    guard let first = CalendarDay(year: year, month: 1, day: 1),
      let next = CalendarDay(year: year + 1, month: 1, day: 1)
    else { return }
    days(Moment.dayNumber(first), Moment.dayNumber(next), .year, range)
  }

  /// A day with the clock times that stand behind it.
  private mutating func day(_ number: Int, _ range: Range<Int>, part: DayPart? = nil) {
    var (seconds, ranges) = times(from: range.lowerBound, after: range)
    if ranges.isEmpty, let part { seconds = part.seconds }
    let start = number * 86_400
    add(
      .span(
        Moment(seconds: start + seconds.lowerBound), Moment(seconds: start + seconds.upperBound)),
      .day, Self.joined(range, ranges), at: range)
  }

  /// A day's words and its clock times; what overlaps (每天凌晨, 凌晨3点) is one stretch.
  private static func joined(_ day: Range<Int>, _ clocks: [Range<Int>]) -> [Range<Int>] {
    var joined = [day]
    for range in clocks {
      if range.lowerBound < joined.last!.upperBound {
        joined[joined.count - 1] =
          joined.last!.lowerBound..<max(joined.last!.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private mutating func recurring(_ range: Range<Int>, part: DayPart?) {
    var (seconds, ranges) = times(from: range.lowerBound, after: range)
    if ranges.isEmpty { seconds = part?.seconds ?? 0..<86_400 }
    add(
      .daily(seconds.lowerBound, seconds.upperBound), .recurring,
      Self.joined(range, ranges), at: range)
  }

  /// The time of day behind a place of the text: one clock time counts an hour, two are a span.
  private func times(
    from offset: Int, after day: Range<Int>? = nil
  ) -> (seconds: Range<Int>, ranges: [Range<Int>]) {
    var end = day?.upperBound ?? Int.max
    guard
      let first = clocks.firstIndex(where: {
        $0.range.lowerBound >= offset && (day == nil || $0.range.lowerBound - end <= Self.reach)
      }),
      day == nil || clocks[first].range.lowerBound <= end + Self.reach
    else { return (0..<86_400, []) }
    var from = clocks[first]
    var ranges = [from.range]
    var next = first + 1
    // 晚上 … 10点: the exact one serves.
    if !from.isExact, next < clocks.count, clocks[next].isExact,
      clocks[next].range.lowerBound - from.range.upperBound <= 6
    {
      from = clocks[next]
      ranges.append(from.range)
      next += 1
    }
    end = from.range.upperBound
    guard next < clocks.count, isRange(end, clocks[next].range.lowerBound) else {
      let seconds = from.seconds
      return (from.isExact ? seconds.lowerBound..<seconds.lowerBound + 3_600 : seconds, ranges)
    }
    var to = clocks[next]
    ranges.append(to.range)
    if !to.isExact, next + 1 < clocks.count, clocks[next + 1].isExact,
      clocks[next + 1].range.lowerBound - to.range.upperBound <= 6
    {
      to = clocks[next + 1]
      ranges.append(to.range)
    }
    let start = from.seconds.lowerBound
    var last = to.isExact ? to.seconds.lowerBound : to.seconds.upperBound
    if last <= start { last += 86_400 }
    return (start..<last, ranges)
  }

  /// Whether 到, 至, a hyphen or “to” joins two times.
  private func isRange(_ start: Int, _ end: Int) -> Bool {
    guard end > start, end - start <= 12 else { return false }
    let between = Array(reading.text[start..<end])
    return ["到", "至", "-", "~", "—", "–", "～", " to ", "until", "till"].contains {
      ByteSearch.contains(between, Array($0.utf8))
    }
  }

  private mutating func date(_ literal: Literal) {
    // 2023-11-03, 2023-11, 2023, --11-03, --11, ---15
    let parts = literal.canonical.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { Int($0) }
    let today = received.day
    switch (parts.count, numbers.first ?? nil) {
    case (3, let year?):
      guard let month = numbers[1], let date = numbers[2],
        let day = CalendarDay(year: year, month: month, day: date)
      else { return }
      self.day(Moment.dayNumber(day), literal.range)
    case (2, let year?):
      guard let month = numbers[1] else { return }
      self.month(year, month, literal.range)
    case (1, let year?): self.year(year, literal.range)
    case (4, nil):
      if let month = numbers[2], let date = numbers[3] {
        monthDay(month, date, literal.range)
      } else if let date = numbers[3] {
        dayOfMonth(date, literal.range)
      }
    case (3, nil):
      guard let month = numbers[2] else { return }
      let year = yearBefore(literal.range) ?? (month > today.month ? today.year - 1 : today.year)
      self.month(year, month, literal.range)
    default: return
    }
  }

  /// 去年11月: the year that a word right before the month names.
  private func yearBefore(_ range: Range<Int>) -> Int? {
    guard let word = timeWord(before: range.lowerBound, reach: 3), case .year(let offset) = word
    else { return nil }
    return received.day.year + offset
  }

  private mutating func monthDay(_ month: Int, _ date: Int, _ range: Range<Int>) {
    let year = received.day.year
    if let said = yearBefore(range) {
      if let day = CalendarDay(year: said, month: month, day: date) {
        self.day(Moment.dayNumber(day), range)
      }
      return
    }
    // The first of these years that has the day, not far ahead: 29 February too.
    for candidate in [year + 1, year, year - 1, year - 2, year - 3, year - 4] {
      guard let day = CalendarDay(year: candidate, month: month, day: date) else { continue }
      let number = Moment.dayNumber(day)
      if number <= received.dayNumber + 60 { return self.day(number, range) }
    }
  }

  private mutating func dayOfMonth(_ date: Int, _ range: Range<Int>) {
    let today = received.day
    let months = today.year * 12 + today.month - 1 - (date > today.day ? 1 : 0)
    if let day = CalendarDay(year: months / 12, month: months % 12 + 1, day: date) {
      self.day(Moment.dayNumber(day), range)
    }
  }

  /// 三天前 is a day, 近一个月 and 连续三天 reach up to now; other durations say nothing of when.
  private mutating func duration(_ literal: Literal) {
    let parts = literal.canonical.split(separator: " ")
    guard parts.count == 2, let amount = Double(parts[0]), amount > 0, amount < 10_000,
      let unit = Self.seconds(of: parts[1])
    else { return }
    let seconds = Int(amount * Double(unit))
    let behind = Array(reading.text[literal.range.upperBound...].prefix(12))
    let isAgo =
      behind.starts(with: "前".utf8) || behind.starts(with: "之前".utf8)
      || behind.starts(with: "以前".utf8) || behind.starts(with: " ago".utf8)
    if isAgo {
      if unit < 86_400 {
        let at = received.adding(seconds: -seconds)
        add(
          .span(at.adding(seconds: -unit / 2), at.adding(seconds: unit / 2)), .day,
          [literal.range], at: literal.range)
      } else if unit == 86_400 {
        day(received.dayNumber - Int(amount), literal.range)
      } else {
        let at = received.dayNumber - seconds / 86_400
        days(at - unit / 172_800, at + unit / 172_800, .week, literal.range)
      }
      return
    }
    let isUpToNow =
      behind.starts(with: "了".utf8) || behind.starts(with: "以来".utf8)
      || [.lately, .ongoing].contains(timeWord(before: literal.range.lowerBound, reach: 6))
    guard isUpToNow else { return }
    add(
      .span(received.adding(seconds: -seconds), received), .duration, [literal.range],
      at: literal.range)
  }

  /// The word of time that ends at most `reach` bytes before a place.
  private func timeWord(before offset: Int, reach: Int) -> TimeWord? {
    var at = reading.firstCue(at: offset) - 1
    while at >= 0, offset - reading.cues[at].range.upperBound <= reach {
      let cue = reading.cues[at]
      if cue.kind == .time, cue.range.upperBound <= offset {
        return TimeWords.words[Int(cue.value)].1
      }
      at -= 1
    }
    return nil
  }

  private static func seconds(of unit: Substring) -> Int? {
    switch unit {
    case "minute": 60
    case "hour": 3_600
    case "day", "workday": 86_400
    case "week": 604_800
    case "month": 2_592_000
    case "year": 31_536_000
    default: nil
    }
  }
}
