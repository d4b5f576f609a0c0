import Testing

@testable import TriageSkill

@Suite struct ReportClustersTests {
  private typealias Samples = DuplicateSamples

  /// Three issues and many reports of other things; the number says which issue, nil for none.
  private static func batch() -> [(issue: Int?, report: ComparableReport)] {
    var all: [(Int?, ComparableReport)] = []
    func add(_ issue: Int?, _ title: String, _ text: String, _ person: String) {
      all.append((issue, Samples.report(all.count, title, text, by: person)))
    }
    let dust = [
      "白鹭花园旁的石料场灰尘太大", "石料场日夜粉碎，白鹭花园的居民没法开窗", "求关停白鹭花园边上的石料场",
      "白鹭花园附近石料场扬尘扰民", "石料场灰尘落满白鹭花园的阳台", "白鹭花园门口石料场何时搬走",
    ]
    for (i, title) in dust.enumerated() {
      add(0, title, "石料场就在白鹭花园对面，每天灰尘和噪声不断，衣服都不敢晾，编号\(i)。", "d\(i)")
    }
    let lift = ["青禾小区电梯又停了", "青禾小区三栋电梯困人", "青禾小区电梯故障没人修", "青禾小区电梯何时更换"]
    for (i, title) in lift.enumerated() {
      add(1, title, "三栋电梯这个月第\(i + 2)次故障，物业说没有维修资金，老人下不了楼。", "l\(i)")
    }
    let other = ["柳溪家园电梯困人", "柳溪家园电梯没有年检", "柳溪家园电梯故障"]
    for (i, title) in other.enumerated() {
      add(2, title, "柳溪家园的电梯贴的年检标志过期\(i + 1)年了，困过人。", "o\(i)")
    }
    let things = ["公交", "路灯", "社保", "学位", "油烟", "停水", "落户", "网络", "快递", "绿地"]
    let verbs = ["何时恢复", "怎么办理", "没有人管", "价格太高", "希望改进"]
    for i in 0..<120 {
      let thing = things[i % 10]
      let verb = verbs[i / 10 % 5]
      add(
        nil, "\(thing)\(verb)第\(i)次询问", "关于\(thing)的事情，我在第\(i)天打过电话，答复说\(verb)，请处理。",
        "x\(i)")
    }
    return all
  }

  private func sets(_ clusters: [ReportCluster]) -> [Set<Int>] { clusters.map { Set($0.members) } }

  @Test func theSamePlaceAndTroubleIsOneIssueAndAnotherPlaceAnother() {
    let batch = Self.batch()
    let clusters = ReportClusters.find(in: batch.map(\.report))
    for issue in 0..<3 {
      let members = Set(batch.indices.filter { batch[$0].issue == issue })
      #expect(sets(clusters).contains(members), "issue \(issue)")
    }
    #expect(clusters.allSatisfy { $0.members == $0.members.sorted() && $0.members.count > 1 })
    #expect(clusters.allSatisfy { $0.members.contains($0.representative) })
    #expect(clusters.map(\.persons) == clusters.map(\.persons).sorted(by: >))
  }

  @Test func onePersonsFloodCountsOnce() throws {
    var reports = Self.batch().map(\.report)
    let before = try #require(
      ReportClusters.find(in: reports).first { $0.members.contains(0) })
    for i in 0..<500 {
      reports.append(
        Samples.report(
          1_000 + i, "白鹭花园石料场灰尘", "石料场就在白鹭花园对面，灰尘和噪声不断，请关停。", by: "d0"))
    }
    let clusters = ReportClusters.find(in: reports)
    let flood = try #require(clusters.first { $0.members.contains(600) })
    #expect(flood.members.count == 506 && flood.persons == before.persons)
  }

  @Test func copiesOfManyPersonsAreTheLargestIssue() throws {
    let reports =
      Self.batch().map(\.report)
      + (0..<10_000).map {
        Samples.report(
          1_000 + $0, "东山路全线停电", "东山路一带从早上六点开始停电，打电话没有人接。", by: "p\($0)")
      }
    let first = try #require(ReportClusters.find(in: reports).first)
    #expect(first.persons >= 10_000 && first.persons < 10_020)
    #expect(reports[first.representative].title == "东山路全线停电")
  }

  @Test func theOrderOfReportsDoesNotChangeTheIssues() {
    let batch = Self.batch().map(\.report)
    var dice = DuplicateDice(seed: 11)
    let mixed = batch.indices.shuffled(using: &dice)
    func ids(_ reports: [ComparableReport]) -> Set<Set<String>> {
      Set(
        ReportClusters.find(in: reports).filter { $0.persons > 2 }.map { cluster in
          Set(cluster.members.map { reports[$0].id })
        })
    }
    #expect(ids(batch) == ids(mixed.map { batch[$0] }))
  }

  @Test func emptyAndOddBatchesAreTaken() {
    #expect(ReportClusters.find(in: []).isEmpty)
    #expect(ReportClusters.find(in: [Samples.report(1, "", "")]).isEmpty)
    let odd = ["", "", " ", "路", String(repeating: "长", count: 1_000_000), "<script>", "\u{0}"]
    let clusters = ReportClusters.find(
      in: odd.enumerated().map { Samples.report($0, $1, $1) })
    #expect(clusters.allSatisfy { $0.members.count > 1 })
  }

  @Test func personsWithoutAnAccountCountEach() throws {
    let reports = (0..<4).map { Samples.report($0, "东山路停电", "东山路停电了，请派人来看。") }
    #expect(ReportClusters.find(in: reports).map(\.persons) == [4])
  }
}
