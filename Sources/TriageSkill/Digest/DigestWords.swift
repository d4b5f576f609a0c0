import CityText

/// All words of the digest, in Chinese and English; `{0}`, `{1}` … stand for what is filled in.
struct DigestWords: Sendable {
  let isEnglish: Bool

  init(_ language: WrittenLanguage) { isEnglish = language == .english }

  private func word(_ chinese: String, _ english: String) -> String {
    isEnglish ? english : chinese
  }

  // Titles.
  var daily: String { word("民情日报 {0}", "Daily report digest, {0}") }
  var spanned: String { word("民情报告 {0} 至 {1}", "Report digest, {0} to {1}") }
  var nothing: String { word("{0}没有收到诉求。", "No reports were received: {0}.") }
  var overall: String { word("一、总体情况", "1. Overview") }
  var categories: String { word("二、诉求类别", "2. Categories") }
  var hotSpots: String { word("三、热点", "3. Hot spots") }
  var warnings: String { word("四、预警", "4. Early warnings") }
  var issues: String { word("五、集中反映的问题", "5. Issues many wrote of") }
  var streets: String { word("六、街道分布", "6. By street") }
  var handling: String { word("七、办理情况", "7. Handling") }
  var satisfaction: String { word("八、满意度", "8. Satisfaction") }
  var lists: String { word("各项数字对应的工单", "Orders behind the figures") }

  // Overview.
  var intake: String {
    word(
      "收到诉求 {0} 件，涉及 {1} 人（同一账号计一人）。",
      "Reports received: {0}, from {1} persons (an account counts once).")
  }
  var change: String {
    word("上一同长时段 {0} 件，本期{1}。", "The stretch of the same length before had {0}: {1}.")
  }
  var more: String { word("增加 {0} 件（{1}%）", "{0} more ({1}%)") }
  var fewer: String { word("减少 {0} 件（{1}%）", "{0} fewer ({1}%)") }
  var newlyMore: String { word("增加 {0} 件", "{0} more") }
  var same: String { word("持平", "as many") }
  var urgent: String {
    word("紧急 {0} 件，另有立即移交应急渠道的 {1} 件。", "Urgent: {0}; handed over to emergency lines: {1}.")
  }
  var closedLine: String {
    word("本期办结 {0} 件；期末尚未办结 {1} 件。", "Closed in this stretch: {0}; open at its end: {1}.")
  }
  var later: String {
    word("另有 {0} 件的时间晚于本期末，未计入。", "{0} orders bear a time after the end and are not counted.")
  }
  var laterName: String { word("时间晚于本期末", "Later than the end") }
  var byDay: String { word("每日收到诉求", "Reports a day") }
  var source: String { word("工单记录", "order records") }
  var pieces: String { word("件", "reports") }
  var personsUnit: String { word("人", "persons") }

  // Columns.
  var category: String { word("类别", "Category") }
  var uncategorised: String { word("未分类", "none") }
  var count: String { word("件数", "Reports") }
  var persons: String { word("人数", "Persons") }
  var before: String { word("上期件数", "Before") }
  var rest: String { word("其余 {0} 类", "{0} others") }
  var place: String { word("地点", "Place") }
  var noPlace: String { word("—", "—") }
  var matter: String { word("事项或问题", "Matter or issue") }
  var usual: String { word("此前周均人数", "Usual a week") }
  var chance: String { word("偶然概率", "By chance") }
  var likes: String { word("点赞", "Likes") }
  var heat: String { word("热度", "Heat") }
  var issue: String { word("问题（代表性诉求）", "Issue (a typical report)") }
  var first: String { word("最早", "First") }
  var last: String { word("最近", "Latest") }
  var street: String { word("街道", "Street") }
  var noStreet: String { word("地点不明", "unknown") }
  var order: String { word("工单", "Order") }
  var time: String { word("时间", "Time") }
  var state: String { word("状态", "State") }
  var titleColumn: String { word("标题", "Title") }

