import CityAgentKit
import CityIndex
import CityText

extension FuzzTargets {
  /// The bytes are up to four turns of one session, separated by 0x1E.
  func question(_ bytes: [UInt8]) async throws {
    let turns = bytes.split(separator: 0x1E, maxSplits: 3, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let first = await agent.answer(Question(turns[0]))
    try check(first)
    let again = await agent.answer(Question(turns[0]))
    try FuzzFailure.check(first == again, "the same question has two answers")
    guard turns.count > 1 else { return }
    for turn in turns { try check(await agent.answer(Question(turn, session: "fuzz"))) }
    try await agent.reset(session: "fuzz")
  }

  /// Every citation must be found again in the index, byte by byte.
  private func check(_ answer: Answer) throws(FuzzFailure) {
    let index = agent.knowledge.index
    for (place, citation) in answer.citations.enumerated() {
      try FuzzFailure.check(citation.number == place + 1, "a citation has the wrong number")
      guard let number = index.documentNumber(id: citation.document),
        let text = index.text(document: number),
        let quote = index.text(document: number, range: citation.range)
      else { throw FuzzFailure(description: "a citation points nowhere: \(citation)") }
      try FuzzFailure.check(
        quote == Array(citation.quote.utf8), "a quote is not the cited text: \(citation)")
      try FuzzFailure.check(
        SHA256.hex(text) == citation.digest, "a digest is not the document's: \(citation)")
    }
    if answer.outcome == .answered {
      try FuzzFailure.check(
        !answer.citations.isEmpty && !answer.text.isEmpty, "an answer has no citation or no text")
    }
  }
}
