public import CityAgent
import CityText

/// Reads a question into a request: names by the longest match over the catalog, times by the period grammar,
/// measures by one table of words.
public struct IndicatorReader: Sendable {
  /// What a question was read as.
  public struct Reading: Sendable {
    public var request: IndicatorRequest
    /// 0…1: falls with what nothing accounts for.
    public var score: Double
  }

  let catalog: IndicatorCatalog
  private let names: NameTable

  public init(catalog: IndicatorCatalog) {
    self.catalog = catalog
    names = NameTable(catalog)
  }

  /// The reading of a folded question; nil where it names no indicator, alone or by what came before.
  /// - Complexity: O(n).
  public func read(
    _ folded: [UInt8], asOf: CalendarDay, previous: IndicatorRequest? = nil
  ) -> Reading? {
    let folded = Self.parted(folded)
    var scan = QuestionScan(folded, names: names, asOf: asOf)
    if scan.indicators.isEmpty || scan.strayWords > 0, let mended = names.mended(folded) {
      let second = QuestionScan(mended, names: names, asOf: asOf)
      if scan.indicators.isEmpty || second.strayWords < scan.strayWords { scan = second }
    }
    if scan.isMixedUnits {
      var request = IndicatorRequest()
      request.indicators = scan.indicators
      request.measure = .mixedUnits
      return Reading(request: request, score: 0.95)
    }
    let isFollowUp = previous != nil && scan.isFollowUp
    var isAssumed = false
    if scan.indicators.isEmpty, !isFollowUp, scan.speaksOfGrowthAlone, let total = names.total {
      scan.indicators = [total]
      isAssumed = !scan.cues.isDisjoint(with: [.rank, .overview, .average])
    }
    guard !scan.indicators.isEmpty || isFollowUp else { return nil }
    var request = RequestBuilder(scan: scan, catalog: catalog, total: names.total).request()
    if let previous, isFollowUp { request = scan.completed(request, from: previous) }
    guard !request.indicators.isEmpty else { return nil }
    request.unexplained = scan.unexplained
    request.isAssumed = isAssumed
    return Reading(request: request, score: score(scan, isFollowUp: isFollowUp))
  }

  /// The question with a space where a name and a year were typed without one: gdp2025, 2025cpi; q3 and m2 stay.
  private static func parted(_ text: [UInt8]) -> [UInt8] {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func run(from start: Int, _ step: Int, _ holds: (UInt8) -> Bool) -> Int {
      var at = start
      while text.indices.contains(at), holds(text[at]) { at += step }
      return abs(at - start)
    }
    var out: [UInt8] = []
    for (i, byte) in text.enumerated() {
      if i > 0 {
        let before = text[i - 1]
        let isNameThenYear =
          isLetter(before) && isDigit(byte) && run(from: i - 1, -1, isLetter) > 2
          && run(from: i, 1, isDigit) > 1
        let isYearThenName =
          isDigit(before) && isLetter(byte) && run(from: i - 1, -1, isDigit) > 1
          && run(from: i, 1, isLetter) > 2
        if isNameThenYear || isYearThenName { out.append(0x20) }
      }
      out.append(byte)
    }
    return out
  }

  /// 0.95 for a question wholly understood; every stray character costs, all the more where neither a time
  /// nor a measure was named.
  private func score(_ scan: QuestionScan, isFollowUp: Bool) -> Double {
    let stray = Double(scan.strayBytes) / Double(max(1, scan.contentBytes))
    // A word left over may be the very place or thing asked about: 东莞, 猪肉, 失业.
    var score = 0.95 - 1.4 * stray - 0.5 * Double(scan.strayWords)
    let isBare = scan.periods.isEmpty && scan.regions.isEmpty && !scan.asksForFigure
    if isBare, !isFollowUp { score -= 0.15 + stray }
    return min(0.95, max(0, score))
  }
}

/// The catalog's names as phrases.
struct NameTable: Sendable {
  enum Name: Sendable {
    case indicator(Int)
    case region(Int)
  }

  private(set) var phrases = PhraseTable()
  private(set) var names: [Name] = []
  /// The indicator that “the economy” grows by: the first without parent that has parts.
  let total: Int?

  init(_ catalog: IndicatorCatalog) {
    total = catalog.indicators.indices.first { number in
      catalog.indicators.contains { $0.parent == catalog.indicators[number].name }
    }
    for (number, indicator) in catalog.indicators.enumerated() {
      let all =
        [indicator.name, indicator.english, indicator.nationalName ?? ""] + indicator.aliases
      for name in all { add(name, .indicator(number)) }
    }
    for (number, region) in catalog.regions.enumerated() {
      for name in [region.name, region.english] + region.aliases { add(name, .region(number)) }
    }
  }

  private mutating func add(_ name: String, _ value: Name) {
    let folded = Folding.fold(Array(name.utf8))
    guard !folded.isEmpty, phrases.insert(folded[...]) == names.count else { return }
    names.append(value)
  }

  /// The text with one mistyped character of an indicator's long name put right: 国内生产总直; nil where there is none.
  ///
  /// Looked for only where no indicator was found. Of several the first in catalog order.
  /// - Complexity: O(names × text).
  func mended(_ text: [UInt8]) -> [UInt8]? {
    let characters = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    for number in names.indices {
      guard case .indicator = names[number] else { continue }
      let name = Array(String(decoding: phrases.phrase(number), as: UTF8.self).unicodeScalars)
      guard name.count >= 5, name.count <= characters.count, name.allSatisfy({ !$0.isASCII })
      else { continue }
      for start in 0...(characters.count - name.count) {
        let window = characters[start..<(start + name.count)]
        let wrong = zip(window, name).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
        guard wrong == 1 else { continue }
        var mended = String.UnicodeScalarView()
        mended.append(contentsOf: characters[..<start])
        mended.append(contentsOf: name)
        mended.append(contentsOf: characters[(start + name.count)...])
        return Array(String(mended).utf8)
      }
    }
    return nil
  }
}
