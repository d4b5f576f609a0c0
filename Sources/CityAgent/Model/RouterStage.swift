import CityJSON
import CityText

/// Asks the router which of several skills is meant, and what a follow-up refers to.
struct RouterStage: Sendable {
  /// What a router said; nothing of it is believed before it is checked.
  struct Choice: Equatable {
    var skill: String
    var question: String
  }

  let router: any ModelBackend
  let prompts: PromptFolder
  let budget: ModelBudget
  /// Longest answer read: it is one small object.
  private static let longest = 16_384

  /// The router's choice; nil where it gave none that can be read.
  /// - Throws: what the backend throws, and where it is too slow or breaks off.
  func choice(
    for question: String, previous: String?, among skills: [SkillCard], language: WrittenLanguage
  ) async throws -> Choice? {
    guard let prompt = prompts.prompt("router", variant: language == .english ? "en" : "zh"),
      budget.take()
    else { return nil }
    var input: [JSONValue.Member] = [.init("question", .string(question))]
    if let previous { input.append(.init("previous", .string(previous))) }
    input.append(
      .init(
        "skills",
        .array(
          skills.map {
            .members(["name": .string($0.name), "description": .string($0.description)])
          })))
    var request = ModelRequest(
      messages: try prompt.messages(.object(input), partials: prompts.partials)
        .map { ModelMessage($0) })
    request.apply(prompt)
    if let schema = prompt.outputSchema {
      request.schema = ModelSchema(name: "route", schema: schema)
    }
    return Self.read(try await text(of: ModelStream(router, request, until: budget.deadline)))
  }

  private func text(of stream: ModelStream) async throws -> String {
    defer { stream.cancel() }
    var text = ""
    while let event = try await stream.next() {
      switch event {
      case .text(let piece):
        text += piece
        if text.utf8.count > Self.longest { return "" }
      case .finished: return text
      case .toolCall, .usage: break
      }
    }
    throw BrokenOff()
  }

  struct BrokenOff: Error, CustomStringConvertible {
    var description: String { "the model broke off" }
  }

  /// The object in an answer, whatever stands around it.
  static func read(_ text: String) -> Choice? {
    guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end,
      let value = try? JSONScanner.read(Array(text[start...end].utf8)),
      let skill = value["skill"]?.string
    else { return nil }
    return Choice(skill: skill, question: value["question"]?.string ?? "")
  }

  /// Whether a question that a router completed holds only words of the question and of the one before.
  static func isMade(_ completed: String, from texts: [String]) -> Bool {
    guard completed.utf8.count <= texts.reduce(0, { $0 + $1.utf8.count }) else { return false }
    let known = TermSet(texts.map { Array($0.utf8) })
    var (held, pairs, isForeign) = (0, 0, false)
    TermScanner.scan(Array(completed.utf8)) { term in
      let isKnown = known.contains(term.key)
      if term.kind == .bigram {
        // Where two texts are joined, new neighbours meet.
        pairs += 1
        if isKnown { held += 1 }
      } else if !isKnown {
        isForeign = true
      }
    }
    return !isForeign && Double(held) >= 0.7 * Double(pairs)
  }
}
