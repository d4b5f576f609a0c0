import Testing

@testable import TriageSkill

struct UntrainedClassifierTests {
  private static let classifier = UntrainedClassifier([
    LabelledPhrases(label: "市容/垃圾", phrases: ["暴露垃圾", "垃圾桶满溢", "垃圾"]),
    LabelledPhrases(label: "道路/路面", phrases: ["路面破损", "路面塌陷", "pothole"]),
    LabelledPhrases(label: "道路/路灯", phrases: ["路灯", "路灯不亮"]),
    LabelledPhrases(label: "道路/路面", phrases: ["坑洼"]),
  ])

  @Test(
    arguments: [
      ("小区门口路灯不亮", "道路/路灯"), ("There is a POTHOLE on the road", "道路/路面"),
      ("暴露垃圾没人清理", "市容/垃圾"), ("路面出现了塌陷", "道路/路面"), ("到處坑窪", "道路/路面"),
    ])
  func findsTheLabelWhoseWordsStandThere(_ text: String, _ label: String) throws {
    #expect(try #require(Self.classifier.classify(text)).label == label)
  }

  @Test(arguments: ["", "你好", "potholes", "😀", "x"])
  func saysNothingWhereNothingIsHit(_ text: String) {
    #expect(Self.classifier.classify(text) == nil)
  }

  @Test func aRivalLowersTheMarginAndSayingItTwiceDoesNot() throws {
    let alone = try #require(Self.classifier.classify("路灯不亮"))
    let twice = try #require(Self.classifier.classify("路灯不亮路灯不亮"))
    let both = try #require(Self.classifier.classify("路灯不亮，路面塌陷"))
    #expect(alone.margin == 1 && alone.second == nil && !alone.isUnsure && twice == alone)
    #expect(both.margin < 0.5 && both.second != nil)
  }

  @Test func noPhrasesMakeAClassifierThatSaysNothing() {
    let empty = UntrainedClassifier([])
    #expect(empty.labels.isEmpty && empty.classify("路灯") == nil)
    let blank = UntrainedClassifier([LabelledPhrases(label: "a", phrases: ["", " ", "路"])])
    #expect(blank.labels == ["a"] && blank.classify("路") == nil)
  }

  @Test func aLabelIsListedOnce() {
    #expect(Self.classifier.labels == ["市容/垃圾", "道路/路面", "道路/路灯"])
  }
}
