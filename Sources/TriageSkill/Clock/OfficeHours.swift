/// When the office is open on a working day: spans of seconds of the day, in order.
public struct OfficeHours: Sendable, Equatable {
  public let spans: [Range<Int>]
  /// Open seconds of one working day; more than 0.
  public let secondsADay: Int

  /// 9 to 12 and 14 to 18 o'clock.
  public static let usual: OfficeHours = try! OfficeHours([32_400..<43_200, 50_400..<64_800])

  /// - Throws: where a span is empty, lies outside the day, or overlaps the one before it.
  public init(_ spans: [Range<Int>]) throws(TriageError) {
    guard !spans.isEmpty, spans.allSatisfy({ !$0.isEmpty && $0.lowerBound >= 0 }) else {
      throw TriageError(
        .badTable, "the office hours are of no length: write spans such as 09:00-12:00")
    }
    for (i, span) in spans.enumerated() {
      guard span.upperBound <= 86_400, i == 0 || spans[i - 1].upperBound <= span.lowerBound else {
        throw TriageError(
          .badTable,
          "the office hours must lie in one day, in order and apart: 09:00-12:00, 14:00-18:00")
      }
    }
    self.spans = spans
    secondsADay = spans.reduce(0) { $0 + $1.count }
  }

  /// Reads spans such as `09:00-12:00`.
  public init(texts: [String]) throws(TriageError) {
    var spans: [Range<Int>] = []
    for text in texts {
      let ends = text.utf8.split(separator: UInt8(ascii: "-")).map { Self.second($0) }
      guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else {
        throw TriageError(.badTable, "“\(text)” are no office hours: write 09:00-12:00")
      }
      spans.append(from..<to)
    }
    try self.init(spans)
  }

  /// When the office closes for the day, in seconds of the day.
  public var close: Int { spans[spans.count - 1].upperBound }

  /// Open seconds of a working day before a second of it.
  func openSeconds(before second: Int) -> Int {
    var sum = 0
    for span in spans where span.lowerBound < second {
      sum += min(second, span.upperBound) - span.lowerBound
    }
    return sum
  }

  /// The first second of a working day by which `open` seconds have passed, of 1…``secondsADay``.
  func second(after open: Int) -> Int {
    var left = open
    for span in spans {
      if left <= span.count { return span.lowerBound + left }
      left -= span.count
    }
    return close
  }

  private static func second(_ text: Substring.UTF8View) -> Int? {
    let parts = text.split(separator: UInt8(ascii: ":")).map {
      Int(String(decoding: $0.filter { $0 != 0x20 }, as: UTF8.self))
    }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
      (0..<60).contains(minute), hour * 60 + minute <= 1_440
    else { return nil }
    return hour * 3_600 + minute * 60
  }
}
