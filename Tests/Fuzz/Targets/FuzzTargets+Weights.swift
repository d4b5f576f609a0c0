@testable import CityIndex

extension FuzzTargets {
  /// The bytes are a file of rank weights.
  func weights(_ bytes: [UInt8]) throws(FuzzFailure) {
    let text = String(decoding: bytes, as: UTF8.self)
    let path = "weights.txt"
    guard
      let weights = try opened({ () throws(IndexError) in try RankWeights(text, path: path) })
    else { return }
    try FuzzFailure.check(
      weights.values.count == RankWeights.count && weights.values.allSatisfy(\.isFinite),
      "a weight is missing or no number")
    let again = try opened { () throws(IndexError) in try RankWeights(weights.text, path: path) }
    try FuzzFailure.check(again == weights, "weights that were written are not read as they were")
    for longness: Float in [0, 0.5, 1] {
      try FuzzFailure.check(
        weights.effective(longness: longness).count == RankFeature.allCases.count,
        "a question has not a weight a feature")
    }
  }
}
