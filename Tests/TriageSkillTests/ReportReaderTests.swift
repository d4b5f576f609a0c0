import CityJSON
import Testing

@testable import TriageSkill

struct ReportReaderTests {
  static let now = Moment("2026-11-25 09:00")!
  let reader = ReportReader(received: now)

  func read(_ json: String) throws -> ReportReader.Reading {
    try reader.report(try JSONScanner.read(Array(json.utf8)), line: 7)
  }

  @Test func readsOurOwnKeys() throws {
    let reading = try read(
      #"{"id":"a1","title":"路灯","text":"莲花路路灯不亮","received":"2026-11-24 20:15","reporter":"u9","channel":"hotline","phone":"13800000000"}"#
    )
    let report = reading.report
    #expect(report.id == "a1" && report.title == "路灯" && report.text == "莲花路路灯不亮")
    #expect(report.received == Moment("2026-11-24 20:15"))
    #expect(report.reporter == "u9" && report.channel == "hotline" && report.line == 7)
    #expect(reading.problems.isEmpty)
  }

  @Test func readsAnOpen311Request() throws {
    let reading = try read(
      #"{"service_request_id":"638344","service_code":"006","description":"Pothole on 5th","requested_datetime":"2026-11-24T02:00:00Z","address":"5th St","lat":22.53,"long":114.05}"#
    )
    let report = reading.report
    #expect(report.id == "638344" && report.text == "Pothole on 5th" && report.category == "006")
    #expect(report.received == Moment("2026-11-24 10:00"))
    #expect(report.latitude == 22.53 && report.longitude == 114.05)
  }

  @Test func readsTheHeadingsOfAHotlinesExport() throws {
    let columns = try reader.columns(["\u{FEFF}留言編號", "留言用戶", "留言主題", "留言時間", "留言詳情", "其他"])
    let reading = try reader.report(
      ["88", "U1", "噪音", "2026/1/5 9:05:00", "楼下夜里施工", "x"], columns: columns, line: 2)
    #expect(reading.report.id == "88" && reading.report.reporter == "U1")
    #expect(reading.report.whole == "噪音\n楼下夜里施工")
    #expect(reading.report.received == Moment("2026-01-05 09:05"))
  }

  @Test(
    arguments: [
      (#"{"text":"x","received":"昨天"}"#, "received: “昨天” is no time"),
      (#"{"text":"x","lat":"91","long":"114"}"#, "lat, long: “91”, “114” are no coordinates"),
      (#"{"text":"x","lat":22.5}"#, "lat, long: “22.5”, “” are no coordinates"),
    ])
  func whatCannotBeUsedIsToldAndTheReportComes(_ json: String, _ problem: String) throws {
    let reading = try read(json)
    #expect(reading.problems.count == 1 && reading.problems[0].hasPrefix(problem))
    #expect(reading.report.received == Self.now && reading.report.latitude == nil)
  }

  @Test(arguments: [#"{"id":"1"}"#, #"{"text":"  \n "}"#, #"["x"]"#, #""x""#])
  func whatSaysNothingIsRefusedWithItsLine(_ json: String) throws {
    let value = try JSONScanner.read(Array(json.utf8))
    #expect {
      try reader.report(value, line: 3, path: "in.jsonl")
    } throws: {
      ($0 as? TriageError)?.line == 3 && ($0 as? TriageError)?.code == .badInput
    }
  }

  @Test func aHeaderWithoutWordsIsRefused() {
    #expect(throws: TriageError.self) { try reader.columns(["id", "time"]) }
  }

  @Test func aReportWithoutIDIsNamedAfterItsLine() throws {
    #expect(try read(#"{"text":"x"}"#).report.id == "line-7")
  }
}
