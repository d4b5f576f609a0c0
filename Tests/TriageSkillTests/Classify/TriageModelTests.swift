import Testing

@testable import TriageSkill

struct TriageModelTests {
  static let rows = SampleDesk.rows(240)
  static let model = Result { try TriageTrainer.train(rows, accuracy: 0.95) }

  @Test func learnsWhatTheLabelsSay() throws {
    let model = try Self.model.get()
    #expect(model.labels == ["噪音", "教育", "道路"])
    let unseen = SampleDesk.rows(90, seed: 99)
    let right = unseen.count { model.classify($0.text).label == $0.label }
    #expect(right >= 88)
    #expect(model.training.coverage > 0.5 && model.training.accuracy >= 0.95)
    #expect(model.training.counts == [80, 80, 80])
  }

  @Test func theSameRowsGiveTheSameBytes() throws {
    let again = try TriageTrainer.train(Self.rows, accuracy: 0.95)
    #expect(try again.bytes == Self.model.get().bytes)
  }

  @Test func aFileReadBackSaysTheSame() throws {
    let model = try Self.model.get()
    let read = try TriageModel(bytes: model.bytes, path: "m")
    #expect(read.labels == model.labels && read.name == model.name && read.name.count == 16)
    #expect(read.bytes == model.bytes)
    for row in SampleDesk.rows(30, seed: 4) {
      #expect(read.classify(row.text) == model.classify(row.text))
    }
  }

  @Test func roundedWeightsScoreAsTheLearntOnes() throws {
    let model = try Self.model.get()
    let matrix = FeatureMatrix(Self.rows.map(\.text))
    let labels = Self.rows.map { model.labels.firstIndex(of: $0.label)! }
    let fit = LinearFit(matrix, rows: Array(Self.rows.indices), labels: labels, labelCount: 3)
    var classifier = TriageClassifier(model)
    for row in Self.rows.indices {
      let slow = LabelChoice(fit.scores(matrix, row: row), model.calibration)
      let fast = classifier.choice(Array(Self.rows[row].text.utf8))
      #expect(slow.label == fast.label && abs(slow.margin - fast.margin) < 0.03)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 31, 32, 33, 500, 5000])
  func aFileCutShortIsOneClearError(_ length: Int) throws {
    let bytes = Array(try Self.model.get().bytes.prefix(length))
    let error = #expect(throws: TriageError.self) { try TriageModel(bytes: bytes, path: "cut") }
    #expect(error?.code == .badModel && error?.path == "cut")
  }

  @Test func aFlippedBitAnywhereIsAnError() throws {
    let bytes = try Self.model.get().bytes
    var dice = DeskDice(state: 3)
    for at in Array(0..<32) + (0..<200).map({ _ in dice.below(bytes.count) }) {
      var damaged = bytes
      damaged[at] ^= 1 << UInt8(dice.below(8))
      #expect(throws: TriageError.self) { try TriageModel(bytes: damaged) }
    }
  }

  @Test func aFileOfAnotherVersionSaysSo() throws {
    var bytes = try Self.model.get().bytes
    bytes[8] = 9
    let error = #expect(throws: TriageError.self) { try TriageModel(bytes: bytes) }
    #expect(error?.message.contains("version 9") == true)
    #expect(throws: TriageError.self) { try TriageModel(bytes: Array("{}".utf8)) }
  }

  @Test(arguments: ["", " ", "。", "😀🎉😀", "\u{FFFD}", "zzz qqq"])
  func aTextWithoutAKnownWordIsUnsure(_ text: String) throws {
    let classification = try Self.model.get().classify(text)
    #expect(classification.isUnsure && classification.margin == 0)
  }

  @Test func aMegabyteAndBrokenBytesAreClassifiedLikeAnything() throws {
    var classifier = TriageClassifier(try Self.model.get())
    let long = Array(String(repeating: "路灯不亮，井盖塌陷。", count: 40_000).utf8)
    #expect(classifier.classify(long).label == "道路")
    #expect(classifier.classify([0xFF, 0xE8, 0xB7] + Array("路灯不亮".utf8) + [0xE8]).label == "道路")
    // What the long text left behind does not touch the next.
    #expect(classifier.classify(Array("路".utf8)) == (try Self.model.get().classify("路")))
  }

  @Test func explainsByWordsOfTheTextAndNamesPrecedents() throws {
    var classifier = TriageClassifier(try Self.model.get())
    let row = Self.rows[1]
    let text = Array(row.text.utf8)
    let explanation = classifier.explain(text)
    #expect(explanation.classification.label == row.label && explanation.deciding.count > 0)
    for phrase in explanation.deciding + explanation.opposing {
      let words = String(decoding: text[phrase.range], as: UTF8.self)
      #expect(row.text.contains(words) && !words.isEmpty && phrase.weight != 0)
    }
    #expect(explanation.deciding.allSatisfy { $0.weight > 0 })
    #expect(explanation.opposing.allSatisfy { $0.weight < 0 })
    #expect(explanation.precedents.first?.id == row.id)
    #expect(
      explanation.precedents.map(\.similarity)
        == explanation.precedents.map(\.similarity).sorted(by: >))
    #expect(classifier.explain([]).deciding.isEmpty && classifier.explain([]).precedents.isEmpty)
  }

  @Test func noTextIsKeptInTheFile() throws {
    let bytes = try Self.model.get().bytes
    for word in ["路灯", "噪声", "幼儿园", "幸福路"] {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(word))
    }
  }
}
