import Testing

@testable import CityIndex

@Suite struct ReadingWeightsTests {
  @Test func whatIsWrittenIsReadAgain() throws {
    var flat = ReadingWeights.standard.flat
    for i in flat.indices { flat[i] += Float(i) * 0.25 - 2 }
    var weights = ReadingWeights(flat: flat).rounded
    weights.origin = "fitted to nothing"
    #expect(try ReadingWeights(weights.text, path: "w") == weights)
    #expect(weights.text.split(separator: "\n").count == 2 + SpanFeature.allCases.count + 3)
  }

  @Test func thereAreFewOfThem() {
    #expect(ReadingWeights.count <= 45)
    #expect(ReadingWeights.standard.flat.count == ReadingWeights.count)
    #expect(ReadingWeights.standard.rounded == .standard)
  }

  @Test func weightsOfAnotherVersionAreRefusedByName() {
    let text = ReadingWeights.standard.text.replacing("version 1\n", with: "version 7\n")
    let error = #expect(throws: IndexError.self) { _ = try ReadingWeights(text, path: "w.txt") }
    #expect(error?.code == .otherVersion)
    #expect(error?.message.contains("version 7") == true)
    #expect(error?.path == "w.txt")
  }

  @Test(arguments: [
    ("", 1), ("weights\n", 1), (RankWeights.standard.text, 1), ("V\ninside\n", 2),
    ("V\n\ninside x\n", 3), ("V\ninside 1 2\n", 2), ("V\nlength-run 1\n", 2),
    ("V\nlength-run 1 2 3\n", 2), ("V\nnonsense 1\n", 2), ("V\ninside nan\n", 2),
    ("V\n# o\nlength-run 1 inf\n", 3),
  ])
  func aBadLineIsNamed(text: String, line: Int) {
    let text = text.replacing(
      "V\n", with: "city-agent reading weights, version \(ReadingWeights.version)\n")
    let error = #expect(throws: IndexError.self) { try ReadingWeights(text, path: "w") }
    #expect(error?.code == .badDocument)
    #expect(error?.line == line)
  }

  @Test func whatIsNotNamedWeighsNothing() throws {
    let weights = try ReadingWeights(
      "city-agent reading weights, version \(ReadingWeights.version)\r\n# ours\r\ninside 0.5\r\nlength-run 1 -2\r\n",
      path: "w")
    #expect(weights.values[SpanFeature.inside.rawValue] == 0.5)
    #expect(weights.values[SpanFeature.around.rawValue] == 0)
    #expect(weights.lengths[AnswerKind.Length.run.rawValue] == (1, -2))
    #expect(weights.origin == "ours")
  }
}
