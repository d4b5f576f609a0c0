import CityAgentKit

/// How many lines came to what.
struct BatchTally: Sendable, Equatable {
  private(set) var answered = 0
  private(set) var clarify = 0
  private(set) var abstained = 0
  private(set) var refused = 0
  private(set) var failed = 0
  private(set) var errors = 0

  var lines: Int { answered + clarify + abstained + refused + failed + errors }
  var hasFailures: Bool { failed + errors > 0 }

  mutating func count(_ result: BatchOutput.Result) {
    switch result {
    case .error: errors += 1
    case .answer(let answer): count(answer.outcome)
    }
  }

  mutating func count(_ outcome: Outcome) {
    switch outcome {
    case .answered: answered += 1
    case .clarify: clarify += 1
    case .abstained: abstained += 1
    case .refused: refused += 1
    case .failed: failed += 1
    }
  }

  /// Counts a line of an earlier run.
  /// - Returns: the number of its input line; nil where it is not a whole line of ours.
  mutating func count(output line: [UInt8]) -> Int? {
    // Quotes inside strings are escaped, so the key's own spelling stands nowhere else before it.
    let key = Array("\"line\":".utf8)
    guard line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}"),
      let at = Self.first(key, in: line)
    else { return nil }
    var i = at + key.count
    var number = 0
    while i < line.count, (0x30...0x39).contains(line[i]), number < 1 << 50 {
      number = number * 10 + Int(line[i] - 0x30)
      i += 1
    }
    let rest = line[i...]
    if rest.starts(with: Array(",\"error\":{".utf8)) {
      errors += 1
      return number
    }
    let head = Array(",\"answer\":{\"outcome\":\"".utf8)
    guard rest.starts(with: head) else { return nil }
    let word = rest.dropFirst(head.count).prefix { $0 != UInt8(ascii: "\"") }
    guard let outcome = Outcome(rawValue: String(decoding: word, as: UTF8.self)) else {
      return nil
    }
    count(outcome)
    return number
  }

  private static func first(_ needle: [UInt8], in line: [UInt8]) -> Int? {
    guard line.count >= needle.count else { return nil }
    return (0...(line.count - needle.count)).first { at in
      needle.indices.allSatisfy { line[at + $0] == needle[$0] }
    }
  }
}
