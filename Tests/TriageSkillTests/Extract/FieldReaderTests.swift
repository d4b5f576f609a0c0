import Testing

@testable import TriageSkill

/// Persons, contacts, requests and missing fields.
struct FieldReaderTests {
  @Test(arguments: [
    ("整栋楼30多户没水", 30, "persons.households-about"), ("共12户", 12, "persons.households"),
    ("几百人堵在门口", 200, "persons.about"), ("上千户", 1_000, "persons.households-about"),
    ("一家三口", 3, "persons.about"), ("我们23个人没发工资", 23, "persons.count"),
    ("三百多名家长", 0, ""), ("二十名学生", 20, "persons.count"), ("50名业主和30户", 50, "persons.count"),
    ("about 200 residents", 200, "persons.count"), ("30 households", 30, "persons.households"),
    ("dozens of families", 20, "persons.households-about"), ("100元人民币", 0, ""), ("50人民币", 0, ""),
    ("20人次", 0, ""), ("路灯坏了", 0, ""), ("15户外广告", 0, ""), ("三十多戶", 30, "persons.households-about"),
  ])
  func countsThoseAffected(_ text: String, _ count: Int, _ rule: String) {
    let finding = ShippedReports.extract(text).persons
    #expect(finding?.value ?? 0 == count)
    #expect(finding?.origin.name ?? "" == rule)
  }

  @Test(arguments: [
    ("我要投诉物业", RequestKind.complaint), ("请问怎么办理居住证？", .consult), ("特此感谢，送锦旗", .praise),
    ("建议增设路灯", .suggestion), ("求助，请帮帮我们", .help), ("反映路灯不亮", .report), ("路灯不亮", .report),
    ("楼下太吵，严重扰民，请问谁管？", .complaint), ("谢谢", .report), ("", .report),
    ("I want to complain about noise", .complaint), ("How do I apply for a card?", .consult),
    ("I suggest more benches", .suggestion), ("I would like to thank the staff", .praise),
    ("Please help us", .help), ("請問如何申請", .consult), ("投訴噪音", .complaint),
  ])
  func readsWhatTheSenderWants(_ text: String, _ wanted: RequestKind) {
    #expect(ShippedReports.extract(text).request.value == wanted)
  }

  @Test func contactsAreMaskedAndFieldsComeFirst() {
    var report = ShippedReports.report("我叫张三，电话13800005678，车牌粤B12345，身份证440300199001011239")
    report.phone = "13900001234"
    report.email = "zhang@example.com"
    let contacts = ShippedReports.extractor.extract(report).contacts
    #expect(
      contacts.map { "\($0.value.kind.rawValue) \($0.value.masked) \($0.origin.kind.rawValue)" }
        == [
          "phone 139****1234 sender", "email z***@example.com sender", "name 张** rule",
          "phone 138****5678 rule", "identity 4403************39 rule",
        ])
  }

  @Test(arguments: ["@", "x", "", "a@", "不想说"])
  func oddContactFieldsAreMaskedToo(_ field: String) {
    var report = ShippedReports.report("路灯坏了")
    report.phone = field
    report.email = field
    for contact in ShippedReports.extractor.extract(report).contacts {
      #expect(contact.value.masked != field || field.utf8.count <= 1)
    }
  }

  static func missing(_ text: String) -> [WorkOrder.MissingField] {
    let report = ShippedReports.report(text)
    return ShippedReports.extractor.missing(
      in: ShippedReports.extractor.extract(report), of: report)
  }

  @Test(arguments: [
    ("路灯坏了", [WorkOrder.MissingField.place]), ("景田北街路灯坏了", []), ("请处理", [.matter, .place]),
    ("这里很危险", [.danger, .matter]), ("工地太吵", [.place, .time]), ("景田社区工地每晚很吵", []),
    ("请问怎么办居住证", []), ("罗湖区路灯坏了", []), ("莲花北村着火了", []), ("着火了", [.place]),
    ("景田有刺鼻的异味", [.danger, .matter]),
  ])
  func asksOnlyForWhatWouldChangeTheWay(_ text: String, _ wanted: [WorkOrder.MissingField]) {
    #expect(Self.missing(text) == wanted)
  }

  @Test func neverAsksForMoreThanTwo() {
    for sample in ShippedReports.samples {
      let extraction = ShippedReports.extractor.extract(sample.report)
      #expect(ShippedReports.extractor.missing(in: extraction, of: sample.report).count <= 2)
    }
  }

  @Test func everyNoticeHasWordsInBothLanguages() {
    for notice in ExtractionNotice.allCases {
      #expect(!notice.text(isEnglish: true).isEmpty && !notice.text(isEnglish: false).isEmpty)
    }
  }
}
