import Testing

@testable import TriageSkill

@Suite struct RecentPostingsTests {
  @Test func chainsAreWhatADictionaryOfArraysHolds() {
    var dice = DuplicateDice(seed: 4)
    var postings = RecentPostings()
    var model: [UInt32: [Int]] = [:]
    var counts: [UInt32: Int] = [:]
    var first = 0
    for report in 0..<6_000 {
      for _ in 0..<3 {
        let key = UInt32.random(in: 0..<(report % 5 == 0 ? 8 : 3_000), using: &dice)
        postings.insert(key, report)
        model[key, default: []].append(report)
        counts[key, default: 0] += 1
      }
      if report % 1_500 == 1_499 {
        first = report - 700
        postings.rebuild(dropping: first)
        for (key, reports) in model {
          let live = Array(reports.filter { $0 >= first }.suffix(64))
          model[key] = live
          if live.isEmpty { counts[key] = 0 }
        }
      }
    }
    for key in UInt32(0)..<3_000 {
      var seen: [Int] = []
      postings.each(key, limit: 20, from: first) { seen.append($0) }
      #expect(seen == Array((model[key] ?? []).filter { $0 >= first }.reversed().prefix(20)))
      #expect(postings.count(key) == counts[key] ?? 0)
    }
  }
}
