import CityAgent
import CityText

/// Everything that a question names, in order, and what nothing accounts for.
struct QuestionScan {
  let folded: [UInt8]
  var indicators: [Int] = []
  private(set) var indicatorPlaces: [Range<Int>] = []
  private(set) var regions: [Int] = []
  private(set) var regionPlaces: [Range<Int>] = []
  private(set) var periods: [FoundPeriod] = []
  private(set) var cues: Set<MeasureCue> = []
  private(set) var cuePlaces: [(cue: MeasureCue, range: Range<Int>)] = []
  /// Numbers outside times: 前5名, 低于48.
  private(set) var numbers: [(value: Double, range: Range<Int>)] = []
  private(set) var unexplained: [String] = []
  private(set) var strayBytes = 0
  /// Runs of two Han characters or three letters and more that nothing accounts for: a word, not a slip.
  private(set) var strayWords = 0
  private(set) var contentBytes = 0

  init(_ folded: [UInt8], names: NameTable, asOf: CalendarDay) {
    self.folded = folded
    periods = PeriodReader(folded, asOf: asOf).read()
    let measures = MeasureCue.table
    var stray: [UInt8] = []
    var at = 0
    var next = 0
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    while at < folded.count {
      if next < periods.count, at == periods[next].range.lowerBound {
        // A name that begins where a time does and is longer is a name: 第一产业.
        let name = names.phrases.longest(in: folded, at: at)
        if name.map({ $0.end <= periods[next].range.upperBound }) ?? true {
          close(&stray)
          contentBytes += periods[next].range.count
          at = periods[next].range.upperBound
          next += 1
          continue
        }
        periods.remove(at: next)
      }
      if isSpace(folded[at]) {
        close(&stray)
        at += 1
        continue
      }
      let name = names.phrases.longest(in: folded, at: at)
      let cue = measures.phrases.longest(in: folded, at: at)
      if let name, name.end >= cue?.end ?? 0 {
        close(&stray)
        record(names.names[name.number], at..<name.end)
        at = skipPeriods(inside: at..<name.end, &next)
        continue
      }
      if let cue {
        close(&stray)
        let kind = measures.cues[cue.number]
        cues.insert(kind)
        cuePlaces.append((kind, at..<cue.end))
        contentBytes += cue.end - at
        at = skipPeriods(inside: at..<cue.end, &next)
        continue
      }
      if let number = Self.number(folded, at: at) {
        close(&stray)
        numbers.append((number.value, at..<number.end))
        contentBytes += number.end - at
        at = number.end
        continue
      }
      stray.append(folded[at])
      contentBytes += 1
      at += 1
    }
    close(&stray)
  }

  private mutating func close(_ stray: inout [UInt8]) {
    guard !stray.isEmpty else { return }
    strayBytes += stray.count
    let isHan = stray.contains { $0 >= 0x80 }
    if isHan ? stray.count >= 6 : stray.count >= 3 { strayWords += 1 }
    unexplained.append(String(decoding: stray, as: UTF8.self))
    stray = []
  }

  private mutating func record(_ name: NameTable.Name, _ range: Range<Int>) {
    contentBytes += range.count
    switch name {
    case .indicator(let number):
      if !indicators.contains(number) {
        indicators.append(number)
        indicatorPlaces.append(range)
      }
    case .region(let number):
      if !regions.contains(number) {
        regions.append(number)
        regionPlaces.append(range)
      }
    }
  }

  /// The end of `range`, leaving out the times that begin inside it.
  private mutating func skipPeriods(inside range: Range<Int>, _ next: inout Int) -> Int {
    while next < periods.count, periods[next].range.lowerBound < range.upperBound {
      periods.remove(at: next)
    }
    return range.upperBound
  }

  private static let englishNumbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// Whether no letters stand right before and behind: the ten of “often” is no number.
  private static func isApart(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    func isLetter(_ at: Int) -> Bool {
      text.indices.contains(at) && (0x61...0x7A).contains(text[at])
    }
    return !isLetter(start - 1) && !isLetter(end)
  }

