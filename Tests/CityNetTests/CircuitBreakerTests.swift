import Testing

@testable import CityNet

@Suite struct CircuitBreakerTests {
  /// What happens at which second: `-` a failure, `+` a success, `.` a first byte; `y` and `n` ask whether a transfer
  /// is let through, and say the answer. Three failures in a row open it for ten seconds.
  @Test(arguments: [
    "0- 1- 2y 3- 4n",
    "0- 1- 2+ 3- 4- 5y",
    "0- 0- 0- 9n 10y",
    // One tries; the others wait for how it goes.
    "0- 0- 0- 10y 11n 12+ 12y 12y",
    "0- 0- 0- 10y 12- 21n 22y",
    // The first byte of the one lets the others follow; its cut is another failure in a row.
    "0- 0- 0- 10y 11. 11y 12- 13n 22y",
    // Answers that begin and are cut every time.
    "0. 1- 2. 3- 4. 5- 6n",
    // Late failures of transfers that had started before do not lengthen the pause.
    "0- 0- 0- 8- 10y",
    // One that tries and never reports does not close the host for ever.
    "0- 0- 0- 10y 19n 20y",
  ])
  func hostsThatKeepFailingAreLeftAlone(steps: String) throws {
    var breaker = CircuitBreaker(threshold: 3, pause: .seconds(10))
    for step in steps.split(separator: " ") {
      let now = Duration.seconds(try #require(Int(step.dropLast())))
      switch step.last {
      case "-": breaker.failed(at: now)
      case "+": breaker.succeeded()
      case ".": breaker.answered()
      default: #expect(breaker.admits(at: now) == (step.last == "y"), "\(step) of \(steps)")
      }
    }
  }
}
