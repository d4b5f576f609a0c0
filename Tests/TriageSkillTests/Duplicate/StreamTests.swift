import CityText
import Foundation
import Testing

@testable import TriageSkill

private let evaluationFolder = ProcessInfo.processInfo.environment["CITY_EVAL"]

/// On the stream of real reports, where the folder of evaluation data is given.
@Suite(.enabled(if: evaluationFolder != nil)) struct StreamTests {
  private struct Row: Decodable {
    var id: String
    var user: String
    var topic: String
    var time: String
    var detail: String

    enum CodingKeys: String, CodingKey {
      case id = "msg_id"
      case user, topic, time, detail
    }
  }

  private static let reports: [ComparableReport] = {
    guard let folder = evaluationFolder,
      let text = try? String(contentsOfFile: folder + "/triage/stream.jsonl", encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }.map {
      ComparableReport(
        id: $0.id, title: $0.topic, text: $0.detail, reporter: $0.user,
        received: Moment($0.time)!)
    }
  }()

  @Test func nearCopiesAreFoundInTheTopFive() {
    let reports = Self.reports
    #expect(reports.count > 4_000)
    var index = DuplicateIndex(windowDays: 0)
    var earlier: [Int: [Int]] = [:]
    var sets: [Set<Int>] = []
    var (all, found) = (0, 0)
    for (number, report) in reports.enumerated() {
      let order = index.match(report).map(\.order)
      let own = Set(
        DuplicateSamples.pieces(Folding.fold(report.title + report.text)).map(\.hashValue))
      var shared: [Int: Int] = [:]
      for piece in own {
        for other in earlier[piece] ?? [] { shared[other, default: 0] += 1 }
        earlier[piece, default: []].append(number)
      }
      sets.append(own)
      let like = shared.filter {
        Double($1) / Double(own.count + sets[$0].count - $1) >= 0.8
      }.keys
      guard !like.isEmpty else { continue }
      all += 1
      let hits = like.filter { order.contains(reports[$0].id) }.count
      if hits == min(5, like.count) { found += 1 }
    }
    #expect(all > 200)
    #expect(Double(found) >= 0.99 * Double(all), "\(found) of \(all)")
  }

  @Test func noClusterIsABlob() {
    let clusters = ReportClusters.find(in: Self.reports)
    #expect(clusters.count > 500)
    let largest = clusters.map(\.members.count).max() ?? 0
    #expect(largest > 40 && largest < Self.reports.count / 40)
  }
}
