#if canImport(Glibc)
  import Glibc
#endif

/// Logarithm and exponential in one place: the same bits on every machine that runs the same libm.
enum NaturalLogarithm {
  static func of(_ x: Float) -> Float { log(x) }
  static func of(_ x: Double) -> Double { log(x) }
  /// e to the power of `x`.
  static func inverse(_ x: Double) -> Double { exp(x) }
}
