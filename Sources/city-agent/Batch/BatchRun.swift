import CityAgentKit
import CityText
import FoundationEssentials
import Glibc
import Synchronization

/// Answers chunks of lines: conversations in order, everything else in parallel.
final class BatchRun: Sendable {
  /// A line answered: what goes to the output and, perhaps, to the record.
  struct Done: Sendable {
    var result: BatchOutput.Result
    var line: [UInt8]
    var record: [UInt8]
  }

  let agent: Agent
  let defaults: BatchInput.Defaults
  private let store: BatchSessionStore
  private let jobs: Int
  private let isRecording: Bool

  init(
    agent: Agent, store: BatchSessionStore, jobs: Int, isRecording: Bool,
    language: WrittenLanguage?, skill: String?
  ) {
    self.agent = agent
    self.store = store
    self.jobs = jobs
    self.isRecording = isRecording
    defaults = BatchInput.Defaults(
      language: language, skill: skill, questionLimit: agent.configuration.questionLimit,
      skills: Set(agent.skills.map(\.card.name)))
  }

  /// Answers lines of one chunk, in their order.
  ///
  /// - Parameter sessions: answers only lines of these conversations; nil answers all.
  func answers(
    _ lines: [InputLine], chunk: Int, only sessions: Set<String>? = nil
  ) async -> [Done] {
    store.advance(chunk: chunk)
    var inputs: [(number: Int, input: BatchInput)] = []
    for line in lines {
      guard let input = BatchInput.read(line, defaults) else { continue }
      if let sessions {
        guard let session = input.session, sessions.contains(session) else { continue }
      }
      inputs.append((line.number, input))
    }
    return await answers(inputs)
  }

  /// Answers inputs that are read already, in their order.
  func answers(_ inputs: [(number: Int, input: BatchInput)]) async -> [Done] {
    let groups = Self.groups(inputs.map(\.input))
    let work = SharedWork(count: groups.count)
    var done = [Done?](repeating: nil, count: inputs.count)
    await withTaskGroup(of: [(Int, Done)].self) { tasks in
      for _ in 0..<min(jobs, groups.count) {
        tasks.addTask {
          var done: [(Int, Done)] = []
          while let group = work.next() {
            for i in groups[group] {
              done.append((i, await self.answer(inputs[i].number, inputs[i].input)))
            }
          }
          return done
        }
      }
      for await results in tasks {
        for (i, result) in results { done[i] = result }
      }
    }
    return done.compactMap { $0 }
  }

  private func answer(_ number: Int, _ input: BatchInput) async -> Done {
    let slot = isRecording ? RecordSlot() : nil
    let result: BatchOutput.Result
    switch input.content {
    case .bad(let code, let message): result = .error(code: code, message: message)
    case .question(let question):
      if let slot {
        result = .answer(
          await RecordFile.$slot.withValue(slot) { await agent.answer(question) })
      } else {
        result = .answer(await agent.answer(question))
      }
    }
    let line = BatchOutput.line(number, input, result, asOf: agent.configuration.asOf)
    return Done(result: result, line: line, record: slot?.line ?? [])
  }

  /// Indices that must be answered one after another: a conversation each, and each line without one.
  private static func groups(_ inputs: [BatchInput]) -> [[Int]] {
    var groups: [[Int]] = []
    var known: [String: Int] = [:]
    for (i, input) in inputs.enumerated() {
      if let session = input.session {
        if let group = known[session] {
          groups[group].append(i)
          continue
        }
        known[session] = groups.count
      }
      groups.append([i])
    }
    return groups
  }
}

extension BatchInput {
  /// The conversation that the line belongs to.
  var session: String? {
    if case .question(let question) = content { return question.session }
    return nil
  }
}

/// Numbers from 0, each handed out once.
final class SharedWork: Sendable {
  private let count: Int
  private let taken = Atomic<Int>(0)

  init(count: Int) { self.count = count }

  func next() -> Int? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }
}
