/// What some passages hold: their run, and how long their fields are.
struct RunScan: Sendable {
  var run: TermRun
  var signatureCounts: [Int]
  /// Terms in the fields of each passage.
  var lengths: [SIMD4<UInt32>]
}
