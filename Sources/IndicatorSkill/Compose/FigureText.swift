import CityAgent
import CityText

/// Numbers with their units and directions: the only place where a sign becomes a word.
struct FigureText: Sendable {
  let isEnglish: Bool

  /// An amount in its unit; in English at the scale English counts in: 1166.8亿元 is 116.68 billion yuan.
  func amount(_ figure: Figure) -> String {
    guard isEnglish else {
      return DecimalText.text(figure.value, decimals: figure.decimals)
        + (figure.unit == "指数" ? "" : figure.unit)
    }
    let scale = Self.englishScales.first { $0.unit == figure.unit }
    guard let scale else {
      return DecimalText.text(figure.value, decimals: figure.decimals)
        + (figure.unit == "%" ? "%" : figure.unit == "平方公里" ? " km²" : "")
    }
    let number = DecimalText.text(
      figure.value * scale.factor, decimals: max(0, figure.decimals + scale.places))
    return "\(number) \(scale.words)"
  }

  /// A unit as the axis of a chart names it; the chart's numbers stay those of the cells.
  static func unitName(_ unit: String, isEnglish: Bool) -> String {
    guard isEnglish else { return unit == "指数" ? "" : unit }
    let names = [
      "亿元": "100 million yuan", "万亿元": "trillion yuan", "万元": "10,000 yuan", "元": "yuan",
      "亿美元": "100 million US dollars", "万人": "10,000 people", "平方公里": "km²", "指数": "",
      "万元/人": "10,000 yuan per head",
    ]
    return names[unit] ?? unit
  }

  /// Units with what they are in English, the factor to it, and the decimals that this adds.
  private static let englishScales: [(unit: String, words: String, factor: Double, places: Int)] = [
    ("亿元", "billion yuan", 0.1, 1), ("万亿元", "trillion yuan", 1, 0), ("万元", "yuan", 1e4, -4),
    ("元", "yuan", 1, 0), ("亿美元", "billion US dollars", 0.1, 1), ("万人", "people", 1e4, -4),
    ("万元/人", "yuan per head", 1e4, -4),
    ("亿元/平方公里", "billion yuan per km²", 0.1, 1),
  ]

  func percent(_ figure: Figure) -> String {
    DecimalText.text(figure.value, decimals: figure.decimals) + "%"
  }

  private func size(_ figure: Figure) -> String {
    DecimalText.text(abs(figure.value), decimals: figure.decimals)
  }

  /// 增长 4.7%, 下降 0.3%, 持平; prices rise and fall.
  func growth(_ figure: Figure, isPrice: Bool) -> String {
    if figure.value == 0 { return isEnglish ? "unchanged" : "持平" }
    if isEnglish { return (figure.value > 0 ? "up " : "down ") + size(figure) + "%" }
    return (figure.value > 0 ? (isPrice ? "上涨" : "增长") : "下降") + size(figure) + "%"
  }

  /// 提高 0.2个百分点, 回落 0.2个百分点, 持平.
  func change(_ figure: Figure, up: String, down: String) -> String {
    if figure.value == 0 { return isEnglish ? "unchanged" : "持平" }
    if isEnglish {
      return (figure.value > 0 ? "up " : "down ") + size(figure)
        + (figure.form == .points ? " percentage points" : "")
    }
    return (figure.value > 0 ? up : down) + size(figure) + figure.unit
  }

  /// 多 986.9亿元, 少 1166.8亿元.
  func gap(_ figure: Figure) -> String {
    var size = figure
    size.derivation.value = abs(figure.value)
    let text =
      figure.form == .points
      ? DecimalText.text(abs(figure.value), decimals: figure.decimals)
        + (isEnglish ? " percentage points" : "个百分点")
      : amount(size)
    if figure.value == 0 { return isEnglish ? "the same" : "相同" }
    if isEnglish { return text + (figure.value > 0 ? " more" : " less") }
    return
      (figure.form == .points ? (figure.value > 0 ? "高" : "低") : (figure.value > 0 ? "多" : "少"))
      + text
  }
}
