import CityAgent
import Testing

@testable import TriageSkill

@Suite struct DuplicateIndexTests {
  private typealias Samples = DuplicateSamples

  @Test func aCopyFindsTheEarlierReportAndNeverALaterOne() throws {
    var index = DuplicateIndex()
    let text = "青禾小区东门的路灯从上周开始就不亮了，晚上老人摔倒过两次，请尽快派人来修。"
    #expect(index.match(Samples.report(1, "路灯不亮", text)).isEmpty)
    #expect(index.match(Samples.report(2, "食堂卫生", "学校食堂的餐具没有消毒，孩子吃坏了肚子。")).isEmpty)
    let found = index.match(Samples.report(3, "路灯不亮", text + "谢谢！"))
    let first = try #require(found.first)
    #expect(first.order == "R1" && first.signs.text > 0.8 && first.signs.isSupported)
    #expect(first.signs.agreeing.contains("text"))
    #expect(!found.contains { $0.order == "R2" })
    #expect(index.count == 3)
  }

  @Test func otherWordsOfOnePlaceAndThingAreSuggested() throws {
    var index = DuplicateIndex()
    index.add(
      Samples.report(1, "青禾小区电梯故障频繁", "三栋的电梯一个月停了四回，老人下不了楼。", by: "a"))
    for number in 2..<200 {
      index.add(
        Samples.report(number, "第\(number)路公交车晚点", "等了\(number)分钟才来一趟，上班要迟到了。"))
    }
    let found = index.match(Samples.report(300, "投诉青禾小区电梯没人修", "物业收钱不办事，坐一次怕一次。"))
    let first = try #require(found.first)
    #expect(first.order == "R1" && first.signs.place && first.signs.object)
    #expect(first.signs.text < 0.1)
  }

  @Test func theMatterGivenDecidesOverWords() throws {
    var index = DuplicateIndex()
    index.add(
      Samples.report(1, "青禾小区电梯坏了", "请修理一下电梯。", places: ["青禾小区"], matter: "M1"))
    let other = index.candidates(
      for: Samples.report(
        2, "青禾小区电梯坏了", "请修理一下电梯吧。", places: ["青禾小区"], matter: "M2"))
    #expect(other.first?.signs.object == false && other.first?.signs.place == true)
  }

  @Test func anOrderIsNoCandidateOfItsOwnIdAndAnIdIsSuggestedOnce() {
    var index = DuplicateIndex()
    let text = "三号楼前的垃圾桶满了两天没有人清理，气味很大。"
    for _ in 0..<3 { index.add(Samples.report(1, "垃圾没人清理", text)) }
    #expect(index.candidates(for: Samples.report(1, "垃圾没人清理", text)).isEmpty)
    #expect(index.candidates(for: Samples.report(2, "垃圾没人清理", text)).map(\.order) == ["R1"])
  }

  @Test func ofTenThousandCopiesFiveAreSuggested() {
    var index = DuplicateIndex(windowDays: 0)
    for number in 0..<10_000 {
      let found = index.match(
        Samples.report(number, "停水", "我们楼停水三天了，什么时候来水？", by: "flood"))
      #expect(found.count == min(number, 5))
    }
    let last = index.candidates(
      for: Samples.report(20_000, "停水", "我们楼停水三天了，什么时候来水？"))
    #expect(last.map(\.order) == (9_995..<10_000).reversed().map { "R\($0)" })
  }

  @Test func whatIsOlderThanTheWindowFallsOut() {
    var index = DuplicateIndex(windowDays: 10)
    var dice = DuplicateDice(seed: 5)
    let old = Samples.report(0, "井盖松动", Samples.text(80, dice: &dice))
    index.add(old)
    for number in 1...60 {
      index.add(
        Samples.report(
          number, "无关", Samples.text(60, dice: &dice),
          at: Samples.start.adding(seconds: number * 86_400)))
    }
    #expect(index.count <= 16)
    let again = ComparableReport(
      id: "again", title: old.title, text: old.text,
      received: Samples.start.adding(seconds: 61 * 86_400))
    #expect(index.candidates(for: again).allSatisfy { $0.order != "R0" })
  }

