/// A word of time, as far as one word says it.
enum TimeWord: Sendable, Equatable {
  /// Days from the day of the report: 昨天 is −1.
  case day(Int)
  /// A day and a part of it: 昨晚.
  case dayPart(Int, DayPart)
  /// Weeks from this one: 上周 is −1.
  case week(Int)
  /// A weekday, 1 for Monday, of some week; nil for the last one that was.
  case weekday(Int, week: Int?)
  case month(Int)
  case year(Int)
  case part(DayPart)
  /// 每天, 每晚: it recurs.
  case each(DayPart?)
  case now
  case ongoing
  /// Goes before a duration that reaches up to now: 近一个月, 连续三天.
  case lately
}

/// A part of the day, in seconds of it; the night goes on past midnight.
enum DayPart: Sendable, Equatable {
  case dawn, morning, forenoon, noon, afternoon, evening, night, lateNight

  var seconds: Range<Int> {
    switch self {
    case .dawn: 0..<21_600
    case .morning: 21_600..<32_400
    case .forenoon: 28_800..<43_200
    case .noon: 39_600..<50_400
    case .afternoon: 43_200..<64_800
    case .evening: 64_800..<86_400
    // 22:00 to 06:00, which the law on noise calls night.
    case .night: 79_200..<108_000
    case .lateNight: 82_800..<108_000
    }
  }
}

/// The words of time of both languages.
enum TimeWords {
  static let words: [(String, TimeWord)] = fixed + weekdays

  private static let fixed: [(String, TimeWord)] = [
    ("今天|今日|当天|today", .day(0)), ("昨天|昨日|yesterday", .day(-1)),
    ("前天|day before yesterday|the day before yesterday", .day(-2)), ("大前天", .day(-3)),
    ("明天|明日|tomorrow", .day(1)), ("后天|day after tomorrow", .day(2)),
    ("昨晚|昨夜|昨天晚上|昨天夜里|last night|yesterday evening|yesterday night", .dayPart(-1, .evening)),
    ("今早|今晨|今天早上|今天早晨|this morning", .dayPart(0, .morning)), ("今天上午", .dayPart(0, .forenoon)),
    ("今天中午", .dayPart(0, .noon)), ("今天下午|this afternoon", .dayPart(0, .afternoon)),
    ("今晚|今夜|今天晚上|tonight|this evening", .dayPart(0, .evening)),
    ("今天凌晨|今日凌晨", .dayPart(0, .dawn)), ("昨天凌晨|昨日凌晨", .dayPart(-1, .dawn)),
    ("昨早|昨天早上|yesterday morning", .dayPart(-1, .morning)), ("昨天上午", .dayPart(-1, .forenoon)),
    ("昨天中午", .dayPart(-1, .noon)), ("昨天下午|yesterday afternoon", .dayPart(-1, .afternoon)),
    ("前晚|前天晚上", .dayPart(-2, .evening)), ("明早", .dayPart(1, .morning)),
    ("明晚", .dayPart(1, .evening)),
    ("上周|上星期|上礼拜|上个星期|上个礼拜|last week", .week(-1)), ("上上周", .week(-2)),
    ("本周|这周|这星期|这个星期|this week", .week(0)), ("下周|下星期|下个星期|next week", .week(1)),
    ("上个月|上月|last month", .month(-1)), ("本月|这个月|this month", .month(0)),
    ("下个月|下月|next month", .month(1)),
    ("去年|上年|last year", .year(-1)), ("前年", .year(-2)), ("今年|本年|this year", .year(0)),
    ("明年|next year", .year(1)),
    ("凌晨|半夜三更|before dawn", .part(.dawn)), ("早上|早晨|清晨|一早|大清早|in the morning", .part(.morning)),
    ("上午", .part(.forenoon)), ("中午|正午|午休|at noon", .part(.noon)),
    ("下午|in the afternoon", .part(.afternoon)), ("傍晚|晚上|晚间|in the evening", .part(.evening)),
    ("夜里|夜间|夜晚|at night|overnight", .part(.night)),
    ("半夜|深夜|大半夜|大晚上|in the middle of the night", .part(.lateNight)),
    (
      "每天|每日|天天|日日|每一天|每周|周一到周五|every day|everyday|daily|each day|every weekend|every week",
      .each(nil)
    ),
    ("每晚|每天晚上|每到晚上|天天晚上|夜夜|晚晚|every evening|every night|each night|nightly", .each(.evening)),
    ("每天夜里|每到夜里|每天半夜|每到半夜|每天深夜", .each(.night)), ("每天凌晨|每到凌晨", .each(.dawn)),
    ("每天早上|每天早晨|每早|every morning|each morning", .each(.morning)), ("每天中午", .each(.noon)),
    ("每天下午|every afternoon", .each(.afternoon)),
    ("刚才|刚刚|刚|此刻|现在|正在|just now|right now|now|at the moment", .now),
    (
      "一直|长期|常年|经常|时常|近期|最近|近来|这段时间|这几天|持续不断|始终|for months|for weeks|for years|for a long time|constantly|always|recently|lately|ongoing|these days",
      .ongoing
    ),
    ("近|最近的|过去|连续|持续|长达|已经|已|for the past|for the last|over the past|for", .lately),
  ]

  private static let weekdays: [(String, TimeWord)] = {
    let names = ["一", "二", "三", "四", "五", "六", "日"]
    let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    var words: [(String, TimeWord)] = []
    for day in 1...7 {
      let name = names[day - 1]
      func all(_ heads: [String]) -> String {
        (heads.map { $0 + name } + (day == 7 ? heads.map { $0 + "天" } : [])).joined(separator: "|")
      }
      words.append((all(["周", "星期", "礼拜"]) + "|on \(english[day - 1])", .weekday(day, week: nil)))
      words.append(
        (
          all(["上周", "上星期", "上礼拜", "上个星期", "上个周"]) + "|last \(english[day - 1])",
          .weekday(day, week: -1)
        ))
      words.append(
        (all(["本周", "这周", "这个星期"]) + "|this \(english[day - 1])", .weekday(day, week: 0)))
      words.append((all(["下周", "下星期"]) + "|next \(english[day - 1])", .weekday(day, week: 1)))
    }
    return words
  }()

  static func add(to table: inout CueTable) {
    for (number, (phrases, _)) in words.enumerated() { table.add(phrases, .time, number) }
  }
}
