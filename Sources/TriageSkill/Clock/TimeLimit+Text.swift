public import CityText

extension TimeLimit {
  /// Reads `5 work-days`, `30分钟`, `４个工作日`; nil for anything else.
  public init?(_ text: String) {
    let bytes = Folding.fold(Array(text.utf8))
    let digits = bytes.prefix { $0 &- 0x30 < 10 || $0 == 0x2D }
    self.init(
      String(decoding: digits, as: UTF8.self),
      unit: String(decoding: bytes[digits.count...], as: UTF8.self))
  }

  /// Reads a value and a unit as two cells; full-width digits and Chinese units are fine.
  public init?(_ value: String, unit: String) {
    guard let value = Int(Folding.fold(value)), let unit = Unit(named: unit) else { return nil }
    self.init(value, unit)
  }

  /// As people write it: `5个工作日`, `5 working days`.
  public func text(_ language: WrittenLanguage) -> String {
    guard language == .english else { return "\(value)\(unit.words.chinese)" }
    return "\(value) \(unit.words.english)\(value == 1 ? "" : "s")"
  }
}

extension TimeLimit.Unit {
  /// The unit of a name in a table: `work-days`, `working days`, `工作日`, `个工作日`.
  public init?(named name: String) {
    var name = Folding.fold(name)
    while name.hasPrefix(" ") { name.removeFirst() }
    while name.hasSuffix(" ") { name.removeLast() }
    if name.hasPrefix("个") { name.removeFirst() }
    switch name {
    case "minutes", "minute", "min", "分钟", "分": self = .minutes
    case "hours", "hour", "h", "小时", "钟头", "时": self = .hours
    case "work-hours", "work-hour", "working hours", "working hour", "工作时", "工作小时":
      self = .workHours
    case "work-days", "work-day", "working days", "working day", "工作日", "工作天":
      self = .workDays
    case "days", "day", "天", "日", "自然日", "日历日": self = .days
    default: return nil
    }
  }

  fileprivate var words: (chinese: String, english: String) {
    switch self {
    case .minutes: ("分钟", "minute")
    case .hours: ("小时", "hour")
    case .workHours: ("个工作小时", "working hour")
    case .workDays: ("个工作日", "working day")
    case .days: ("日", "day")
    }
  }
}
