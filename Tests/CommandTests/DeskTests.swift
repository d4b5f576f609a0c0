import Foundation
import Testing

struct DeskTests {
  private func chat(_ lines: [String], orders: String?) throws -> String {
    let desk = orders.map { ["--orders", $0] } ?? []
    let output = try BuiltCommand.run(
      ["chat"] + SmallDesk.flags() + desk,
      input: Array((lines.joined(separator: "\n") + "\n").utf8))
    #expect(output.status == 0, "\(output.error)")
    return output.text
  }

  private func desk(_ words: [String], orders: String) throws -> BuiltCommand.Output {
    try BuiltCommand.run(["desk"] + words + ["--orders", orders] + SmallDesk.flags())
  }

  /// The ids in a text: eight digits, a dash, four digits.
  private func ids(_ text: String) -> [String] {
    text.matches(of: /[0-9]{8}-[0-9]{4}/).map { String($0.output) }
  }

  @Test func aReportIsFiledAfterAConfirmationOnly() throws {
    let folder = try TemporaryFolder()
    let report = "景田北街的路灯坏了三盏，今天早上还没修。"
    let dropped = try chat([report, "不登记"], orders: folder.path + "/a")
    #expect(ids(dropped).isEmpty && dropped.contains("没有登记"), "\(dropped)")
    let filed = try chat([report, "确认登记"], orders: folder.path + "/b")
    #expect(filed.contains("已登记，编号"), "\(filed)")
    let id = try #require(ids(filed).first, "\(filed)")
    let status = try chat(["工单\(id)办得怎么样了？"], orders: folder.path + "/b")
    #expect(status.contains("工单 \(id)：已登记"), "\(status)")
    #expect(!status.contains("景田"), "whoever asks sees no words of the report")
    let asked = try chat(
      [report, "确认登记", "我的投诉处理得怎么样了？"], orders: folder.path + "/c")
    #expect(asked.contains("：已登记，现由"), "the order just filed: \(asked)")
    let nameless = try chat(["我的投诉处理得怎么样了？"], orders: folder.path + "/c")
    #expect(nameless.contains("请告诉我工单编号"), "\(nameless)")
    let unknown = try chat(["工单20200101-0001办得怎么样了？"], orders: folder.path + "/b")
    #expect(unknown.contains("没有编号为 20200101-0001 的工单"))
  }

  @Test func anEmergencyComesFirstAndIsSaidWithoutADesk() throws {
    let text = try chat(["水围村17坊楼下闻到很浓的燃气味，有人晕倒了，快来"], orders: nil)
    let answer = try #require(text.split(separator: "\n").first)
    #expect(answer.contains("119") && answer.contains("120"), "\(text)")
    #expect(text.contains("这里不登记诉求"))
  }

  @Test func noMoreThanTwoThingsAreAskedFor() throws {
    let folder = try TemporaryFolder()
    let text = try chat(
      ["我要投诉噪音太大", "就是很吵", "真的很吵", "确认登记"], orders: folder.path + "/a")
    let asked = text.components(separatedBy: "请补充具体地点").count - 1
    #expect(asked == 1, "\(text)")
    #expect(!ids(text).isEmpty, "\(text)")
  }

  @Test func aQuestionInBetweenIsNoReply() throws {
    let folder = try TemporaryFolder()
    let text = try chat(["我要投诉噪音太大", "养犬登记要多少天？"], orders: folder.path + "/a")
    #expect(text.contains("养犬登记承诺5个工作日办结"), "\(text)")
  }

  @Test func whatBecomesOfAnOrderIsKeptAndChecked() throws {
    let folder = try TemporaryFolder()
    let orders = folder.path + "/desk"
    let id = try #require(ids(try chat(["景田北街的路灯坏了三盏，今天早上还没修。", "确认登记"], orders: orders)).first)
    #expect(try desk(["assign", id, "莲花街道办事处"], orders: orders).status == 0)
    let bare = try desk(["return", id], orders: orders)
    #expect(bare.status != 0 && !bare.error.isEmpty, "a return needs a reason")
    #expect(try desk(["return", id, "不属于本单位"], orders: orders).status == 0)
    #expect(try desk(["reassign", id, "福田区城市管理和综合执法局", "照明归口"], orders: orders).status == 0)
    #expect(try desk(["extend", id, "many", "等配件"], orders: orders).error.contains("5 work-days"))
    #expect(try desk(["rate", id, "9"], orders: orders).status != 0)
    let typo = try desk(["clse", id, "已修复"], orders: orders)
    #expect(typo.status == 2 && typo.error.contains("“close”"), "\(typo.error)")
    #expect(try desk(["close", id, "已更换三盏灯"], orders: orders).status == 0)
    let shown = try desk(["show", id, "--lang", "zh"], orders: orders).text
    #expect(shown.contains("已办结") && shown.contains("不属于本单位"), "\(shown)")
    let list = try desk(["list"], orders: orders)
    #expect(list.lines.count == 1 && list.text.hasPrefix(id))
    #expect(try desk(["show", "20200101-0001"], orders: orders).status == 1)
  }

  @Test func aDraftReplyIsHeldAgainstItsOrder() throws {
    let folder = try TemporaryFolder()
    let orders = folder.path + "/desk"
    let id = try #require(ids(try chat(["景田北街的路灯坏了三盏，今天早上还没修。", "确认登记"], orders: orders)).first)
    let empty = try desk(["check-reply", id, "收到，谢谢。"], orders: orders)
    #expect(empty.status == 1 && empty.text.contains("fail"), "\(empty.text)")
  }
}
