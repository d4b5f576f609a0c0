import Foundation
import Testing

@testable import city_agent

struct InterruptTests {
  @Test func ctrlCCancelsTheAnswerAndNotTheProgram() async throws {
    var before = sigaction()
    sigaction(SIGINT, nil, &before)
    defer { sigaction(SIGINT, &before, nil) }
    let interrupts = try Interrupts()
    let wasCancelled = try await interrupts.whileAnswering {
      kill(getpid(), SIGINT)
      // Only the cancellation ends this before its time.
      do {
        try await Task.sleep(for: .seconds(60))
        return false
      } catch {
        return true
      }
    }
    #expect(wasCancelled)
  }
}
