import CityAgent
import CityText
import Foundation
import Testing

@testable import TriageSkill

@Suite struct DigestTests {
  private typealias Samples = DigestSamples

  private func digest(
    _ records: [DigestRecord], issues: [ReportCluster] = [],
    language: WrittenLanguage = .chinese, span: DigestSpan = Samples.span
  ) -> Digest {
    Digest(
      records: records, span: span, issues: issues, streets: Samples.streets, language: language)
  }

  /// What is counted under a name.
  private func orders(_ digest: Digest, _ name: String) -> [String]? {
    digest.figures.first { $0.name == name }?.orders.map { digest.records[$0].order }
  }

  private func issues(_ records: [DigestRecord]) -> [ReportCluster] {
    let members = records.indices.filter { records[$0].order.hasPrefix("B") }
    guard members.count > 1 else { return [] }
    return [
      ReportCluster(members: members, persons: 12, representative: members[0], likeness: 0.4)
    ]
  }

  /// Every piece of lines and tables.
  private func pieces(_ digest: Digest) -> [Digest.Piece] {
    digest.sections.flatMap(\.blocks).flatMap { block -> [Digest.Piece] in
      switch block {
      case .lines(let lines): lines.flatMap { $0 }
      case .table(_, let rows, _): rows.flatMap { $0.flatMap { $0 } }
      case .chart, .note: []
      }
    }
  }

