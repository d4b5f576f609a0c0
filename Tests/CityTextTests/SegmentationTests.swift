import CityText
import Testing

@Suite("Segmentation")
struct SegmentationTests {
  private func texts(_ text: String, _ ranges: [Range<Int>]) -> [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    "Sentences end at stops and line ends",
    arguments: [
      ("本人办理。可以代办；不收费！", ["本人办理。", "可以代办；", "不收费！"]),
      ("他说：“可以。”然后走了。", ["他说：“可以。”", "然后走了。"]), ("（详见附件。）下一句", ["（详见附件。）", "下一句"]),
      ("等等……好吗？！好", ["等等……", "好吗？！", "好"]), ("一行\n\n  二行  \r\n三行", ["一行", "二行", "三行"]),
      ("The fee is 3.5 yuan. Pay it.", ["The fee is 3.5 yuan.", "Pay it."]),
      ("Bring a copy, e.g. a scan. Done.", ["Bring a copy, e.g. a scan.", "Done."]),
      ("Go to No. 5 Fuzhong Road. Ask.", ["Go to No. 5 Fuzhong Road.", "Ask."]),
      ("The answer is no. You may go.", ["The answer is no.", "You may go."]),
      ("See www.sz.gov.cn for more. Thanks", ["See www.sz.gov.cn for more.", "Thanks"]),
      ("Open https://a.cn/x?y=1;z=2 now! Go", ["Open https://a.cn/x?y=1;z=2 now!", "Go"]),
      ("He said \"yes.\" Then he left.", ["He said \"yes.\"", "Then he left."]),
      ("1. Bring the form. 2. Pay.", ["1. Bring the form.", "2. Pay."]),
      ("Open 9 a.m. to 5 p.m. daily. Come.", ["Open 9 a.m. to 5 p.m. daily.", "Come."]),
      ("Mr. Li and J. Smith came. Good.", ["Mr. Li and J. Smith came.", "Good."]),
      ("Forms, copies, etc. are free. Yes.", ["Forms, copies, etc. are free.", "Yes."]),
      ("  \u{3000}\n", []),
      ("", []),
    ])
  func sentencesEndAtStops(_ text: String, _ expected: [String]) {
    #expect(texts(text, Segmentation.sentences(Array(text.utf8))) == expected)
  }

  @Test func sentencesOfAPartLieWithinIt() {
    let bytes = Array("甲。乙。丙。".utf8)
    #expect(Segmentation.sentences(bytes, in: 6..<12) == [6..<12])
  }

  @Test(
    "A list splits at its commas and before its last item",
    arguments: [
      ("身份证、户口簿、照片", ["身份证", "户口簿", "照片"]), ("身份证、户口簿和照片。", ["身份证", "户口簿", "照片"]),
      ("申请表、身份证以及近照", ["申请表", "身份证", "近照"]), ("身份证（正、反面）、照片", ["身份证（正、反面）", "照片"]),
      ("身份证和照片。", ["身份证和照片。"]), ("章程、和解书", ["章程", "和解书"]), ("表格、凭证，以及原件", ["表格", "凭证", "原件"]),
      ("申请人、配偶及其子女", ["申请人", "配偶及其子女"]), (" 一项 ", ["一项"]), ("、、", []),
    ])
  func aListSplits(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    #expect(texts(text, Segmentation.listItems(bytes, in: 0..<bytes.count)) == expected)
  }

  /// `path > path: text` of each clause.
  private func clauses(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Segmentation.clauses(bytes).map {
      $0.path.joined(separator: " > ") + ": " + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func clausesFollowTheNumberingOfAReport() {
    let text = """
      关于2024年工作的报告

        一、2023年总结
        (一)服务方面
        一是推进改革,办成好事。全年无差错。
        二是加强培训。
        是完善制度,堵住漏洞。
        (二)其他方面
        说明如下。
        二、2024年计划
      　　1.抓学习；
      　　2、抓落实，务求实效。
      """
    #expect(
      clauses(text) == [
        ": 关于2024年工作的报告", "一、2023年总结 > (一)服务方面 > 一是: 一是推进改革,办成好事。全年无差错。",
        "一、2023年总结 > (一)服务方面 > 二是: 二是加强培训。", "一、2023年总结 > (一)服务方面: 是完善制度,堵住漏洞。",
        "一、2023年总结 > (二)其他方面: 说明如下。", "二、2024年计划 > 1.抓学习: 1.抓学习；",
        "二、2024年计划 > 2、抓落实: 2、抓落实，务求实效。",
      ])
  }

  @Test func articlesStandUnderTheirChapters() {
    let text = """
      第一章 总则
      第一条 为了规范管理，制定本办法。
      第二条 下列人员适用：
      （一）本市户籍人员；
      （二）持证人员。
      第二章　附则
      第三条规定的事项另行公布。
      第十条　本办法自发布之日起施行。
      """
    #expect(
      clauses(text) == [
        "第一章 总则 > 第一条 为了规范管理: 第一条 为了规范管理，制定本办法。",
        "第一章 总则 > 第二条 下列人员适用： > （一）本市户籍人员: （一）本市户籍人员；",
        "第一章 总则 > 第二条 下列人员适用： > （二）持证人员: （二）持证人员。", "第二章　附则: 第三条规定的事项另行公布。",
        "第二章　附则 > 第十条　本办法自发布之日起施行: 第十条　本办法自发布之日起施行。",
      ])
  }

  @Test func shortItemsWithNothingBelowAreClauses() {
    #expect(
      clauses("一、申请材料\n1、身份证\n2、照片\n（1）近照\n①一寸\n二、1.5小时\n2023年起") == [
        "一、申请材料 > 1、身份证: 1、身份证", "一、申请材料 > 2、照片 > （1）近照 > ①一寸: ①一寸", "二、1.5小时: 2023年起",
      ])
  }

  @Test func clausesCoverEveryLineOnceButHeadings() {
    var generator = SeededGenerator(seed: 3)
    let heads = ["", "一、", "（一）", "1.", "（1）", "①", "一是", "第一章 ", "第二条 ", "是"]
    let bodies = ["甲乙。", "丙丁", String(repeating: "长", count: 50), "", "戊，己。"]
    for _ in 0..<500 {
      let lines = (0..<8).map { _ in
        heads.randomElement(using: &generator)! + bodies.randomElement(using: &generator)!
      }
      let text = lines.joined(separator: "\n")
      let bytes = Array(text.utf8)
      let clauses = Segmentation.clauses(bytes)
      let found = clauses.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      // In order, and nothing left out but headings, which stand in the path of what follows.
      var rest = found[...]
      var waiting: String?
      for line in lines.map({ $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }) where !line.isEmpty
      {
        if rest.first == line {
          if let heading = waiting {
            let next = clauses[found.count - rest.count]
            #expect(next.path.contains(heading))
          }
          rest.removeFirst()
          waiting = nil
        } else {
          if let heading = waiting {
            #expect(
              clauses[found.count - rest.count].path.contains {
                $0 == heading || heading.hasPrefix($0)
              })
          }
          waiting = line.hasPrefix("一是") ? "一是" : line
        }
      }
      #expect(rest.isEmpty && waiting == nil)
    }
  }
}
