import CityIndex
import CityText

/// Everything needed to replay one run.
public struct RunRecord: Sendable, Encodable {
  public var run: String
  public var question: String
  public var session: String?
  public var language: String?
  public var skill: String?
  public var generation: String
  public var asOf: CalendarDay
  public var answer: Answer
}

/// Where run records go.
public protocol RunRecorder: Sendable {
  func record(_ record: RunRecord) async throws
}

extension Agent {
  /// A run's id: the digest of question, session items, generation, configuration and as-of day.
  ///
  /// - Parameter models: those whose words or choices are in the answer; a model that changed nothing changes no id.
  func runID(
    _ question: Question, items: [SessionItem], models: [String] = []
  ) -> String {
    var hash = SHA256()
    func add(_ text: String) {
      hash.update(Array("\(text.utf8.count):\(text)\n".utf8))
    }
    add(question.text)
    add(question.language?.rawValue ?? "")
    add(question.skill ?? "")
    add(identity)
    for item in items {
      add(item.question)
      add(item.outcome.rawValue)
      add(item.memory.map { "\($0.skill) \($0.subject) \($0.aspects)" } ?? "")
    }
    for model in models { add("model \(model)") }
    let hex = Array("0123456789abcdef".utf8)
    let bytes = hash.finish().prefix(12).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Session append and run record; what could not be kept is a notice of the answer, which stands.
  func record(
    _ question: Question, text: String, answer: Answer, results: [PartResult]
  ) async -> [Framing] {
    var failures: [Framing] = []
    if let session = question.session {
      let item = SessionItem(
        question: text, outcome: answer.outcome, skill: answer.skill,
        memory: results.last { $0.memory != nil }?.memory, options: results.flatMap(\.options))
      do {
        try await sessions.append(item, to: session)
      } catch {
        failures.append(Framing(.sessionNotKept, .item("\(error)")))
      }
    }
    guard let recorder else { return failures }
    let record = RunRecord(
      run: answer.run, question: question.text, session: question.session,
      language: question.language?.rawValue, skill: question.skill,
      generation: knowledge.index.generation, asOf: configuration.asOf, answer: answer)
    do {
      try await recorder.record(record)
    } catch {
      failures.append(Framing(.recordNotKept, .item("\(error)")))
    }
    return failures
  }
}

extension SkillCard {
  /// Everything in the card that can change an answer.
  var identity: String {
    metadata.sorted { $0.key < $1.key }.reduce(name) { "\($0)\n\($1.key)=\($1.value)" }
  }
}