  // Hot spots and warnings.
  var hotNote: String {
    word(
      "最近 7 天与此前 4 周比较，按人数、点赞（取对数）和反常程度排序；同一人一周计一次。",
      "The last 7 days against the 4 weeks before, by persons, likes (logarithm) and surprise; one person counts once a week."
    )
  }
  var noBaseline: String {
    word(
      "此前记录不足一周，无法与平常比较，不作预警。",
      "Less than a week of earlier records: no usual week to compare with, no warnings.")
  }
  var noSpots: String {
    word("最近 7 天没有两人以上反映的同一事项。", "In the last 7 days no two persons wrote of one matter.")
  }
  var warning: String {
    word(
      "{0}：7 天内 {1} 人、{2} 件，平常每周 {3} 人；偶然达到的概率 {4}。",
      "{0}: {1} persons in 7 days, {2} reports; usually {3} persons a week; probability by chance {4}."
    )
  }
  var emergencies: String {
    word("期末仍未办结的应急事项 {0} 件。", "Emergencies still open at the end: {0}.")
  }
  var noWarnings: String { word("没有达到预警条件的事项。", "Nothing meets the conditions of a warning.") }
  var among: String { word("{0}的{1}", "{1}, {0}") }
  var below: String { word("小于 ", "below ") }
  var noIssues: String { word("没有三人以上集中反映的问题。", "No issue that three persons or more wrote of.") }
  var issueNote: String {
    word(
      "由系统按地点和事项自动归并，供人工核对；含本期以外的诉求。",
      "Grouped automatically by place and matter, to be checked by a person; includes reports outside the stretch."
    )
  }

  // Streets, handling, satisfaction.
  var map: String { word("各街道收到诉求", "Reports by street") }
  var mapNote: String {
    word("边界按已知点位示意，非行政界线", "borders are sketched from known points, not official")
  }
  var overdueOpen: String { word("超期未办结", "Overdue and open") }
  var overdueClosed: String { word("本期超期办结", "Closed late in this stretch") }
  var dueSoon: String { word("未来 24 小时到期", "Due within the next 24 hours") }
  var returned: String { word("本期收到且曾被退回", "Received in this stretch and returned") }
  var repeated: String { word("本期收到的重复诉求（已并入其他工单）", "Repeats received in this stretch (merged)") }
  var again: String { word("本期同一人再次反映同一问题", "Same person on the same issue again") }
  var item: String { word("项目", "Item") }
  var rated: String {
    word(
      "本期收到的诉求中 {0} 件有评价，平均 {1} 分（5 分最高）；不满意（1–2 分）{2} 件。",
      "Of the reports received {0} are rated, {1} on average (5 is best); dissatisfied (1–2): {2}.")
  }
  var noRatings: String { word("没有评价。", "No ratings.") }
  var openOrders: String { word("期末尚未办结", "Open at the end") }
  var received: String { word("收到诉求", "Reports received") }
  var receivedBefore: String { word("上期收到诉求", "Reports received before") }
  var closed: String { word("本期办结", "Closed in this stretch") }
  var urgentName: String { word("紧急", "Urgent") }
  var emergency: String { word("移交应急渠道", "Handed over to emergency lines") }
  var openEmergency: String { word("未办结的应急事项", "Emergencies still open") }
  var hotSpot: String { word("热点：{0}", "Hot spot: {0}") }
  var issueName: String { word("问题：{0}", "Issue: {0}") }
  var ratedName: String { word("有评价", "Rated") }
  var dissatisfied: String { word("不满意", "Dissatisfied") }
  var previous: String { word("{0}（上期）", "{0} (before)") }
  var categoryChart: String { word("各类诉求", "Reports by category") }
  var chart: String { word("图", "Chart") }
  var colon: String { word("：", ": ") }

  /// A template with texts filled in.
  static func fill(_ template: String, _ values: String...) -> String {
    pieces(template, values.map { .text($0) }).reduce(into: "") { text, piece in
      if case .text(let part) = piece { text += part }
    }
  }

  /// A template as pieces; a `{n}` without a value stays as it stands.
  static func pieces(_ template: String, _ values: [Digest.Piece]) -> [Digest.Piece] {
    var out: [Digest.Piece] = []
    var text: [UInt8] = []
    let bytes = Array(template.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "{"), at + 2 < bytes.count, bytes[at + 2] == UInt8(ascii: "}"),
        values.indices.contains(Int(bytes[at + 1]) - 0x30)
      {
        if !text.isEmpty { out.append(.text(String(decoding: text, as: UTF8.self))) }
        text = []
        out.append(values[Int(bytes[at + 1]) - 0x30])
        at += 3
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    if !text.isEmpty { out.append(.text(String(decoding: text, as: UTF8.self))) }
    return out
  }
}
