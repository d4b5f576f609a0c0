import CityAgent
import Testing

@testable import TriageSkill

@Suite struct HotSpotsTests {
  private typealias Samples = DigestSamples
  private let end = Samples.span.to

  private func spot(_ spots: [HotSpot], _ place: String, _ matter: String) -> HotSpot? {
    spots.first { $0.subject == .placeAndMatter(place: place, matter: matter) }
  }

  @Test func aBurstWarnsAndWhatIsUsualDoesNot() throws {
    let records = Samples.usual()
    let spots = HotSpots.find(in: records, until: end)
    let burst = try #require(spot(spots, "梅林街道", "石料场扬尘"))
    #expect(spots.first == burst && burst.isWarning)
    #expect(burst.persons == 12 && burst.before.isEmpty && burst.usual == 0)
    #expect(Set(burst.recent.map { records[$0].order }) == Set((0..<12).map { "B\($0)" }))
    #expect(spots.filter(\.isWarning).count == 1)
  }

  @Test func fromOneToThreeAWeekDoesNotShout() throws {
    var records = Samples.usual()
    for week in 1...4 {
      records.append(
        Samples.record("C\(week)", daysBefore: week * 7 + 1, matter: "井盖", reporter: "c\(week)"))
    }
    for n in 0..<3 {
      records.append(Samples.record("D\(n)", daysBefore: n, matter: "井盖", reporter: "d\(n)"))
    }
    let spots = HotSpots.find(in: records, until: end)
    let lids = try #require(spot(spots, "莲花街道", "井盖"))
    #expect(lids.persons == 3 && !lids.isWarning)
    #expect(abs((lids.usual ?? 0) - 1) < 0.05)
  }

  @Test func onePersonsFiveHundredReportsAreOnePerson() throws {
    var records = Samples.usual()
    for n in 0..<500 {
      records.append(Samples.record("F\(n)", daysBefore: n % 7, matter: "树木", reporter: "flood"))
    }
    records.append(Samples.record("G", daysBefore: 1, matter: "树木", reporter: "other"))
    let spots = HotSpots.find(in: records, until: end)
    let trees = try #require(spot(spots, "莲花街道", "树木"))
    #expect(trees.persons == 2 && trees.recent.count == 501 && !trees.isWarning)
    #expect(spots.first?.persons == 12)
  }

  @Test func aThousandLikesCountAsSevenPersonsAtMost() throws {
    func heat(_ likes: Int) throws -> Double {
      let records =
        Samples.usual() + [
          Samples.record("L0", daysBefore: 1, matter: "公园", reporter: "x", likes: likes),
          Samples.record("L1", daysBefore: 1, matter: "公园", reporter: "y"),
        ]
      return try #require(spot(HotSpots.find(in: records, until: end), "莲花街道", "公园")).heat
    }
    let gain = try heat(1_000) - heat(0)
    #expect(gain > 6 && gain < 7)
    #expect(try heat(-5) == heat(0))
    #expect(try heat(Int.max) < heat(0) + 30)
  }

  @Test func withoutAWeekBeforeNothingWarns() {
    let records = Samples.usual().filter { $0.received >= Samples.moment(daysBefore: 8) }
    let spots = HotSpots.find(in: records, until: end)
    #expect(!spots.isEmpty)
    #expect(spots.allSatisfy { !$0.isWarning && $0.chance == nil && $0.usual == nil })
  }

  @Test func theFutureDoesNotCount() {
    let records = Samples.usual()
    let later = (0..<50).map {
      Samples.record("Z\($0)", daysBefore: -1 - $0, matter: "以后", reporter: "z\($0)")
    }
    let mixed = later + records
    func named(_ spots: [HotSpot], _ records: [DigestRecord]) -> [[String]] {
      spots.map { $0.recent.map { records[$0].order } }
    }
    #expect(
      named(HotSpots.find(in: mixed, until: end), mixed)
        == named(HotSpots.find(in: records, until: end), records))
    #expect(HotSpots.find(in: [], until: end).isEmpty)
  }

  @Test func issuesAreSpotsBesidePlaces() throws {
    let records = Samples.usual().map { record -> DigestRecord in
      var record = record
      if record.order.hasPrefix("B") { record.street = nil }
      return record
    }
    let members = records.indices.filter { records[$0].order.hasPrefix("B") }
    let issue = ReportCluster(
      members: members, persons: 12, representative: members[3], likeness: 0.5)
    let outside = ReportCluster(members: [9_999], persons: 1, representative: 9_999, likeness: 1)
    let spots = HotSpots.find(in: records, issues: [issue, outside], until: end)
    #expect(spots.first?.subject == .issue(representative: members[3]))
    #expect(spots.first?.isWarning == true)
  }
}
