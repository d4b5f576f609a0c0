/// Why a series cannot be worked on.
public struct SeriesError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case empty
    case notFinite = "not-finite"
    case badPeriod = "bad-period"
    case badHorizon = "bad-horizon"
    case badArgument = "bad-argument"
    case tooShort = "too-short"
  }

  public let code: Code
  /// What is wrong and what to do, in English.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }

  /// - Throws: where a value is missing, infinite, or there is none.
  static func check(_ values: [Double]) throws(SeriesError) {
    guard !values.isEmpty else {
      throw SeriesError(.empty, "the series has no values; give at least one")
    }
    if let at = values.firstIndex(where: { !$0.isFinite }) {
      throw SeriesError(
        .notFinite, "value \(at + 1) of the series is not a finite number; fill or cut gaps first")
    }
  }
}
