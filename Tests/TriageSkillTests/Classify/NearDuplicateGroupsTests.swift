import CityText
import Testing

@testable import TriageSkill

struct NearDuplicateGroupsTests {
  /// Jaccard of the sets of 5-grams, the obvious way.
  private func jaccard(_ a: String, _ b: String) -> Double {
    func grams(_ text: String) -> Set<String> {
      let letters = Array(Folding.fold(text))
      return letters.count <= 5
        ? [String(letters)] : Set((0...(letters.count - 5)).map { String(letters[$0..<($0 + 5)]) })
    }
    let (x, y) = (grams(a), grams(b))
    return Double(x.intersection(y).count) / Double(x.union(y).count)
  }

  @Test(arguments: 1...5) func agreesWithComparingAllPairs(_ seed: UInt64) {
    var dice = DeskDice(state: seed)
    var texts: [String] = []
    for _ in 0..<60 {
      if !texts.isEmpty, dice.below(2) == 0 {
        var letters = Array(dice.pick(texts))
        for _ in 0..<dice.below(3) {
          letters.insert(Character(dice.pick(["路", "灯", "坏"])), at: dice.below(letters.count + 1))
        }
        texts.append(String(letters))
      } else {
        texts.append(
          (0..<dice.below(120)).map { _ in dice.pick(["路", "灯", "坏", "了", "请", "修"]) }.joined())
      }
    }
    let ids = texts.indices.map { "\(($0 * 37) % 100)" }
    var groups = Array(texts.indices)
    for i in texts.indices {
      for j in 0..<i where jaccard(texts[i], texts[j]) >= 0.8 {
        let (a, b) = (groups[i], groups[j])
        groups = groups.map { $0 == a ? b : $0 }
      }
    }
    let expected = texts.indices.map { i in
      texts.indices.filter { groups[$0] == groups[i] }.map { ids[$0] }.min()
    }
    #expect(NearDuplicateGroups.leaders(texts, ids: ids).map { ids[$0] } == expected)
  }

  @Test func aFoldIsTheDigestOfTheSmallestId() {
    // sha256("fold:" + id), as a number, modulo 5; from coreutils' sha256sum and bc.
    #expect(FoldAssignment.fold(of: "a", count: 5, salt: "fold:") == 0)
    #expect(FoldAssignment.fold(of: "report-7", count: 5, salt: "fold:") == 4)
    let rows = ["b", "a", "c"].map {
      TrainingRow(id: $0, text: $0 == "c" ? "完全不同的另一件事" : "小区门口的路灯坏了三天没人修", label: "x")
    }
    let folds = FoldAssignment.folds(rows, count: 5)
    #expect(
      folds[0] == FoldAssignment.fold(of: "a", count: 5, salt: "fold:") && folds[0] == folds[1])
  }
}
