import CityText
import Foundation
import Testing

@testable import TriageSkill

struct HostileReportTests {
  /// Ranges of every finding lie inside the words and on whole characters.
  static func check(_ report: Report) {
    let extraction = ShippedReports.extractor.extract(report)
    let whole = Array(report.whole.utf8)
    var ranges = extraction.urgency.evidence + extraction.request.evidence + extraction.matters
    ranges += extraction.place?.evidence ?? []
    ranges += extraction.time?.evidence ?? []
    ranges += extraction.persons?.evidence ?? []
    ranges += extraction.contacts.flatMap(\.evidence)
    for range in ranges {
      #expect(range.lowerBound >= 0 && range.upperBound <= whole.count)
      #expect(String(validating: whole[range], as: UTF8.self) != nil, "\(report.id)")
    }
    #expect(ShippedReports.extractor.extract(report) == extraction)
    _ = ShippedReports.extractor.missing(in: extraction, of: report)
    _ = ShippedReports.extractor.notices(of: extraction, report: report)
  }

  @Test(arguments: [
    "", " ", "\n", "。", "？？？", "1", "一", "着", "火", "@", "\u{0}", "\u{FEFF}", "é", "😀😀", "a\u{301}",
    "1、", "第", "（",
    "号", "路", "区", "昨天", "点", "每天", "：", "ＡＢＣ１２３", "\u{202E}abc", "福田", "地铁", "exit", "exit a of",
  ])
  func shortTextsAreRead(_ text: String) { Self.check(ShippedReports.report(text, title: text)) }

  /// Sentences without a numeral are left out, and no literal but a bare 一 (一条, 一下) is lost by it.
  @Test func literalsAreThoseOfTheWholeText() {
    func counting(_ literals: [Literal]) -> [Literal] {
      literals.filter { $0.kind != .identifier && !["1", "CNY 1"].contains($0.canonical) }
    }
    for sample in ShippedReports.samples {
      let text = Array(sample.report.whole.utf8)
      #expect(
        counting(ReportReading.literals(of: text)) == counting(LiteralScanner.scan(text)),
        "\(sample.report.id)")
    }
  }

  /// A megabyte of one piece takes time in proportion: this ends at once.
  @Test(arguments: [
    "着火", "昨天", "每天晚上10点", "1、路灯坏了两盏。", "另外，路灯坏了两盏。", "莲花街道", "担心着火，", "13800000000 ", "深南大道和红荔路，",
    "30多户", "今天 ",
    "。", "a", "1", " ", "路", "孩子走失", "景田地铁站A口", "3栋502房", "投诉", "2026-11-25 ", "去年着火",
  ])
  func aMegabyteIsReadToItsEnd(_ piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count / 8)
    Self.check(ShippedReports.report(text))
  }

  /// Real messages, where the folder with them is named: none fails, each span is sane.
  @Test func realMessagesAreRead() throws {
    guard let folder = ProcessInfo.processInfo.environment["CITY_EVAL"],
      let data = FileManager.default.contents(atPath: folder + "/triage/stream.jsonl")
    else { return }
    for (number, line) in data.split(separator: 0x0A).enumerated() where number % 7 == 0 {
      let row = try JSONDecoder().decode(Message.self, from: line)
      Self.check(
        Report(
          id: "\(number)", title: row.topic, text: row.detail,
          received: Moment(row.time) ?? ShippedReports.received))
    }
  }

  private struct Message: Decodable {
    var topic: String
    var detail: String
    var time: String
  }
}
