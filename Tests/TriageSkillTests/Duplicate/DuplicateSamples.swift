import CityAgent
import Foundation
import TriageSkill

/// SplitMix64: the same texts on every run.
struct DuplicateDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

enum DuplicateSamples {
  static let start = Moment(CalendarDay(year: 2026, month: 11, day: 2)!, hour: 9)

  /// Report `number`, an hour after the one before.
  static func report(
    _ number: Int, _ title: String, _ text: String = "", by reporter: String? = nil,
    at moment: Moment? = nil, places: [String] = [], matter: String? = nil
  ) -> ComparableReport {
    ComparableReport(
      id: "R\(number)", title: title, text: text, reporter: reporter,
      received: moment ?? start.adding(seconds: 3_600 * number), places: places, matter: matter)
  }

  /// Characters without meaning, as many different ones as asked.
  static func text(_ length: Int, of kinds: Int = 800, dice: inout DuplicateDice) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<length {
      text.append(Unicode.Scalar(0x4E00 + UInt32.random(in: 0..<UInt32(kinds), using: &dice))!)
    }
    return String(text)
  }

  /// The text with some characters replaced.
  static func changed(_ text: String, places: Int, dice: inout DuplicateDice) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<places where !scalars.isEmpty {
      let at = Int.random(in: 0..<scalars.count, using: &dice)
      scalars[at] = Unicode.Scalar(0x6000 + UInt32.random(in: 0..<800, using: &dice))!
    }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars)
    return String(out)
  }

  /// Pieces of five characters, white space left out, case folded: the slow obvious version.
  static func pieces(_ text: String) -> Set<[Unicode.Scalar]> {
    let scalars = text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }
    let all = Array(scalars)
    if all.isEmpty { return [] }
    if all.count < 5 { return [all] }
    return Set((0...all.count - 5).map { Array(all[$0..<$0 + 5]) })
  }

  static func resemblance(_ a: Set<[Unicode.Scalar]>, _ b: Set<[Unicode.Scalar]>) -> Double {
    a.isEmpty && b.isEmpty ? 0 : Double(a.intersection(b).count) / Double(a.union(b).count)
  }
}
