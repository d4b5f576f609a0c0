/// One time that a report names, brought to the clock.
struct TimeMention: Sendable {
  enum Value: Sendable, Equatable {
    case span(Moment, Moment)
    case daily(Int, Int)
    case ongoing
  }
  /// How exact it is: a day beats a week, whatever comes first in the text.
  enum Grain: Int, Sendable, Comparable {
    case ongoing, year, month, now, duration, week, day, recurring

    static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  }
  var value: Value
  var grain: Grain
  /// Bytes of the report, in order: the day's word and its clock times.
  var evidence: [Range<Int>]
  var sentence: Int32

  var start: Int { evidence[0].lowerBound }
}
