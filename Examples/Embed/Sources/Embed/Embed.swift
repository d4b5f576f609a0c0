import CityAgentKit

/// Asks one question and streams another: all that a host needs.
///
///     swift run --package-path Examples/Embed Embed [HOME]
///
/// HOME is the folder that holds `seeds/` and `skills/`; without it the program looks around itself.
@main
struct Embed {
  static func main() async throws {
    let home = CommandLine.arguments.dropFirst().first
    // A fixed day, so that this example always prints the same.
    let day = CalendarDay("2026-11-23")!
    let agent = try Agent.standard(home: home, configuration: AgentConfiguration(asOf: day))

    let answer = await agent.answer(Question("深圳居住证签注要什么材料？"))
    print(answer.outcome.rawValue)
    print(answer.text)
    for citation in answer.citations {
      print("[\(citation.number)] \(citation.document) · \(citation.clause)")
    }

    for await event in agent.stream(Question("How long does marriage registration take?")) {
      if case .sentence(let sentence) = event { print("> \(sentence.text)") }
    }
  }
}
