import CityAgentKit
import CityAgentTesting
import Foundation
import Synchronization

// What a writer costs on top of its backend: from the piece of text that ends the first sentence to that sentence shown,
// and CPU time for each event of the stream. The model is in the process, and says what it was shown in small pieces.

/// When the model gave the piece that completed its first sentence.
final class FirstSentence: Sendable {
  private let time = Mutex<ContinuousClock.Instant?>(nil)
  func mark() { time.withLock { if $0 == nil { $0 = .now } } }
  func take() -> ContinuousClock.Instant? {
    time.withLock { time in
      defer { time = nil }
      return time
    }
  }
}

/// Copies the texts it is shown, with their numbers, a few characters at a time.
struct CopyingModel: ModelBackend {
  let name = "copy"
  let first: FirstSentence
  let events: Counter

  func generate(_ request: ModelRequest) -> AsyncThrowingStream<ModelEvent, any Error> {
    var pieces: [String] = []
    var number = 0
    for line in request.messages[1].text.split(separator: "\n") {
      if line.hasPrefix("[\(number + 1)] ") {
        number += 1
      } else if line.hasPrefix("问题：") {
        break
      } else {
        pieces += ScriptedModel.cut("\(line)[\(number)]\n", 2)
      }
    }
    let place = Counter()
    return AsyncThrowingStream { [pieces, first, events] in
      let at = place.next()
      guard at < pieces.count else { return at == pieces.count ? .finished(.stop) : nil }
      _ = events.next()
      if pieces[at].contains("]") { first.mark() }
      return .text(pieces[at])
    }
  }
}

/// A counter to share.
final class Counter: Sendable {
  private let value = Mutex(0)
  func next() -> Int {
    value.withLock { value in
      defer { value += 1 }
      return value
    }
  }
  var count: Int { value.withLock { $0 } }
}

func processorTime() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

func measure() async throws {
  let root = CommandLine.arguments.dropFirst().first ?? FileManager.default.currentDirectoryPath
  let runs = 300
  let question = Question("港澳通行证续签需要什么材料？")
  let (first, events) = (FirstSentence(), Counter())
  let plain = try Agent.standard(home: root)
  let written = try Agent.standard(
    home: root,
    models: AgentModels(
      writer: CopyingModel(first: first, events: events),
      prompts: try PromptFolder(root + "/prompts")))
  func run(_ agent: Agent) async -> (delay: Duration?, answer: Answer?) {
    var delay: Duration?
    var answer: Answer?
    for await event in agent.stream(question, canRetract: true) {
      if case .sentence(let sentence) = event, !sentence.citations.isEmpty, delay == nil,
        let start = first.take()
      {
        delay = ContinuousClock.now - start
      }
      if case .finished(let whole) = event { answer = whole }
    }
    return (delay, answer)
  }
  let (_, expected) = await run(plain)
  let (_, warm) = await run(written)
  guard let expected, warm?.text == expected.text, expected.outcome == .answered else {
    print("the copying model's answer is not the composed one: \(warm?.text ?? "none")")
    exit(1)
  }
  var start = processorTime()
  for _ in 0..<runs { _ = await run(plain) }
  let withoutModel = processorTime() - start
  let before = events.count
  var delays: [Double] = []
  start = processorTime()
  for _ in 0..<runs {
    if let delay = await run(written).delay { delays.append(delay / .milliseconds(1)) }
  }
  let withModel = processorTime() - start
  let count = events.count - before
  delays.sort()
  print(
    "first sentence shown after its last piece: median \(delays[delays.count / 2]) ms, 99 % \(delays[delays.count * 99 / 100]) ms, most \(delays.last!) ms (\(delays.count) runs; target 2 ms)"
  )
  print(
    "CPU for each streamed event: \((withModel - withoutModel) / Double(count) * 1e6) µs over \(count) events (target 50 µs; the prompt, the model's own work and the checks of sentences are in it)"
  )
}

try await measure()
