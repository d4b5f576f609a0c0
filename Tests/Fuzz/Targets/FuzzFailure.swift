/// What must hold for any input and did not.
struct FuzzFailure: Error, CustomStringConvertible {
  var description: String

  /// - Throws: ``FuzzFailure`` with the message unless `holds`.
  static func check(
    _ holds: Bool, _ message: @autoclosure () -> String
  ) throws(FuzzFailure) {
    if !holds { throw FuzzFailure(description: message()) }
  }
}