  @Test func whatCameInIsCountedWithItsOrders() {
    let records = Samples.usual()
    let digest = digest(records, issues: issues(records))
    let own = records.filter { Samples.span.contains($0.received) }
    #expect(own.count == 6)
    #expect(Set(orders(digest, "收到诉求") ?? []) == Set(own.map(\.order)))
    #expect(orders(digest, "上期收到诉求")?.count == 6)
    #expect(
      Set(orders(digest, "期末尚未办结") ?? [])
        == Set(records.filter { $0.closed.map { $0 >= Samples.span.to } ?? true }.map(\.order)))
    #expect(orders(digest, "移交应急渠道") == ["B0"])
    #expect(orders(digest, "未办结的应急事项") == ["B0"])
    #expect(orders(digest, "梅林街道").map { Set($0).isSuperset(of: ["B0", "B3"]) } == true)
    #expect(orders(digest, "问题：石料场灰尘太大")?.count == 12)
  }

  @Test func lateReturnedRepeatedAndRatedOrdersAreNamed() {
    let before = Samples.moment(daysBefore: 3)
    let today = Samples.moment(daysBefore: 0)
    let soon = Samples.span.to.adding(seconds: 3_600)
    let records = [
      Samples.record("late", daysBefore: 9, due: before),
      Samples.record("paused", daysBefore: 9),
      Samples.record("closed-late", daysBefore: 9, due: before, closed: today),
      Samples.record("closed-in-time", daysBefore: 9, due: soon, closed: today),
      Samples.record("closed-before", daysBefore: 9, due: before, closed: before),
      Samples.record("soon", daysBefore: 1, due: soon),
      Samples.record("returned", daysBefore: 0, returned: 2),
      Samples.record("repeat", daysBefore: 0, group: "late"),
      Samples.record("leader", daysBefore: 0, group: "leader"),
      Samples.record("bad", daysBefore: 0, satisfaction: 1),
      Samples.record("good", daysBefore: 0, satisfaction: 5),
      Samples.record("odd", daysBefore: 0, satisfaction: 50),
    ]
    let digest = digest(records)
    #expect(orders(digest, "超期未办结") == ["late"])
    #expect(orders(digest, "本期超期办结") == ["closed-late"])
    #expect(orders(digest, "未来 24 小时到期") == ["soon"])
    #expect(orders(digest, "本期收到且曾被退回") == ["returned"])
    #expect(orders(digest, "本期收到的重复诉求（已并入其他工单）") == ["repeat"])
    #expect(orders(digest, "有评价") == ["bad", "good"])
    #expect(orders(digest, "不满意") == ["bad"])
    #expect(digest.markdown(charts: "d").contains("平均 3.00 分"))
  }

  @Test func theSamePersonOnTheSameIssueAgainIsFound() {
    let records = [
      Samples.record("x1", daysBefore: 4, reporter: "x"),
      Samples.record("y", daysBefore: 0, reporter: "y"),
      Samples.record("x2", daysBefore: 0, reporter: "x"),
      Samples.record("nobody", daysBefore: 0), Samples.record("nobody2", daysBefore: 0),
    ]
    let issue = ReportCluster(members: [0, 1, 2, 3, 4], persons: 4, representative: 0, likeness: 1)
    #expect(orders(digest(records, issues: [issue]), "本期同一人再次反映同一问题") == ["x2"])
  }

  @Test(arguments: [WrittenLanguage.chinese, .english])
  func everyCountLeadsToItsListOnThePage(_ language: WrittenLanguage) {
    let records = Samples.usual()
    let digest = digest(records, issues: issues(records), language: language)
    let html = digest.html()
    var linked: Set<Int> = []
    for case .count(let count, let figure) in pieces(digest) {
      guard let figure else {
        #expect(count == 0)
        continue
      }
      linked.insert(figure)
      let orders = digest.figures[figure].orders
      let persons = ReportClusters.persons(orders.map { records[$0].reporter })
      #expect(count == orders.count || count == persons)
    }
    #expect(linked == Set(digest.figures.indices))
    let markdown = digest.markdown(charts: "d")
    for (number, figure) in digest.figures.enumerated() {
      #expect(html.contains("href=\"#f\(number + 1)\""))
      #expect(markdown.contains("](#f\(number + 1))"))
      for (page, anchor, end) in [
        (html, "id=\"f\(number + 1)\">", "</table>"),
        (markdown, "<a id=\"f\(number + 1)\"></a>", "\n\n<a id"),
      ] {
        guard let start = page.range(of: anchor) else {
          Issue.record("no list \(number + 1)")
          continue
        }
        let rest = page[start.upperBound...]
        let list = rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)]
        for order in figure.orders { #expect(list.contains(records[order].order)) }
      }
    }
    // Links of the map's numbers lead somewhere too.
    for part in html.components(separatedBy: "href=\"#").dropFirst() {
      let anchor = part.prefix { $0 != "\"" }
      #expect(html.contains("id=\"\(anchor)\""))
    }
    #expect(
      digest.chartFiles(prefix: "d").count == html.components(separatedBy: "<figure>").count - 1)
  }

  @Test func aDayWithoutOrdersSaysSo() {
    for records in [[], Samples.usual()] {
      let from = Moment(CalendarDay(year: 2027, month: 5, day: 1)!)
      let digest = digest(
        records, span: DigestSpan(from: from, to: from.adding(seconds: 86_400)))
      #expect(digest.title == "民情日报 2027-05-01")
      #expect(digest.html().contains("2027-05-01没有收到诉求。"))
      #expect(digest.markdown(charts: "d").contains("2027-05-01没有收到诉求。"))
      #expect(orders(digest, "期末尚未办结")?.count == (records.isEmpty ? nil : 47))
    }
  }

  @Test func ordersAfterTheEndAreSaidAndNotCounted() {
    let records = Samples.usual() + [Samples.record("future", daysBefore: -400)]
    let digest = digest(records)
    #expect(orders(digest, "时间晚于本期末") == ["future"])
    #expect(orders(digest, "收到诉求")?.contains("future") == false)
  }

  @Test(arguments: [
    "</td><script>alert(1)</script>", "a|b\n# c", "[x](javascript:alert(1))", "`*_~!\\",
    "\u{202E}txt\u{0}",
    "", String(repeating: "长", count: 1_000_000), "&lt;", "\"' onload=x",
  ])
  func hostileTextsStayText(_ text: String) {
    let records = (0..<3).map {
      DigestRecord(
        order: text, received: Samples.moment(daysBefore: 0), category: text, matter: text,
        street: text, community: text, reporter: text + "\($0)", state: text, title: text)
    }
    let digest = digest(
      records,
      issues: [ReportCluster(members: [0, 1, 2], persons: 3, representative: 1, likeness: 1)])
    let html = digest.html()
    #expect(!html.contains("<script") && !html.contains("\u{202E}") && !html.contains("\u{0}"))
    #expect(!html.contains("\" onload="))
    let markdown = digest.markdown(charts: "d")
    #expect(!markdown.contains("<script") && !markdown.contains("[x]("))
    #expect(!markdown.contains("\n# c") && !markdown.contains("a|b"))
  }

  @Test func theSameInputGivesTheSameBytes() {
    let records = Samples.usual()
    let one = digest(records, issues: issues(records))
    let two = digest(records, issues: issues(records))
    #expect(one == two && one.html() == two.html())
    #expect(one.markdown(charts: "d") == two.markdown(charts: "d"))
  }

  @Test func englishPagesHaveNoChineseWordsOfOurs() {
    let records = Samples.usual().map { record -> DigestRecord in
      var record = record
      record.category = record.category.map { _ in "Construction" }
      record.matter = "Noise"
      record.street = record.street.map { _ in "Lianhua" }
      record.state = "open"
      record.title = "Building at night"
      return record
    }
    let digest = Digest(
      records: records,
      span: DigestSpan(from: Samples.moment(daysBefore: 6, hour: 0), to: Samples.span.to),
      issues: issues(records),
      streets: [.init(name: "Lianhua", points: [(1, 1)])],
      language: .english)
    #expect(digest.title == "Report digest, 2026-11-19 to 2026-11-25")
    let visible = digest.markdown(charts: "d")
    #expect(!visible.unicodeScalars.contains { (0x4E00..<0xA000).contains($0.value) })
    #expect(digest.html().contains("lang=\"en\""))
  }

  @Test func theHeadingsAreNumberedWithoutGaps() {
    let headings = digest([Samples.record("a", daysBefore: 3)]).sections.map(\.heading)
    let han = ["一", "二", "三", "四", "五", "六", "七", "八"]
    #expect(headings.count < 8)
    #expect(zip(headings, han).allSatisfy { $0.hasPrefix($1 + "、") })
  }

  @Test func templatesAreFilledInOrder() {
    #expect(DigestWords.fill("{1} of {0}{2}", "a", "b") == "b of a{2}")
    #expect(DigestWords.fill("{", "a") == "{" && DigestWords.fill("", "a") == "")
  }
}
