import CityJSON
import Foundation

@testable import TriageSkill

/// The places and sample reports that this package ships, read once for all tests.
enum ShippedReports {
  static let seeds: String =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/seeds"

  static func file(_ name: String) -> [UInt8] {
    [UInt8](FileManager.default.contents(atPath: seeds + "/" + name) ?? Data())
  }

  static let compiled: (register: PlaceRegister, problems: [TriageError]) = {
    var problems: [TriageError] = []
    let register = try! PlaceRegister.read(
      file("places.json"), path: "places.json", regions: file("regions.csv"),
      report: { problems.append($0) })
    return (register, problems)
  }()

  static let extractor: Extractor = Extractor(places: compiled.register)

  struct Sample: Sendable {
    var report: Report
    var label: String
    var matter: String
    var urgency: Urgency
    var street: String
    var matters: Int
    var isSample: Bool
  }

  static let samples: [Sample] = file("reports/samples.jsonl").split(separator: 0x0A).map { line in
    let row = try! JSONScanner.read(Array(line))
    let report = Report(
      id: row["id"]!.string!, title: row["title"]!.string!, text: row["text"]!.string!,
      reporter: row["reporter"]!.string!, received: Moment(row["received"]!.string!)!,
      channel: row["channel"]!.string!)
    var isSample = false
    if case .bool(true)? = row["sample"] { isSample = true }
    return Sample(
      report: report, label: row["label"]!.string!, matter: row["matter"]!.string!,
      urgency: Urgency(rawValue: row["urgency"]!.string!)!, street: row["street"]!.string!,
      matters: Int(row["matters"]!.double!), isSample: isSample)
  }

  /// The day of the tests' reports: a Wednesday.
  static let received: Moment = Moment("2026-11-25 20:00")!

  static func report(_ text: String, title: String = "", at received: Moment = received) -> Report {
    Report(id: "t", title: title, text: text, received: received)
  }

  static func extract(_ text: String, title: String = "") -> Extraction {
    extractor.extract(report(text, title: title))
  }
}

extension Extraction {
  /// The one street that the words lead to; empty for none or several.
  var street: String {
    let streets = Set(place?.value.candidates.map(\.street) ?? [])
    return streets.count == 1 ? streets.first! : ""
  }
}
