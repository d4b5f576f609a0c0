#if canImport(Glibc)
  import Glibc
#endif

/// The logarithm in one place: the same bits on every machine that runs the same libm.
enum NaturalLogarithm {
  static func of(_ x: Float) -> Float { log(x) }
}
