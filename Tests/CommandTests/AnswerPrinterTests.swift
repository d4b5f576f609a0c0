import Testing

@testable import CityAgent
@testable import city_agent

struct AnswerPrinterTests {
  private func sentence(_ text: String, _ citations: [Int] = [], endsLine: Bool = false)
    -> AgentEvent
  {
    .sentence(AnswerSentence(text: text, citations: citations, endsLine: endsLine))
  }

  private func finished(_ text: String) -> AgentEvent {
    .finished(
      Answer(
        outcome: .answered, text: text, citations: [], attachments: [], confidence: 1,
        suggestions: [], notices: ["模型没有答完"], run: "r"))
  }

  private func pieces(_ events: [AgentEvent], isLive: Bool) -> [String] {
    var printer = AnswerPrinter(isLive: isLive)
    return events.map { printer.text(for: $0) }
  }

  @Test func aTerminalSeesSentencesWhenTheyComeAndTheirMarksOnce() {
    let events = [
      sentence("一。", [1]), sentence("二。", [1], endsLine: true), sentence("三。", [2]),
      finished("一。二。三。"),
    ]
    #expect(
      pieces(events, isLive: true) == ["一。", "二。", "[1]\n三。", "[2]\n\n※ 模型没有答完\n"])
    #expect(pieces(events, isLive: false) == ["", "", "", "一。二。[1]\n三。[2]\n\n※ 模型没有答完\n"])
  }

  @Test func whatIsWithdrawnIsToldInOneLineAndTheRestPrintedWhole() {
    let events = [
      sentence("改写一。", [1]), .restarted, sentence("原文一。", [1]), sentence("原文二。", [2]),
      finished("原文一。原文二。"),
    ]
    let live = pieces(events, isLive: true)
    #expect(live[1] == "\n\(Phrase.restarted.text())\n")
    #expect(live[2...] == ["原文一。", "[1]原文二。", "[2]\n\n※ 模型没有答完\n"])
    // In a pipe the withdrawn sentence has never been there.
    #expect(
      pieces(events, isLive: false).joined() == "原文一。[1]原文二。[2]\n\n※ 模型没有答完\n")
  }

  @Test func nothingShownNeedsNoWithdrawal() {
    let events = [.restarted, sentence("原文。"), finished("原文。")]
    #expect(pieces(events, isLive: true) == ["", "原文。", "\n\n※ 模型没有答完\n"])
  }

  @Test func aTurnThatIsCutOffPrintsNothingIntoAPipe() {
    #expect(pieces([sentence("一。"), sentence("二。")], isLive: false) == ["", ""])
  }

  @Test func aWithdrawnSentencesMarkDoesNotComeLater() {
    let live = pieces(
      [sentence("改写。", [7]), .restarted, sentence("原文。"), finished("原文。")], isLive: true)
    #expect(!live.joined().contains("[7]"))
  }
}
