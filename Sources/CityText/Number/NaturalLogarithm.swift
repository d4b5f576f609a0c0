import Glibc

/// Logarithm and exponential in one place: the same bits on every machine that runs the same libm.
public enum NaturalLogarithm {
  public static func of(_ x: Float) -> Float { log(x) }
  public static func of(_ x: Double) -> Double { log(x) }
  /// e to the power of `x`.
  public static func inverse(_ x: Double) -> Double { exp(x) }
}
