import Testing

@testable import CityIndex

struct RankWeightsTests {
  @Test func whatIsWrittenIsReadAgain() throws {
    var values = RankWeights.standard.values
    for i in values.indices { values[i] += Float(i) * 0.37 - 2 }
    let weights = RankWeights(values: values, origin: "fitted to nothing")
    #expect(try RankWeights(weights.text, path: "w") == weights)
  }

  @Test func weightsOfAnotherVersionAreRefusedByName() {
    let text = RankWeights.standard.text.replacing(
      "version \(RankWeights.version)\n", with: "version 7\n")
    let error = #expect(throws: IndexError.self) {
      _ = try RankWeights(text, path: "w.txt")
    }
    #expect(error?.code == .otherVersion)
    #expect(error?.message.contains("version 7") == true)
    #expect(error?.path == "w.txt")
  }

  @Test(arguments: [
    ("", 1), ("weights\n", 1), ("V\nscore\n", 2), ("V\n\nscore x\n", 3), ("V\nscore 1 2 3\n", 2),
    ("V\nnonsense 1\n", 2), ("V\nscore nan\n", 2), ("V\n# o\nwork 1 2\n", 3), ("V\nscore inf\n", 2),
  ])
  func aBadLineIsNamed(text: String, line: Int) {
    let text = text.replacing(
      "V\n", with: "city-agent rank weights, version \(RankWeights.version)\n")
    let error = #expect(throws: IndexError.self) { try RankWeights(text, path: "w") }
    #expect(error?.code == .badDocument)
    #expect(error?.line == line)
  }

  @Test func whatIsNotNamedWeighsNothing() throws {
    let weights = try RankWeights(
      "city-agent rank weights, version \(RankWeights.version)\r\n# ours\r\norder 0.5\r\n",
      path: "w")
    #expect(weights[.order] == 0.5)
    #expect(weights[.score] == 0)
    #expect(weights.origin == "ours")
  }
}
