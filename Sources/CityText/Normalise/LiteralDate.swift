/// A date as far as it is known.
struct LiteralDate: Equatable {
  var year: Int?
  var month: Int?
  var day: Int?

  /// ISO 8601: `2023`, `2023-11`, `2023-11-01`; without a year `--05`, `--05-10`; only the day `---15`.
  var canonical: String {
    func padded(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    var text = year.map { "\($0)" } ?? "-"
    if let month {
      text += "-" + padded(month)
      if let day { text += "-" + padded(day) }
    } else if let day {
      text += "--" + padded(day)
    }
    return text
  }

  /// Whether month and day can be; every month is given its longest length.
  var isPossible: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    let longest = month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...longest).contains(day)
  }
}

/// A time of day in hours and minutes.
struct LiteralClock: Equatable {
  var hour: Int
  var minute: Int

  var canonical: String {
    (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// The part of the day that a word before the time names.
  enum DayPart: Sendable {
    case morning, noon, afternoon, night

    /// The hour on the 24-hour clock.
    func hour(_ hour: Int) -> Int {
      switch self {
      case .morning: hour
      case .noon: hour < 11 ? hour + 12 : hour
      case .afternoon: hour < 12 ? hour + 12 : hour
      case .night: hour >= 5 && hour < 12 ? hour + 12 : hour
      }
    }

    static let words = WordTable<DayPart>([
      ("上午 早上 早晨 凌晨 清晨 今早 明早 a.m. am a.m", .morning), ("中午 正午", .noon),
      ("下午 午后 傍晚 p.m. pm p.m", .afternoon), ("晚上 夜间 夜里 晚间 今晚 明晚", .night),
    ])
  }
}
