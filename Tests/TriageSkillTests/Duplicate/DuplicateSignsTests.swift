import Testing

@testable import TriageSkill

@Suite struct DuplicateSignsTests {
  private static func signs(
    _ text: Double, _ title: Double, place: Bool = false, object: Bool = false,
    apart: Int = 30 * 86_400, reporter: Bool = false
  ) -> DuplicateSigns {
    DuplicateSigns(
      text: text, title: title, place: place, object: object, apart: apart, reporter: reporter)
  }

  @Test func moreSignsNeverLowerTheScore() {
    for text in [0, 0.3, 0.8, 1] {
      for title in [0, 0.4, 1] {
        let plain = Self.signs(text, title).score
        #expect(plain >= text && plain <= 1)
        #expect(Self.signs(text, title, place: true).score >= plain)
        #expect(
          Self.signs(text, title, place: true, object: true).score
            >= Self.signs(text, title, place: true).score)
        #expect(Self.signs(text, title, apart: 0).score >= plain)
        #expect(Self.signs(text, title, reporter: true).score >= plain)
      }
    }
  }

  @Test(arguments: [
    (signs(0.85, 0.1), true), (signs(0.5, 0.9), false),
    (signs(0.1, 0.3, place: true, object: true), true), (signs(0.1, 0.3, place: true), false),
    (signs(0.05, 0.05, place: true, object: true), false), (signs(0, 0.7, reporter: true), true),
    (signs(0, 0.2, reporter: true), false),
  ])
  func wordsAloneDoNotPassTheSecondTest(_ signs: DuplicateSigns, _ passes: Bool) {
    #expect(signs.isSupported == passes)
  }

  @Test func whatAgreesIsNamed() {
    let all = Self.signs(0.9, 0.9, place: true, object: true, apart: 60, reporter: true)
    #expect(all.agreeing == ["text", "place", "object", "time", "reporter"])
    #expect(Self.signs(0.1, 0.9).agreeing.isEmpty)
    let candidate = DuplicateCandidate(order: "R7", signs: all).duplicate
    #expect(candidate.order == "R7" && candidate.agreeing == all.agreeing)
    #expect(candidate.score > 0.9 && candidate.score <= 1)
  }
}
