import Foundation

/// Made-up series for the tests: the same on every run.
enum SampleSeries {
  /// Uniform in 0..<1, by Knuth's linear congruence.
  struct Noise {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }

  /// Sums to 1 on average over the twelve months.
  static let months = [0.8, 0.7, 1.05, 0.95, 1.0, 1.1, 0.98, 0.97, 1.06, 1.05, 1.09, 1.25]

  /// A growing monthly series with the season of ``months`` and noise of about `noise`, relative.
  static func monthly(_ count: Int, noise: Double, seed: UInt64 = 1) -> [Double] {
    var random = Noise(seed)
    return (0..<count).map {
      (100 + Double($0)) * months[$0 % 12] * (1 + noise * (2 * random.next() - 1))
    }
  }

  /// A walk without season around 50.
  static func walk(_ count: Int, seed: UInt64) -> [Double] {
    var random = Noise(seed)
    var at = 50.0
    return (0..<count).map { _ in
      at += 2 * random.next() - 1
      return at
    }
  }

  /// Thousands of passengers of an airline, 1949–1952 (Box and Jenkins 1976, series G).
  static let airline: [Double] = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170,
    170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180,
    193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
  ]
}

func isClose(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-9) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
