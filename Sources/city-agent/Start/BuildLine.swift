import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc
import Synchronization

/// Tells on standard error what a build of an index is doing, and what could not be read.
final class BuildLine: Sendable {
  private let path: String
  private let start = ContinuousClock.now
  private let skipped = Mutex(0)

  init(_ path: String) { self.path = path }

  /// Files that could not be read so far.
  var problems: Int { skipped.withLock { $0 } }

  func show(_ progress: BuildProgress) {
    switch progress {
    case .reading(let done, let total):
      // A line redrawn for each of 50,000 files would cost more than reading them.
      if done == total || done % 64 == 0 {
        Console.progress(Phrase.buildReading.text("\(done)", "\(total)"))
      }
    case .compiling: Console.progress(Phrase.buildCompiling.text())
    case .writing: Console.progress(Phrase.buildWriting.text())
    case .done(let documents, let problems):
      Console.progress("")
      let seconds = Decimals.text(start.duration(to: .now).seconds, places: 2)
      Console.note(Phrase.buildDone.text("\(documents)", "\(problems)", seconds, path))
    }
  }

  func tell(_ problem: IndexError) {
    skipped.withLock { $0 += 1 }
    Console.progress("")
    Console.note("\(problem)")
  }
}

/// Numbers for people, without `String(format:)`: it would load Foundation's formatters.
enum Decimals {
  /// The number with exactly `places` decimals.
  static func text(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(number) * scale).rounded(.toNearestOrEven))
    let whole = scaled / Int(scale)
    let rest = scaled % Int(scale)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = "\(rest)"
    return "\(sign)\(whole)." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
