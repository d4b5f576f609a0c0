import Testing

@testable import TriageSkill

struct FeatureScannerTests {
  /// The text's features of its whole, as the words they span.
  private func words(_ text: String) -> [String] {
    let folded = FeatureScanner.fold(Array(text.utf8))
    var words: [String] = []
    folded.withUnsafeBufferPointer { bytes in
      FeatureScanner.scan(bytes) { _, opening, start, end in
        if !opening { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      }
    }
    return words
  }

  private func keys(_ text: String) -> [UInt64] {
    var keys: [UInt64] = []
    FeatureScanner.fold(Array(text.utf8)).withUnsafeBufferPointer { bytes in
      FeatureScanner.scan(bytes) { key, opening, _, _ in if !opening { keys.append(key) } }
    }
    return keys
  }

  @Test(
    arguments: [
      ("路灯坏", ["路", "灯", "路灯", "坏", "灯坏"]),
      ("路。灯", ["路", "灯"]),
      ("Street light out", ["street", "light", "out"]),
      ("wi fi２０号", ["wi", "fi", "20", "fi20", "号", "20号"]),
      ("A7縣", ["a7", "县", "a7县"]),
      ("用ETC卡", ["用", "etc", "用etc", "卡", "etc卡"]),
      ("𠮷屋", ["𠮷", "屋", "𠮷屋"]),
      ("😀，！", []), ("", []), ("é", ["é"]),
    ])
  func cutsATextIntoTokensAndPairs(_ text: String, _ expected: [String]) {
    // Spaces part English words: only neighbours without anything between make a pair.
    #expect(words(text) == expected)
  }

  @Test func anonymisedPlacesAreAllAlike() {
    #expect(keys("A市") == keys("B市") && keys("A市") == keys("K12市"))
    #expect(keys("A市") != keys("AB市") && keys("A市") != keys("A村"))
  }

  @Test func numbersAreAllAlikeAndWidthAndCaseDoNotCount() {
    #expect(keys("3号楼") == keys("１２号楼") && keys("ＥＴＣ") == keys("etc"))
  }

  @Test func theOpeningCountsOnceMoreUnderKeysOfItsOwn() {
    let text = String(repeating: "路灯", count: FeatureScanner.openingTokens)
    var all: [UInt64] = []
    var opening: [UInt64] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      FeatureScanner.scan(bytes) { key, isOpening, _, _ in
        isOpening ? opening.append(key) : all.append(key)
      }
    }
    #expect(opening.count == 2 * FeatureScanner.openingTokens - 1)
    #expect(all.count == 4 * FeatureScanner.openingTokens - 1)
    #expect(Set(all).isDisjoint(with: opening))
  }

  @Test func anyBytesAreScannedWithinTheirBounds() {
    var dice = DeskDice(state: 7)
    for _ in 0..<500 {
      let raw = (0..<dice.below(40)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      let folded = FeatureScanner.fold(raw)
      var last = 0
      folded.withUnsafeBufferPointer { bytes in
        FeatureScanner.scan(bytes) { _, _, start, end in
          #expect(start < end && end <= bytes.count && end >= last)
          last = end
        }
      }
    }
  }
}
