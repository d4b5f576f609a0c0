/// The Chinese units, by their first character, the longest first.
enum LiteralUnits {
  static let cent = LiteralWords.list("cent")
  static let points = LiteralWords.list("point points")
  static let dollars = LiteralWords.list("dollar dollars")

  static let table: [UInt32: [(word: [UInt32], unit: LiteralReader.Unit)]] = {
    var all: [(word: [UInt32], unit: LiteralReader.Unit)] = []
    func add(_ words: String, _ unit: LiteralReader.Unit) {
      all += LiteralWords.list(words).map { ($0, unit) }
    }
    add("个百分点 百分点", .point)
    add("元 圆 块 块钱 元人民币", .money("CNY"))
    for (words, code) in [
      ("美元 美金", "USD"), ("港元 港币", "HKD"), ("欧元", "EUR"), ("日元", "JPY"), ("英镑", "GBP"),
      ("澳门元 澳门币", "MOP"), ("澳元", "AUD"), ("新台币", "TWD"),
    ] { add(words, .money(code)) }
    for (words, unit) in [
      ("个工作日 工作日 个工作天 工作天", "workday"),
      ("天 日 个自然日 自然日 个日历日 日历日 个自然天", "day"),
      ("周 星期 个星期 礼拜 个礼拜", "week"), ("个月 个自然月 月龄", "month"),
      ("年 周年 岁 周岁 个年度 个自然年", "year"),
      ("小时 个小时 钟头 个钟头 个钟", "hour"), ("分钟", "minute"), ("秒 秒钟", "second"),
    ] { add(words, .duration(unit)) }
    for (word, unit) in [("个半小时", "hour"), ("个半月", "month"), ("年半", "year")] {
      add(word, .andHalf(unit))
    }
    add("元旦 元素 元宇宙 元月 元件 元化 元里 元年 块地 块板 块屏 块砖 块牌", .none)
    add("年级 年代 年份 年轻 年龄 天津 天河 天然 日本 日语 日常 周边 周围 周到 周密", .none)
    return Dictionary(grouping: all) { $0.word[0] }.mapValues { units in
      units.sorted { $0.word.count > $1.word.count }
    }
  }()

  /// Measure words: a single Chinese numeral counts before one of these.
  static let measures = Set(
    "个名人份张次项件本套间家户位条种类倍页级辆台米吨斤寸孩处所座栋层期批轮折升亩".unicodeScalars.map(\.value))

  static let halves = [
    ("小时", "hour"), ("钟头", "hour"), ("工作日", "workday"), ("年", "year"), ("月", "month"), ("天", "day"),
    ("日", "day"),
  ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }

  /// What binds a numeral after it into a word.
  static let binding = Set("统唯单同之进另某专归划周期初几数第礼意何".unicodeScalars.map(\.value))
}
