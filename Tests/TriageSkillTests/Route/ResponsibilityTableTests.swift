import CityText
import Testing

@testable import TriageSkill

struct ResponsibilityTableTests {
  static let table = try! ResponsibilityTable.read(
    try! Seeds.bytes("responsibility.csv"), path: "responsibility.csv")

  static let header =
    "id,category,matter,keywords,lead,support,level,opening,closing,limit,unit,urgent,gb_code,source,as-of,verified,note\n"

  private func route(_ text: String, category: String? = nil, street: String? = nil) -> Routing {
    Self.table.route(FoldedText(Array(text.utf8)), category: category, street: street)
  }

  @Test func theShippedTableReadsWithoutComplaint() throws {
    var problems: [TriageError] = []
    let table = try ResponsibilityTable.read(try Seeds.bytes("responsibility.csv"), path: "r") {
      problems.append($0)
    }
    #expect(problems.isEmpty)
    #expect(table.rows.filter { $0.id.hasPrefix("M") }.count == 158)
    #expect(table.rows.allSatisfy { !$0.isVerified && !$0.source.isEmpty && !$0.asOf.isEmpty })
    #expect(table.rows.allSatisfy { !$0.opening.isEmpty && !$0.closing.isEmpty })
  }

  /// Written for this test, as citizens write.
  @Test(
    arguments: [
      ("新洲路上有个井盖不见了，晚上骑车差点掉进去", "M106"),
      ("小区门口的井盖车一压就哐哐响，吵得睡不着", "M108"),
      ("莲花路的路燈已經一個多星期都沒有亮了", "G01037"),
      ("The street lights on Xinzhou Road have been out for a week", "G01037"),
      ("马路中间有一个大坑，好几辆车爆胎了", "M018"),
      ("There is a huge pothole near the bus station", "M018"),
      ("楼下餐馆的油烟直排到我们阳台上", "M126"), ("有人从四楼拉线下来给电动车充电，太危险了", "M012"),
      ("工地凌晨两点还在打桩，孩子没法睡觉", "M124"),
      ("晚上工地施工到十一点", "M064"), ("商场门口共享单车堆成山", "M088"),
      ("我闻到楼道里有很浓的煤气味", "M098"), ("暴雨后彩田路积水，车子都泡水了", "M102"),
      ("楼道里堆满了纸皮和杂物", "M038"), ("消防通道被私家车堵死", "M090"),
      ("老板拖欠工资三个月不发", "M117"), ("在健身房办卡，商家不退款", "M114"),
      ("绿化带里有一只死猫，发臭了", "M039"), ("大树倒了压在路上", "G04002"),
      ("红绿灯坏了，路口很乱", "G02014"), ("有人遛狗不牵绳，小孩被吓哭", "M048"),
      ("公厕太脏没人打扫", "G03001"), ("our lift is stuck again, the elevator broke twice", "G01076"),
      ("路边小贩摆摊，垃圾满地", "M082"), ("对面大厦的LED屏太亮，灯光刺眼", "M047"),
    ])
  func citizensWordsFindTheirMatter(_ text: String, _ matter: String) {
    let routing = route(text)
    #expect(
      routing.assignment.value.matter == matter,
      "\(Self.table.explain(routing, of: Array(text.utf8), language: .chinese))")
    #expect(routing.assignment.origin.description == "table:\(matter)@\(Self.table.version)")
    #expect(!routing.assignment.evidence.isEmpty)
    #expect(!routing.assignment.value.isFallback && !routing.assignment.value.isVerified)
  }

  @Test func evidenceLiesWhereTheWordsStand() throws {
    let text = "【求助】我家楼下的路燈，三天沒亮了"
    let evidence = try #require(route(text).assignment.evidence.first)
    #expect(String(decoding: Array(text.utf8)[evidence], as: UTF8.self) == "路燈")
  }

  @Test(
    arguments: [
      ("", nil), ("。", nil), ("你好", nil), ("谢谢你们的工作", "莲花街道"), ("asdf qwer", nil),
    ] as [(String, String?)])
  func whatNoRowFitsGoesToTheFallbackOwner(_ text: String, _ street: String?) {
    let assignment = route(text, street: street).assignment
    #expect(assignment.value.isFallback && assignment.evidence.isEmpty)
    #expect(assignment.value.lead == (street.map { $0 + "办事处" } ?? DeskRules().fallbackUnit))
    #expect(assignment.origin == FindingOrigin(.rule, "route.fallback", version: "1"))
  }

  @Test func theFallbackOwnerIsConfigurable() {
    var rules = DeskRules()
    rules.fallbackUnit = "总值班室"
    rules.fallbackLimit = TimeLimit(2, .hours)
    let one = Self.table.route(FoldedText([]), rules: rules).assignment.value
    #expect(one.lead == "总值班室" && one.limit == TimeLimit(2, .hours))
  }

  @Test func streetUnitsTakeTheStreetsName() {
    let assignment = route("店铺把桌椅摆到人行道上，店外经营", street: "沙头街道").assignment.value
    #expect(assignment.support == ["沙头街道综合行政执法队"])
  }

  @Test func aCategorySpeaksForItsRows() throws {
    let table = try ResponsibilityTable.read(
      Array(
        (Self.header + "A,甲类,一,大声音,甲,,,,,1,days,,,,,,\nB,乙类,二,大声音,乙,,,,,1,days,,,,,,\n").utf8),
      path: "t.csv")
    let text = FoldedText(Array("大声音，很大声音".utf8))
    #expect(table.route(text).assignment.value.matter == "A")
    let second = table.route(text, category: "乙类")
    #expect(second.assignment.value.matter == "B" && second.candidates[0].hasPrior)
    #expect(second.candidates.map(\.row.id) == ["B", "A"])
  }

  @Test func partsOfAKeywordMustStandNearEachOther() throws {
    let table = try ResponsibilityTable.read(
      Array((Self.header + "A,,一,井盖+响,甲,,,,,1,days,,,,,,\n").utf8), path: "t.csv")
    func finds(_ text: String) -> Bool {
      !table.route(FoldedText(Array(text.utf8))).assignment.value.isFallback
    }
    #expect(finds("井盖一直响") && finds("响得厉害的井盖"))
    #expect(!finds("井盖" + String(repeating: "很", count: 30) + "响"))
    // A later井盖 that stands near counts as well.
    #expect(finds("井盖" + String(repeating: "很", count: 30) + "井盖响"))
    #expect(!finds("井盖") && !finds("响"))
  }

  @Test func onlyTheRangeAskedForIsRead() {
    let text = Array("路灯不亮。井盖不见了".utf8)
    let second = Self.table.route(FoldedText(text), within: 15..<text.count)
    #expect(second.assignment.value.matter == "M106")
    #expect(second.candidates.allSatisfy { $0.row.id != "G01037" })
  }

  @Test func latinKeywordsAreWholeWords() throws {
    let table = try ResponsibilityTable.read(
      Array((Self.header + "A,,一,bar|barbecue,甲,,,,,1,days,,,,,,\n").utf8), path: "t.csv")
    let hits = table.route(FoldedText(Array("a barbecue".utf8))).candidates.first?.hits ?? []
    #expect(hits.map(\.keyword) == ["barbecue"])
  }

  @Test(
    arguments: [
      ("A,,一,词,,,,,,5,days,,,,,,", "no lead unit"), (",,一,词,甲,,,,,5,days,,,,,,", "no id"),
      ("A,,,词,甲,,,,,5,days,,,,,,", "no name"), ("A,,一,词,甲,,,,,0,days,,,,,,", "it must be 1"),
      ("A,,一,词,甲,,,,,-3,days,,,,,,", "it must be 1"),
      ("A,,一,词,甲,,,,,soon,days,,,,,,", "is no limit"),
      ("A,,一,词,甲,,,,,5,moons,,,,,,", "is no limit"),
      ("A,,一,词,甲,,,,,99999999999999999999,days,,,,,,", "is no limit"),
      ("A,,一,词,甲,,city,,,5,days,,,,,,", "is no level"),
      ("A,,一,词,甲,,,,,5,days,,,,,,,,extra", "fields"), ("A,,\"一,词,甲,,,,,5,days,,,,,,", "quote"),
      ("Z,,一,词,甲,,,,,5,days,,,,,,", "stands in line 2 already"),
    ])
  func badRowsAreReportedAndLeftOut(_ row: String, _ message: String) throws {
    let text = Self.header + "Z,,好,词,甲,,,,,5,days,,,,,,\n" + row + "\nY,,好,字,甲,,,,,5,days,,,,,,\n"
    var problems: [TriageError] = []
    let table = try ResponsibilityTable.read(Array(text.utf8), path: "t.csv") {
      problems.append($0)
    }
    #expect(problems.count == 1)
    #expect(problems[0].line == 3 && problems[0].path == "t.csv")
    #expect(problems[0].message.contains(message), "\(problems[0])")
    #expect(table.rows.map(\.id) == ["Z", "Y"])
  }

  @Test func hugeLimitsAndFullWidthDigitsAreRead() throws {
    let text = Self.header + "A,,一,词,甲,,,,,１０,个工作日,,,,,,\nB,,二,字,乙,,,,,1000000000,日,,,,,,\n"
    let table = try ResponsibilityTable.read(Array(text.utf8), path: "t.csv")
    #expect(table.rows[0].limit == TimeLimit(10, .workDays))
    #expect(table.rows[1].limit == TimeLimit(1_000_000_000, .days))
  }

  @Test func otherEncodingsAndLineEndsGiveTheSameTable() throws {
    let text = Self.header + "A,街面,路灯,路灯|燈,城管局,甲|乙,街道,开,关,5,工作日,是,,来源,2026,否,\n"
    let plain = try ResponsibilityTable.read(Array(text.utf8), path: "t.csv")
    #expect(
      plain.rows[0].isUrgent && !plain.rows[0].isVerified && plain.rows[0].support == ["甲", "乙"])
    let bom = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let crlf = Array(text.utf8).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    for bytes in [bom, crlf, try Encoded.gb18030(text)] {
      #expect(try ResponsibilityTable.read(bytes, path: "t.csv").rows == plain.rows)
    }
  }

  @Test(arguments: ["", "\n\n", "id,matter\n1,2\n", "<html>"])
  func filesThatAreNoTableAreRefused(_ text: String) {
    #expect(throws: TriageError.self) {
      try ResponsibilityTable.read(Array(text.utf8), path: "t.csv")
    }
  }

  @Test func bytesBringTheTableBack() throws {
    let bytes = Self.table.bytes
    let back = try #require(ResponsibilityTable(bytes: bytes))
    #expect(back.rows == Self.table.rows && back.version == Self.table.version)
    #expect(back.bytes == bytes)
    for cut in stride(from: 0, to: bytes.count, by: 997) {
      #expect(ResponsibilityTable(bytes: Array(bytes[..<cut])) == nil)
    }
  }

  @Test func aMegabyteOfOneWordIsReadInOnePass() {
    let text = Array(String(repeating: "井盖路灯响", count: 66_000).utf8)
    let routing = Self.table.route(FoldedText(text))
    #expect(!routing.assignment.value.isFallback)
  }

  @Test func explanationsNameWordsAndWeights() {
    let text = "路灯不亮，井盖不见了"
    let lines = Self.table.explain(route(text), of: Array(text.utf8), language: .english)
    #expect(lines[0].hasPrefix("1 "))
    #expect(lines.contains { $0.contains("井盖…不见 1.88") })
    #expect(lines[0].contains("not verified"))
  }
}
