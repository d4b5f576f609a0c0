import Testing

@testable import CityAgent

@Suite struct RewriteCheckTests {
  static let growth = "第二产业增长5.3%，第三产业增长4.1%。"
  static let offices = "换领由派出所受理；补领由分局受理。"
  static let materials = "申请人应当提交下列材料：居民身份证原件1份、户口簿复印件2份、近期照片。"
  static let english =
    "Residents must bring the original identity card and may apply within 30 days."

  @Test(arguments: [
    (growth, [growth]),
    (growth, ["第二产业增长5.3%，", "第三产业增长4.1%"]),
    ("自受理之日起三个工作日内办结。", ["请您自受理之日起3个工作日内办结。"]),
    ("有效期届满前三个月内申请换领，由本人到任一派出所办理。", ["有效期届满前三个月内申请换领，本人到任一派出所办理。"]),
    (materials, ["申请人应当提交下列材料：居民身份证原件1份、户口簿复印件2份和近期照片"]),
    (materials, ["申请人应当提交下列材料", "居民身份证原件1份", "户口簿复印件2份", "近期照片"]),
    ("居民身份证原件、居民户口簿复印件、近期免冠照片回执。", ["居民身份证原件、居民户口簿复印件和近期免冠照片回执。"]),
    ("男、女均可在本市申请办理登记手续。", ["男和女均可在本市申请办理登记手续。"]),
    (english, ["Residents must bring original identity card, and may apply within 30 days."]),
  ])
  func honestRewritesHold(text: String, rewrite: [String]) throws {
    #expect(try RewriteSample(text).accepts(rewrite))
  }

  @Test(arguments: [
    // Another number, a number of another item, a number more.
    ("三个工作日内办结。", "5个工作日内办结。"), (growth, "第二产业增长4.1%，第三产业增长5.3%。"),
    (growth, "第三产业增长5.3%。"), (growth, "第二产业，第三产业增长4.1%。"), (growth, "第二产业，增长4.1%。"),
    ("25个工作日内办结。", "5个工作日内办结。"), ("不收取费用。", "不收取费用20元。"),
    ("办结时间为9:00至12:00。", "办结时间为9:00至17:00。"),
    // Without what turns or limits.
    ("办理本事项不收费。", "办理本事项收费。"), ("材料不齐的不予受理。", "材料不齐的予受理。"),
    ("个人可以申请，单位不能申请。", "单位可以申请，个人不能申请。"), ("个人可以申请，单位不能申请。", "个人不能申请。"),
    ("仅限本市户籍居民申请。", "本市户籍居民申请。"), ("无需预约即可办理。", "需预约即可办理。"),
    ("费用在50元以内。", "费用在50元。"), (english, "Residents bring the original identity card."),
    ("Applicants need not pay a fee.", "Applicants need to pay a fee."),
    ("Applicants may not apply twice.", "Applicants may apply twice."),
    // Another case.
    (offices, "补领由派出所受理。"), (offices, "换领由分局受理。"), (offices, "首次申领由派出所受理。"),
    // What the clause does not say.
    ("三个工作日内办结。", "三个工作日内办结，加急另收费。"), ("三个工作日内办结。", "三个工作日内办结，请访问网站。"),
    ("身份证原件。", "身份证原件以及居住证。"), ("三个工作日内办结。", "的了和与及以及是为在于也"),
    // Scraps of words.
    ("居民身份证原件及户口簿复印件。", "居件，户件。"),
    // Another language, and what no answer should hold.
    ("三个工作日内办结。", "Done within three working days."), ("三个工作日内办结。", "三个工作日内辦結喺度。"),
    ("三个工作日内办结。", "\u{1B}[31m三个工作日内办结。"), ("三个工作日内办结。", "三个工作日内办结。<script>"),
    ("三个工作日内办结。", "三个工作日内办\u{200B}结。"),
  ])
  func liesDoNotHold(text: String, rewrite: String) throws {
    let sample = try RewriteSample(text)
    #expect(!sample.accepts([rewrite]))
    #expect(sample.accepts([text]))
  }

  @Test func wordsOfTheTitleMayBeAddedWhereTheClauseDoesNotUseThemForAnotherCase() throws {
    #expect(
      try RewriteSample("由申请人户籍所在地的公安派出所受理并审核发放，全程网上办理，不见面审批。")
        .accepts(["换领由申请人户籍所在地的公安派出所受理并审核发放，全程网上办理，不见面审批。"]))
    let both = try RewriteSample(Self.offices, title: "居民身份证换领、补领")
    #expect(both.fault("补领由派出所受理。") == .words)
  }

  @Test func aRewriteThatLeavesItemsOutIsNotComplete() throws {
    let sample = try RewriteSample("身份证原件；户口簿复印件；近期照片。")
    #expect(sample.fault("身份证原件；户口簿复印件。") == nil)
    #expect(!sample.accepts(["身份证原件；户口簿复印件。"]))
    #expect(!sample.accepts(["身份证原件；近期照片。", "户口簿复印件。"]))
  }

  @Test func longTextsAreHeldOffNotWorkedThrough() {
    let text = String(repeating: "材料齐全，", count: RewriteAlignment.longestSource / 4)
    var alignment = RewriteAlignment(source: RewriteToken.read(text), context: [])
    let most = String(repeating: "材料齐全，", count: RewriteAlignment.longestSentence / 4)
    let isTooLongTaken = alignment.take(RewriteToken.read(most + "材料齐全"))
    let isLongestTaken = alignment.take(RewriteToken.read(most))
    #expect(!isTooLongTaken && isLongestTaken)
    var tooLong = RewriteAlignment(source: RewriteToken.read(text + "材料齐全"), context: [])
    let isPartTaken = tooLong.take(RewriteToken.read("材料齐全"))
    #expect(!isPartTaken)
  }
}
