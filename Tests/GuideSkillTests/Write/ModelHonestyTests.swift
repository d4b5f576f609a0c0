import CityAgentKit
import CityAgentTesting
import CityIndex
import CityText
import Foundation
import Testing

/// Nonsense and lies of a model over the guides that come with the project.
@Suite struct ModelHonestyTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let skills = StandardSkills.load(from: root + "/skills")

  /// The project's own knowledge, built once.
  static let base: KnowledgeBase? = {
    let folder = FileManager.default.temporaryDirectory.path + "/city-honesty-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try? KnowledgeBase.build(
      KnowledgeSources(
        documents: root + "/seeds", skills: root + "/skills", index: folder + "/k.cityindex"),
      skills: skills)
  }()

  /// Questions over every guide, in Chinese and English.
  static let questions: [String] = {
    guard let index = base?.index else { return [] }
    let fields = ["需要什么材料？", "多久能办好？", "收费吗？", "在哪里办？", "怎么办理？", "有什么条件？"]
    let english = [
      "What documents do I need for ", "How long does it take to get ", "Where can I apply for ",
      "What does it cost to get ",
    ]
    var questions: [String] = []
    for number in 0..<index.documentCount {
      let metadata = index.document(number).metadata
      guard metadata.kind == "guide" else { continue }
      questions +=
        metadata.language == "en"
        ? english.map { $0 + metadata.title + "?" } : fields.map { metadata.title + $0 }
    }
    return questions
  }()

  /// The answers without a model, worked out once.
  static let composed = Task { () -> [String: Answer] in
    let agent = try ModelHonestyTests().agent(nil)
    var answers: [String: Answer] = [:]
    for question in questions { answers[question] = await agent.answer(Question(question)) }
    return answers
  }

  func agent(_ model: ScriptedModel?) throws -> Agent {
    let base = try #require(Self.base)
    var configuration = AgentConfiguration(asOf: CalendarDay("2026-11-23")!)
    configuration.modelDeadline = .seconds(3600)
    return Agent(
      knowledge: base, skills: Self.skills, configuration: configuration,
      models: try model.map {
        AgentModels(writer: $0, router: $0, prompts: try PromptFolder(Self.root + "/prompts"))
      })
  }

  /// What a model made of the questions: how many answers it changed.
  func hold(_ model: ScriptedModel, to questions: [String]) async throws -> Int {
    let written = try agent(model)
    let composed = try await Self.composed.value
    let index = try #require(Self.base).index
    var changed = 0
    for question in questions {
      let expected = try #require(composed[question])
      let known = Set(expected.text.split(separator: "\n"))
      var citations: [Int: Citation] = [:]
      var sentences: [AnswerSentence] = []
      var answer: Answer?
      for await event in written.stream(Question(question)) {
        switch event {
        case .sentence(let sentence): sentences.append(sentence)
        case .citation(let citation): citations[citation.number] = citation
        case .restarted: Issue.record("nothing was shown that could be withdrawn")
        case .finished(let whole): answer = whole
        }
      }
      let given = try #require(answer)
      #expect(given.outcome == expected.outcome, "\(question)")
      #expect(given.citations == expected.citations, "\(question)")
      #expect(given.data == expected.data && given.skill == expected.skill, "\(question)")
      #expect(Self.facts(given.text) == Self.facts(expected.text), "\(question)")
      if given.text != expected.text { changed += 1 }
      for sentence in sentences
      where !sentence.text.split(separator: "\n").allSatisfy({ known.contains($0) }) {
        let clauses = sentence.citations.compactMap { number -> String? in
          guard let citation = citations[number] else { return nil }
          return index.documentNumber(id: citation.document)
            .flatMap { index.text(document: $0, range: citation.range) }
            .map { String(decoding: $0, as: UTF8.self) }
        }
        let fault = RuleChecker.fault(sentence.text, clauses: clauses)
        #expect(fault == nil, "\(question): \(sentence.text)")
      }
    }
    return changed
  }

  static func facts(_ text: String) -> Set<String> {
    Set(LiteralScanner.scan(Array(text.utf8)).map { "\($0.kind) \($0.canonical)" })
  }

  @Test func thereAreEnoughQuestionsAndMostAreAnswered() async throws {
    #expect(Self.questions.count >= 500)
    let agent = try agent(nil)
    var answered = 0
    for question in Self.questions where await agent.answer(Question(question)).outcome == .answered
    {
      answered += 1
    }
    #expect(answered * 3 > Self.questions.count * 2)
  }

  @Test(arguments: LyingModel.allCases) func noLieIsSaid(lie: LyingModel) async throws {
    let model = lie.model
    // Every lie meets a third of the questions, each another third.
    let first = LyingModel.allCases.firstIndex(of: lie)! % 3
    let questions = stride(from: first, to: Self.questions.count, by: 3).map { Self.questions[$0] }
    _ = try await hold(model, to: questions)
    #expect(model.requests.count > 60)
  }

  @Test func nonsenseIsNotSaid() async throws {
    let model = ScriptedModel("nonsense") { request in
      var generator = SeededNonsense(seed: UInt64(request.messages[1].text.utf8.count))
      return generator.text(of: request.messages[1].text)
    }
    #expect(try await hold(model, to: Self.questions) == 0)
  }

  @Test func whatIsTrueMayBeSaidInOtherWords() async throws {
    let model = ScriptedModel("honest") { request in
      LyingModel.evidence(in: request.messages[1].text).enumerated().map { at, text in
        text.replacing("。", with: "；").replacing("、", with: "，")
          + "[\(at + 1)]"
      }.joined(separator: "\n")
    }
    #expect(try await hold(model, to: Self.questions) > 100)
  }
}

/// Words of a text in any order, with numbers of clauses in between.
struct SeededNonsense {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func text(of source: String) -> String {
    let scalars = Array(source.unicodeScalars)
    var text = ""
    for _ in 0..<(40 + next(40)) {
      let from = next(scalars.count)
      for scalar in scalars[from..<min(scalars.count, from + 1 + next(4))] {
        text.unicodeScalars.append(scalar)
      }
      if next(6) == 0 { text += "[\(1 + next(6))]\n" }
    }
    return text
  }
}