  private static func number(_ text: [UInt8], at start: Int) -> (value: Double, end: Int)? {
    var end = start
    while end < text.count, (0x30...0x39).contains(text[end]) || (text[end] == 0x2E && end > start)
    {
      end += 1
    }
    if end > start {
      return Double(String(decoding: text[start..<end], as: UTF8.self)).map { ($0, end) }
    }
    for (value, word) in zip(1..., englishNumbers) {
      let end = start + word.utf8.count
      guard text[start...].starts(with: word.utf8), isApart(text, start, end) else { continue }
      return (Double(value), end)
    }
    for (value, word) in zip(1..., ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]) {
      let bytes = Array(word.utf8)
      if text[start...].starts(with: bytes) { return (Double(value), start + bytes.count) }
    }
    return nil
  }

  // MARK: what the whole looks like

  /// Whether the question asks for a figure at all: how much, growth, a share …
  var asksForFigure: Bool {
    !cues.subtracting([
      .filler, .asks, .which, .amount, .percent, .target, .arrival, .cause, .variation,
    ]).isEmpty
  }

  /// “经济增长多少”: growth of everything.
  var speaksOfGrowthAlone: Bool {
    if cues.contains(.overview) { return true }
    // “福田在深圳排第几”
    if cues.contains(.rank), !regions.isEmpty, strayBytes == 0 { return true }
    // “全年目标能不能完成？”
    if cues.contains(.target), strayBytes == 0, contains("目标") || contains("target") { return true }
    // “三次产业结构怎么样？”
    if cues.contains(.structure), contains("产业") || contains("econom") { return true }
    if cues.contains(.industryUnit), cues.contains(.shrinking) { return true }
    // “2021年两年平均增速”
    if cues.contains(.average), cues.contains(.growth) || contains("经济"), strayBytes == 0 {
      return true
    }
    return (cues.contains(.growth) || cues.contains(.pull) || cues.contains(.contribution))
      && (contains("经济") || contains("economy") || cues.contains(.industryUnit))
  }

  /// Whether 百分之几 is the only word for a share: how much a thing grew by.
  var saysShareOnlyInPercent: Bool {
    cuePlaces.allSatisfy { place in
      place.cue != .share || folded[place.range].elementsEqual("百分之几".utf8)
    }
  }

  /// Something of the question before is left out: 那工业呢, 跟南山比, 去年呢.
  var isFollowUp: Bool {
    contentBytes <= 60 && strayBytes * 4 <= contentBytes
      && (!indicators.isEmpty || !regions.isEmpty || !periods.isEmpty
        || !cues.subtracting([.filler, .asks, .amount, .percent, .points, .level]).isEmpty)
  }

  /// “CPI上涨0.5%，比上月回落0.2%”, “增速提高0.2%”: the change of a rate in per cent.
  var isMixedUnits: Bool {
    if changesRateInPercent { return true }
    guard cues.contains(.change) || cues.contains(.growth), numbers.count >= 2 else { return false }
    let changes = cuePlaces.filter { $0.cue == .change }
    return changes.contains { change in
      let behind = numbers.first { $0.range.lowerBound >= change.range.upperBound }
      guard let behind, behind.range.lowerBound - change.range.upperBound <= 6 else { return false }
      return folded[behind.range.upperBound...].starts(with: "%".utf8)
        && numbers.contains {
          $0.range.upperBound < change.range.lowerBound
            && folded[$0.range.upperBound...].starts(with: "%".utf8)
        }
    }
  }

  /// 增速提高0.2%: the word for a rate, a change behind it, and per cent.
  private var changesRateInPercent: Bool {
    let rates = ["增速", "涨幅", "增长率", "占比", "比重", "growth rate"].map { Array($0.utf8) }
    return cuePlaces.contains { place in
      guard place.cue == .change,
        let behind = numbers.first(where: { $0.range.lowerBound >= place.range.upperBound }),
        behind.range.lowerBound - place.range.upperBound <= 3,
        folded[behind.range.upperBound...].starts(with: "%".utf8)
      else { return false }
      let head = Array(folded[max(0, place.range.lowerBound - 21)..<place.range.lowerBound])
      return rates.contains { ByteSearch.contains(head, $0) }
    }
  }

  func contains(_ word: String) -> Bool { ByteSearch.contains(folded, Array(word.utf8)) }
}