  @Test func aDateInTheFutureOrThePastEmptiesNothing() {
    var index = DuplicateIndex(windowDays: 10)
    let text = "新修的人行道地砖又翘起来了，雨天踩一脚一身水。"
    index.add(Samples.report(0, "地砖翘起", text))
    for (number, year) in [2099, 9999, 1, 1970].enumerated() {
      index.add(
        Samples.report(
          100 + number, "时间不对", "这一条的时间写错了\(number)。",
          at: Moment(CalendarDay(year: year, month: 1, day: 1)!)))
    }
    index.add(
      Samples.report(200, "极端", "更远的时间。", at: Moment(seconds: Int.max / 2)))
    for number in 1...8 {
      index.add(Samples.report(number, "其他\(number)", "这是第\(number)件别的事情。"))
    }
    #expect(index.candidates(for: Samples.report(300, "地砖翘起", text)).first?.order == "R0")
  }

  @Test func theCapacityBoundsWhatIsKept() {
    var index = DuplicateIndex(windowDays: 0, capacity: 500)
    var dice = DuplicateDice(seed: 6)
    var texts: [String] = []
    for number in 0..<9_000 {
      texts.append(Samples.text(40, dice: &dice))
      index.add(Samples.report(number, "", texts[number]))
    }
    #expect(index.count == 500)
    #expect(index.entries.count < 2_048)
    #expect(index.candidates(for: Samples.report(99_999, "", texts[8_999])).first?.order == "R8999")
    #expect(index.candidates(for: Samples.report(99_999, "", texts[8_400])).isEmpty)
  }

  @Test(arguments: [
    "", " ", "路", "<script>alert(1)</script>", String(repeating: "投诉", count: 170_000),
    String(repeating: "a", count: 1_000_000), "\u{0}\u{FFFF}", "👨‍👩‍👧‍👦",
  ])
  func hostileTextsAreTakenAndFoundAgain(_ text: String) {
    var index = DuplicateIndex()
    _ = index.match(Samples.report(1, text, text, by: text, places: [text], matter: text))
    let found = index.match(Samples.report(2, text, text, by: text, places: [text], matter: text))
    let isEmpty = text.allSatisfy { $0 == " " }
    #expect(found.first?.order == (isEmpty ? nil : "R1"))
    #expect(index.count == 2)
  }

  /// Every earlier text that resembles by 0.8 or more, worked out the slow way, is among the five.
  @Test func likeTextsAreFoundAsABruteForceSearchFindsThem() {
    var dice = DuplicateDice(seed: 7)
    var index = DuplicateIndex(windowDays: 0)
    var texts: [String] = []
    var sets: [Set<[Unicode.Scalar]>] = []
    var partners = 0
    for number in 0..<600 {
      let text: String
      if number > 10, number % 3 == 0 {
        let earlier = texts[Int.random(in: 0..<number, using: &dice)]
        text = Samples.changed(
          earlier, places: Int.random(in: 0..<4, using: &dice), dice: &dice)
      } else {
        text = Samples.text(Int.random(in: 30..<250, using: &dice), of: 300, dice: &dice)
      }
      let found = Set(index.match(Samples.report(number, "", text)).map(\.order))
      let own = Samples.pieces(text)
      // Texts that differ much in length cannot resemble; the others are compared one by one.
      let like =
        number % 3 == 0
        ? sets.indices.filter {
          abs(sets[$0].count - own.count) * 4 <= own.count
            && Samples.resemblance(own, sets[$0]) >= 0.8
        } : []
      sets.append(own)
      partners += like.count
      if like.count <= 5 {
        #expect(like.allSatisfy { found.contains("R\($0)") }, "\(number): \(like) \(found)")
      }
      texts.append(text)
    }
    #expect(partners > 80)
  }

  @Test func theSameReportsGiveTheSameCandidates() {
    func run() -> [[DuplicateCandidate]] {
      var dice = DuplicateDice(seed: 8)
      var index = DuplicateIndex()
      return (0..<400).map { number in
        let text = Samples.text(30, of: 30, dice: &dice)
        return index.match(
          Samples.report(number, String(text.prefix(6)), text, by: "u\(number % 9)"))
      }
    }
    #expect(run() == run())
  }
}
