/// What English words mean to the scanner, by their folded letters.
enum LiteralWords {
  enum Role {
    case number(Int)
    case magnitude(Int)
    case month(Int)
    case unit(String)
    /// Before “day(s)”: working, business.
    case working
    /// Before “day(s)” without a meaning of its own: calendar, natural.
    case plain
    case currency(String)
    case percent
    case article
    case half
    case web
    /// hk, us before `$` or “dollars”.
    case dollar(String)
  }

  /// The role of the word at `start..<end`.
  static func role(_ reader: LiteralReader, _ start: Int, _ end: Int) -> Role? {
    guard end > start, end - start <= 12 else { return nil }
    var key: UInt64 = 0
    for at in start..<end { key = key << 5 | UInt64(reader[at] &- 0x60) }
    return roles[key]
  }

  private static let roles: [UInt64: Role] = {
    var roles: [UInt64: Role] = [:]
    func add(_ words: String, _ role: Role) {
      for word in words.split(separator: " ") {
        roles[word.utf8.reduce(0) { $0 << 5 | UInt64($1 &- 0x60) }] = role
      }
    }
    let numbers = "one two three four five six seven eight nine ten eleven twelve"
    for (i, word) in numbers.split(separator: " ").enumerated() {
      add(String(word), .number(i + 1))
    }
    for (word, value) in [
      ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("eighteen", 18),
      ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90),
    ] { add(word, .number(value)) }
    for (word, power) in [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)] {
      add(word, .magnitude(power))
    }
    let months = [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
      "august aug", "september sept sep", "october oct", "november nov", "december dec",
    ]
    for (i, words) in months.enumerated() { add(words, .month(i + 1)) }
    for (words, unit) in [
      ("workday workdays weekday weekdays", "workday"), ("day days", "day"),
      ("week weeks", "week"), ("month months", "month"), ("year years yr yrs", "year"),
      ("hour hours hr hrs", "hour"), ("minute minutes min mins", "minute"),
      ("second seconds sec secs", "second"),
    ] { add(words, .unit(unit)) }
    add("working business work", .working)
    add("calendar natural consecutive", .plain)
    for (words, code) in [
      ("yuan rmb cny renminbi", "CNY"), ("hkd", "HKD"), ("usd", "USD"), ("mop patacas", "MOP"),
      ("eur euro euros", "EUR"), ("gbp", "GBP"), ("jpy yen", "JPY"),
    ] { add(words, .currency(code)) }
    add("percent percentage pct per", .percent)
    add("article articles art", .article)
    add("half", .half)
    add("http https www", .web)
    add("hk", .dollar("HKD"))
    add("us", .dollar("USD"))
    return roles
  }()

  /// Words of an ASCII or Chinese list as folded scalars.
  static func list(_ words: String) -> [[UInt32]] {
    words.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }
}
