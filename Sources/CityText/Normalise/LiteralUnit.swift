/// What a number counts, by the word behind it.
enum LiteralUnit: Equatable, Sendable {
  case percent
  case perMille
  case percentagePoint
  /// An ISO 4217 code, and 10^n of its unit: 角 is -1.
  case money(String, Int)
  case duration(Duration)
  /// A calendar year or month: 2023年, 3月.
  case year
  case month
  /// A day of a month that stands before it: 每月15日.
  case dayOfMonth
  /// A time of day: 9点.
  case clock
  /// A measure word: 个, 份.
  case measure

  enum Duration: String, Sendable {
    case workday, day, week, month, quarter, year, hour, minute, second
  }

  /// The literal that `value` is with this unit; nil where it is none.
  func literal(_ value: Quantity) -> (kind: Literal.Kind, canonical: String)? {
    switch self {
    case .percent: return (.percent, value.text)
    case .perMille:
      return (.percent, Quantity(mantissa: value.mantissa, decimals: value.decimals + 1).text)
    case .percentagePoint: return (.percent, value.text + " pp")
    case .money(let code, let exponent):
      let amount = exponent == 0 ? value : value.scaled(by: exponent)
      return amount.map { (.money, code + " " + $0.text) }
    case .duration(let unit): return (.duration, Self.duration(value, unit))
    case .year:
      guard let year = value.whole, (1000...2999).contains(year) else { return nil }
      return (.date, LiteralDate(year: year).canonical)
    case .month:
      guard let month = value.whole, (1...12).contains(month) else { return nil }
      return (.date, LiteralDate(month: month).canonical)
    case .dayOfMonth:
      guard let day = value.whole, (1...31).contains(day) else { return nil }
      return (.date, LiteralDate(day: day).canonical)
    case .clock:
      guard let hour = value.whole, hour <= 24 else { return nil }
      return (.clock, LiteralClock(hour: hour, minute: 0).canonical)
    case .measure: return (.number, value.text)
    }
  }

  /// Parts of hours and years become minutes and months, whole hours in minutes become hours.
  static func duration(_ value: Quantity, _ unit: Duration) -> String {
    func inSmaller(_ factor: UInt64, _ smaller: Duration) -> String? {
      guard value.whole == nil, let count = value.times(factor)?.whole else { return nil }
      return "\(count) \(smaller.rawValue)"
    }
    switch unit {
    case .hour:
      if let text = inSmaller(60, .minute) { return text }
    case .year:
      if let text = inSmaller(12, .month) { return text }
    case .minute, .second:
      let larger: Duration = unit == .minute ? .hour : .minute
      if let count = value.whole, count > 0, count % 60 == 0 {
        return duration(Quantity(UInt64(count / 60)), larger)
      }
    default: break
    }
    return value.text + " " + unit.rawValue
  }

  /// The unit that stands at `i`, past spaces and “-” where it is an English word (30-day).
  static func match(_ text: LiteralText, after i: Int) -> (unit: LiteralUnit, end: Int)? {
    var at = text.afterSpaces(i)
    if text[at] == "-", text.isLetter(at + 1) { at += 1 }
    guard let (unit, end) = words.match(text, at: at),
      notAfter[text[end]]?.contains(text[end - 1]) != true
    else { return nil }
    return (unit, end)
  }

  static let words = WordTable<LiteralUnit>([
    ("% percent per_cent 个百分比", .percent), ("‰", .perMille),
    ("个百分点 百分点 percentage_point percentage_points", .percentagePoint),
    ("元 元人民币 元钱 块钱 圆 圆整 人民币 人民币元 yuan rmb cny", .money("CNY", 0)),
    ("港元 港币 港币元 港圆 元港币 元港元 hkd hong_kong_dollar hong_kong_dollars", .money("HKD", 0)),
    ("澳门元 澳门币 元澳门币 mop patacas", .money("MOP", 0)),
    ("美元 美金 元美金 usd us_dollar us_dollars", .money("USD", 0)),
    ("欧元 eur euro euros", .money("EUR", 0)),
    ("英镑 gbp", .money("GBP", 0)), ("日元 jpy", .money("JPY", 0)), ("新台币 台币", .money("TWD", 0)),
    ("毛 毛钱 角钱", .money("CNY", -1)), ("分钱", .money("CNY", -2)),
    (
      "个工作日 工作日 个工作天 工作天 个法定工作日 working_day working_days business_day business_days "
        + "workday workdays work_day work_days working-day", .duration(.workday)
    ),
    (
      "日 天 个自然日 自然日 个日历日 日历日 整天 day days calendar_day calendar_days natural_day natural_days",
      .duration(.day)
    ),
    ("周 个周 星期 个星期 礼拜 个礼拜 week weeks", .duration(.week)),
    ("个月 月龄 个月龄 个整月 month months", .duration(.month)),
    ("个季度 quarters", .duration(.quarter)),
    (
      "年 周年 周岁 岁 整年 year years year_old years_old years_of_age year-old years-old",
      .duration(.year)
    ),
    ("小时 个小时 钟头 个钟头 个钟 hour hours hr hrs h", .duration(.hour)),
    ("分钟 minute minutes min mins", .duration(.minute)),
    ("秒 秒钟 second seconds sec secs", .duration(.second)),
  ])

  /// Characters that make another word of the unit before them: 元旦, 周边, 年级, 日常.
  private static let notAfter: [Unicode.Scalar: Set<Unicode.Scalar>] = {
    var table: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    let entries: [(unit: Unicode.Scalar, next: String)] = [
      ("元", "旦宇宵素件器月首老气帅勋数组"), ("周", "边围转知期密到"), ("年", "级代检龄画糕"),
      ("日", "常报历均益记"), ("天", "然津空安府下河气桥线窗"), ("毛", "病巾坯"), ("秒", "批办杀"),
      ("圆", "形满桌"),
    ]
    for (unit, next) in entries {
      for scalar in next.unicodeScalars { table[scalar, default: []].insert(unit) }
    }
    return table
  }()
}
