import CityIndex
import CityText
import Synchronization

/// Answers questions: the one way in, for every face.
///
/// Turns of one session run one after another, all others in parallel. Nothing here throws: what
/// breaks becomes an ``Answer`` with the outcome `failed`.
public final class Agent: Sendable {
  public let knowledge: KnowledgeBase
  public let skills: [any Skill]
  public let configuration: AgentConfiguration
  let sessions: any SessionStore
  let recorder: (any RunRecorder)?
  let models: AgentModels?
  let retriever: any Retriever
  let synonyms: Synonyms
  /// Generation, configuration and cards in one digest: the part of a run's id that never changes.
  public let identity: String
  private let gate = SessionGate()

  /// - Parameters:
  ///   - retriever: what finds passages; nil takes the knowledge base's own ranking.
  ///   - models: the models that may write and route; nil uses none.
  public init(
    knowledge: KnowledgeBase, skills: [any Skill], configuration: AgentConfiguration,
    retriever: (any Retriever)? = nil, models: AgentModels? = nil,
    sessions: any SessionStore = MemorySessionStore(), recorder: (any RunRecorder)? = nil
  ) {
    self.knowledge = knowledge
    self.skills = skills
    self.configuration = configuration
    self.sessions = sessions
    self.recorder = recorder
    self.models = models
    self.synonyms = knowledge.index.synonyms
    self.retriever = retriever ?? RankedRetriever(knowledge)
    let parts =
      [knowledge.index.generation, configuration.identity] + skills.map(\.card.identity)
      + [self.retriever.identity].filter { !$0.isEmpty }
    self.identity = SHA256.hex(Array(parts.joined(separator: "\n").utf8))
  }

  /// The answer, as it comes: verified sentences, then the whole.
  ///
  /// - Parameter canRetract: whether the reader can take back what it has shown. Then a model's sentences come as they are
  ///   verified, and ``AgentEvent/restarted`` withdraws them where the model fails later; otherwise they come once all are.
  public func stream(_ question: Question, canRetract: Bool = false) -> AgentEvents {
    AgentEvents { [self] channel in
      Task.detached {
        let answer = await self.run(question, canRetract: canRetract) { await channel.send($0) }
        await channel.send(.finished(answer))
        channel.close()
      }
    }
  }

  /// The whole answer: ``stream(_:)`` collected, without a buffer in between.
  public func answer(_ question: Question) async -> Answer {
    await run(question, canRetract: false) { _ in }
  }

  /// Forgets a session.
  public func reset(session: String) async throws {
    try await sessions.clear(session)
  }

  /// One question from reading to recording; `emit` gets what may be shown, in order.
  private func run(
    _ question: Question, canRetract: Bool, emit: @Sendable (AgentEvent) async -> Void
  ) async -> Answer {
    guard let session = question.session else {
      return await turn(question, canRetract: canRetract, emit: emit)
    }
    await gate.enter(session)
    let answer = await turn(question, canRetract: canRetract, emit: emit)
    gate.leave(session)
    return answer
  }

  private func turn(
    _ question: Question, canRetract: Bool, emit: @Sendable (AgentEvent) async -> Void
  ) async -> Answer {
    let text = QuestionText.cleaned(question.text)
    let language = question.language ?? WrittenLanguage.detect(Array(text.utf8))
    var release = Release(knowledge.index, language: language)
    if let refusal = refusal(of: question, text: text) {
      await release.say([DraftSentence(.framing(refusal))], emit: emit)
      return release.said.answer(outcome: .failed, run: runID(question, items: []))
    }
    let recalled = await recall(question)
    if let notice = recalled.notice { release.notice(notice) }
    if recalled.choice == nil, QuestionText.isGreeting(text) {
      let examples = skills.flatMap { $0.card.examples.prefix(2) }.prefix(3)
      await release.say(
        [DraftSentence(.framing(Framing(.greeting, .options(Array(examples)))))], emit: emit)
      return release.said.answer(outcome: .clarify, run: runID(question, items: recalled.items))
    }
    let scope = scope(
      canRetract: canRetract, previousQuestion: recalled.items.last?.question)
    let parts = await parts(
      of: text, question: question, language: language, recalled: recalled,
      in: scope.environment)
    var results: [PartResult] = []
    var previous = recalled.previous
    for part in parts {
      let result = await answerPart(
        part, question: question, language: language, previous: previous, scope: scope,
        release: &release, emit: emit)
      if let memory = result.memory { previous = memory }
      results.append(result)
      if Task.isCancelled { break }
    }
    if Task.isCancelled { release.notice(Framing(.cancelled)) }
    for notice in scope.retrieval.all { release.notice(notice.framing) }
    let run = runID(question, items: recalled.items, models: release.said.models)
    let outcome = PartResult.outcome(of: results)
    let answer = release.said.answer(outcome: outcome, run: run, results: results)
    let failures = await record(question, text: text, answer: answer, results: results)
    guard !failures.isEmpty else { return answer }
    for failure in failures { release.notice(failure) }
    return release.said.answer(outcome: outcome, run: run, results: results)
  }

  private func refusal(of question: Question, text: String) -> Framing? {
    if text.isEmpty { return Framing(.emptyQuestion) }
    let size = question.text.utf8.count
    if size > configuration.questionLimit {
      return Framing(.questionTooLong, .count(size), .count(configuration.questionLimit))
    }
    if let name = question.skill, !skills.contains(where: { $0.card.name == name }) {
      return Framing(.unknownSkill, .item(name), .options(skills.map(\.card.name)))
    }
    return nil
  }
}

/// Lets one turn of a session run at a time, in the order they came.
final class SessionGate: Sendable {
  private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

  func enter(_ session: String) async {
    await withCheckedContinuation { continuation in
      let free = waiting.withLock { waiting in
        if waiting[session] == nil {
          waiting[session] = []
          return true
        }
        waiting[session]!.append(continuation)
        return false
      }
      if free { continuation.resume() }
    }
  }

  func leave(_ session: String) {
    waiting.withLock { waiting in
      if waiting[session]?.isEmpty ?? true {
        waiting[session] = nil
      } else {
        waiting[session]!.removeFirst().resume()
      }
    }
  }
}
