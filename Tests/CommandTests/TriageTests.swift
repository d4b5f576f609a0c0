import Foundation
import Testing

struct TriageTests {
  /// Invented reports: a lamp, an emergency with a name and a number, several matters at once.
  private static let lines = [
    #"{"id":"r1","text":"景田北街的路灯坏了三盏，晚上看不见路。","received":"2026-11-25T09:00:00"}"#,
    #"{"id":"r2","title":"漏气","text":"水围村17坊楼下燃气味很浓，我叫李小梅，电话13800000001。","received":"2026-11-25T09:05:00"}"#,
    #"{"id":"r3","text":"1、梅林路井盖破损。2、小区旁边工地夜间施工噪音扰民。","received":"2026-11-26T10:00:00"}"#,
  ]

  private static func id(_ object: [String: Any]) -> String? { object["id"] as? String }

  @Test func ordersComeInInputOrderWithParentAndChildren() throws {
    let orders = try SmallDesk.orders(Self.lines)
    #expect(
      orders.map(Self.id) == [
        "20261125-0001", "20261125-0002", "20261126-0001", "20261126-0001.1", "20261126-0001.2",
      ])
    #expect(orders[2]["children"] as? [String] == ["20261126-0001.1", "20261126-0001.2"])
    #expect(orders[4]["parent"] as? String == "20261126-0001")
  }

  @Test func badLinesAreToldInTheirPlaceAndTheRestGoesOn() throws {
    let output = try SmallDesk.triage(
      ["-"],
      input: Array(
        ([Self.lines[0], "{bad", "", #"{"id":"x"}"#, "[]", Self.lines[1]])
          .joined(separator: "\n").utf8))
    #expect(output.status == 1)
    let objects = try JSONLines.objects(output.bytes)
    #expect(objects.map { $0["error"] != nil } == [false, true, true, true, false])
    #expect(objects.filter { $0["error"] != nil }.compactMap { $0["line"] as? Int } == [2, 4, 5])
    for line in [2, 4, 5] { #expect(output.error.contains("stdin:\(line): "), "\(output.error)") }
    #expect(output.error.contains("2 reports: 2 orders, 1 emergencies"), "\(output.error)")
  }

  @Test func personalDataIsHiddenUnlessAskedFor() throws {
    let input = Array(Self.lines[1].utf8)
    let masked = try SmallDesk.triage(["-"], input: input).text
    #expect(!masked.contains("13800000001") && !masked.contains("李小梅"), "\(masked)")
    let open = try SmallDesk.triage(["-", "--unmasked"], input: input).text
    #expect(open.contains("13800000001") && open.contains("李小梅"))
  }

  @Test(arguments: ["csv", "open311"])
  func anotherFormatHoldsTheSameOrders(_ format: String) throws {
    let output = try SmallDesk.triage(
      ["-", "--format", format], input: Array(Self.lines.joined(separator: "\n").utf8))
    #expect(output.status == 0)
    if format == "csv" {
      let rows = output.text.split(whereSeparator: \.isNewline)
      #expect(rows.count == 6 && rows[1].hasPrefix("20261125-0001,"), "\(output.text)")
      return
    }
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(output.bytes)) as? [[String: Any]])
    #expect(rows.count == 5)
    #expect(rows[0]["service_request_id"] as? String == "20261125-0001")
    #expect((rows[1]["requested_datetime"] as? String)?.hasSuffix("+08:00") == true)
    // What went out as Open311 comes in as reports again.
    let again = try SmallDesk.triage(["-"], input: output.bytes)
    #expect(again.status == 0 && again.error.contains("5 reports"), "\(again.error)")
  }

  @Test func aTableInGB18030WithChineseHeadingsIsRead() throws {
    let folder = try TemporaryFolder()
    // 编号,内容,受理时间 / 7,路灯不亮,2026-11-25 08:00 in GB18030.
    let head: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x2C]
    let time: [UInt8] = [0xCA, 0xDC, 0xC0, 0xED, 0xCA, 0xB1, 0xBC, 0xE4, 0x0A]
    let lamp: [UInt8] = [0x37, 0x2C, 0xC2, 0xB7, 0xB5, 0xC6, 0xB2, 0xBB, 0xC1, 0xC1, 0x2C]
    let path = try folder.write("in.csv", head + time + lamp + Array("2026-11-25 08:00\n".utf8))
    let output = try SmallDesk.triage([path])
    let order = try output.object()
    #expect(Self.id(order) == "20261125-0001")
    let report = try #require(order["report"] as? [String: Any])
    #expect(report["text"] as? String == "路灯不亮" && report["id"] as? String == "7")
  }

  @Test func aQuoteThatNeverClosesCostsOneRowOnly() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "in.csv", "id,text\n1,\"第一行\n跨行\"\n2,\"没有关上的引号\n3,路灯不亮\n4,井盖破损\n")
    let output = try SmallDesk.triage([path])
    #expect(output.status == 1)
    #expect(output.error.contains("in.csv:4: "), "\(output.error)")
    let ids = try JSONLines.objects(output.bytes).compactMap {
      ($0["report"] as? [String: Any])?["id"] as? String
    }
    #expect(ids == ["1", "3", "4"])
  }

  @Test func aResumedRunGivesTheBytesOfAWholeOne() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", Self.lines.joined(separator: "\n"))
    let output = folder.path + "/out.jsonl"
    #expect(try SmallDesk.triage([input, "-o", output]).status == 0)
    let whole = folder.bytes("out.jsonl")
    #expect(try SmallDesk.triage([input, "-o", output]).status == 2, "never over a file")
    for kept in [0, 1, whole.count / 3, whole.count / 2, whole.count - 1, whole.count] {
      try folder.write("out.jsonl", Array(whole[..<kept]))
      let resumed = try SmallDesk.triage([input, "-o", output, "--resume"])
      #expect(resumed.status == 0, "\(kept): \(resumed.error)")
      #expect(folder.bytes("out.jsonl") == whole, "\(kept)")
    }
    let other = try folder.write("other.jsonl", Self.lines[1])
    let refused = try SmallDesk.triage([other, "-o", output, "--resume"])
    #expect(refused.status == 2 && refused.error.contains("--force"), "\(refused.error)")
    #expect(folder.bytes("out.jsonl") == whole, "a refused run changes nothing")
  }

  @Test func theDigestOfAnInputIsAlwaysTheSame() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", Self.lines.joined(separator: "\n"))
    let words = ["digest", input, "--date", "2026-11-25", "--lang", "zh"]
    let first = try SmallDesk.triage(words)
    #expect(first.status == 0 && first.text.contains("水围"), "\(first.error)")
    #expect(!first.text.contains("13800000001"))
    #expect(try SmallDesk.triage(words).bytes == first.bytes)
    let page = folder.path + "/day.html"
    #expect(try SmallDesk.triage(words + ["-o", page]).status == 0)
    let html = String(decoding: folder.bytes("day.html"), as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
  }
}
