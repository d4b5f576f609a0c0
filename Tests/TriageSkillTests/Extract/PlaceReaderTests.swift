import Testing

@testable import TriageSkill

struct PlaceReaderTests {
  static func read(_ text: String) -> String {
    guard let place = ShippedReports.extract(text).place?.value else { return "none" }
    if let elsewhere = place.elsewhere { return "elsewhere \(elsewhere)" }
    if place.candidates.isEmpty { return "words \(place.words)" }
    return place.candidates.map { "\($0.street)/\($0.community ?? "")/\($0.name)" }.joined(
      separator: "|")
  }

  @Test(arguments: [
    ("莲花街道有人占道", "莲花街道//莲花街道"),
    ("景田社区路灯坏", "莲花街道/景田社区/景田社区"),
    ("景田地铁站A口堆满单车", "莲花街道//景田地铁站A口"),
    ("地铁景田站 A 出口", "莲花街道//景田地铁站A口"),
    ("車公廟地鐵站C口", "沙头街道//车公庙地铁站C口"),
    ("车公庙站A口", "香蜜湖街道//车公庙地铁站A口"),
    ("蓮花北村32棟", "莲花街道/莲花北社区/莲花北社区"),
    ("赛格广场门口", "华强北街道/福强社区/赛格广场"),
    ("莲花街道红荔路", "莲花街道//红荔路"),
    ("民田路深圳证券交易所积水", "莲花街道//民田路深圳证券交易所"),
    ("Exit B of Jingtian station", "莲花街道//景田地铁站B口"),
    ("Jingtian metro station, Exit D", "莲花街道//景田地铁站D口"),
    ("the shop in Huaqiangbei", "华强北街道//华强北街道"),
    ("trees in Lianhua Subdistrict", "莲花街道//莲花街道"),
    ("福田区很热", "words 福田区"), ("in Futian", "words Futian"),
    ("罗湖区东门老街", "elsewhere 罗湖"), ("南山区科技园", "elsewhere 南山"), ("我在东莞上班", "elsewhere 东莞"),
    ("位于广州的公司", "elsewhere 广州"), ("东莞虎门镇工厂拖欠工资", "elsewhere 东莞"), ("深圳北站出租车", "elsewhere 龙华区"),
    ("湖南人开的店", "none"),
    ("广州银行的卡", "none"), ("某某小区的电梯", "none"), ("幸福里小区三栋", "words 幸福里小区"),
    ("小区没有物业", "none"), ("路灯坏了", "none"), ("", "none"),
    ("我住罗湖，在景田上班", "莲花街道/景田社区/景田社区"),
  ])
  func readsPlaces(_ text: String, _ wanted: String) {
    #expect(Self.read(text) == wanted)
  }

  @Test func ambiguityIsKeptAsCandidates() throws {
    let place = try #require(ShippedReports.extract("深南大道有积水").place).value
    #expect(place.isAmbiguous)
    #expect(Set(place.candidates.map(\.street)).count >= 4)
    #expect(place.words == "深南大道")
  }

  @Test func twoNamesNarrowEachOther() throws {
    let wide = try #require(ShippedReports.extract("新洲路").place).value
    let close = try #require(ShippedReports.extract("新洲路福民路口").place).value
    #expect(Set(close.candidates.map(\.street)).count < Set(wide.candidates.map(\.street)).count)
    #expect(close.words == "新洲路福民路")
  }

  @Test func placesThatDisagreeAreAllKept() throws {
    let place = try #require(ShippedReports.extract("从莲花北村搬到下沙村").place).value
    #expect(place.candidates.map(\.street) == ["莲花街道", "沙头街道"])
  }

  @Test func theAddressFieldIsReadFirst() throws {
    var report = ShippedReports.report("井盖坏了，从下沙过去")
    report.address = "福田区景田社区"
    let finding = try #require(ShippedReports.extractor.extract(report).place)
    #expect(finding.value.candidates.first?.community == "景田社区")
    #expect(finding.value.words == "景田社区")
  }

  @Test func anAddressThatNobodyKnowsIsKeptInWords() throws {
    var report = ShippedReports.report("井盖坏了")
    report.address = "无名路1号"
    let finding = try #require(ShippedReports.extractor.extract(report).place)
    #expect(finding.value.words == "无名路1号" && finding.value.candidates.isEmpty)
    #expect(finding.origin.kind == .sender)
  }

  @Test func coordinatesGiveTheNearestStreet() throws {
    var report = ShippedReports.report("井盖坏了")
    (report.latitude, report.longitude) = (22.5287, 114.0236)
    let place = try #require(ShippedReports.extractor.extract(report).place)
    #expect(place.value.candidates.first?.street == "沙头街道")
    #expect(place.origin.name == "place.coordinates")
    #expect(
      ShippedReports.extractor.notices(
        of: ShippedReports.extractor.extract(report), report: report
      ).contains(.placeUnverified))
  }

  @Test func coordinatesOutsideAreNotedAndNotUsed() {
    for (latitude, longitude) in [(39.9, 116.4), (114.05, 22.55), (0, 0), (.nan, 114.05)] {
      var report = ShippedReports.report("井盖坏了")
      (report.latitude, report.longitude) = (latitude, longitude)
      let extraction = ShippedReports.extractor.extract(report)
      #expect(extraction.place == nil)
      #expect(
        ShippedReports.extractor.notices(of: extraction, report: report) == [.coordinatesOutside])
    }
  }

  @Test func coordinatesThatDisagreeWithTheWordsAreNoted() {
    var report = ShippedReports.report("莲花北村的井盖坏了")
    (report.latitude, report.longitude) = (22.5287, 114.0236)
    let extraction = ShippedReports.extractor.extract(report)
    #expect(extraction.street == "莲花街道")
    #expect(
      ShippedReports.extractor.notices(of: extraction, report: report)
        .contains(.coordinatesDisagree))
  }

  @Test func findingsNameTheFileByItsVersion() throws {
    let finding = try #require(ShippedReports.extract("莲花街道").place)
    #expect(finding.origin.kind == .table && finding.origin.version.count == 8)
  }

  @Test func withoutARegisterNoPlaceIsFound() {
    #expect(
      Extractor().extract(ShippedReports.report("莲花街道")).place?.value.candidates.isEmpty != false)
  }
}
