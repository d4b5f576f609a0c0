import CityText
import Testing

@testable import TriageSkill

@Suite struct ShingleSketchTests {
  private func sketch(_ text: String) -> ShingleSketch {
    ShingleSketch(folded: Folding.fold(Array(text.utf8)))
  }

  @Test func shortTextsAreComparedExactly() {
    var dice = DuplicateDice(seed: 1)
    for round in 0..<300 {
      let a = DuplicateSamples.text(
        Int.random(in: 0..<120, using: &dice), of: round % 3 == 0 ? 3 : 500, dice: &dice)
      let b = DuplicateSamples.changed(
        a, places: Int.random(in: 0..<12, using: &dice), dice: &dice)
      let exact = DuplicateSamples.resemblance(
        DuplicateSamples.pieces(a), DuplicateSamples.pieces(b))
      #expect(sketch(a).isWhole)
      #expect(abs(sketch(a).resemblance(to: sketch(b)) - exact) < 1e-12)
    }
  }

  @Test func longTextsAreEstimatedWithinFiveStandardErrors() {
    var dice = DuplicateDice(seed: 2)
    for changes in [0, 5, 20, 60, 200] {
      for length in [300, 900, 4_000] {
        let a = DuplicateSamples.text(length, dice: &dice)
        let b = DuplicateSamples.changed(a, places: changes, dice: &dice)
        let exact = DuplicateSamples.resemblance(
          DuplicateSamples.pieces(a), DuplicateSamples.pieces(b))
        let estimate = sketch(a).resemblance(to: sketch(b))
        #expect(abs(estimate - exact) < 5 * 0.045, "\(length) characters, \(changes) changed")
        #expect(sketch(a).hashes.count == ShingleSketch.size)
      }
    }
  }

  /// Where the guess of the limit is wrong, the smallest are kept all the same.
  @Test(arguments: [
    String(repeating: "路灯不亮了", count: 2_000), String(repeating: "a", count: 100_000),
    String(repeating: "abcdefghij klmnop ", count: 500),
    String(repeating: "😀😁😂🤣😃😄😅", count: 300), "路", "路灯", " \n\t　", "",
  ])
  func oddTextsKeepTheirSmallestPieces(_ text: String) {
    let folded = Folding.fold(Array(text.utf8))
    var all: Set<UInt32> = []
    ShingleSketch.eachPiece(of: folded) { all.insert($0) }
    #expect(sketch(text).hashes == Array(all.sorted().prefix(ShingleSketch.size)))
    #expect(sketch(text).isWhole == (all.count <= ShingleSketch.size))
    #expect(sketch(text).resemblance(to: sketch(text)) == (all.isEmpty ? 0 : 1))
  }

  @Test func randomTextsKeepTheirSmallestPieces() {
    var dice = DuplicateDice(seed: 3)
    for round in 0..<60 {
      let text = DuplicateSamples.text(
        Int.random(in: 100..<3_000, using: &dice), of: [2, 5, 40, 800][round % 4], dice: &dice)
      var all: Set<UInt32> = []
      ShingleSketch.eachPiece(of: Folding.fold(Array(text.utf8))) { all.insert($0) }
      #expect(sketch(text).hashes == Array(all.sorted().prefix(ShingleSketch.size)))
    }
  }

  @Test func widthCaseTraditionalFormsAndSpacesDoNotCount() {
    #expect(sketch("路燈 壞了，ＡＢＣ路口") == sketch("路灯坏了,abc 路口"))
  }
}
