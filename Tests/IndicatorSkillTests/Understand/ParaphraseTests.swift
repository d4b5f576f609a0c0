import CityAgent
import CityText
import Foundation
import Testing

@testable import IndicatorSkill

/// Questions as officials and citizens type them, with what each has to be read as.
@Suite struct ParaphraseTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var question: String
    var wanted: String
    /// The questions before it in its conversation.
    var before: [String]
    var testDescription: String { question }
  }

  static let rows: [Row] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/paraphrases.tsv"
    let text = String(decoding: FileManager.default.contents(atPath: path)!, as: UTF8.self)
    var rows: [Row] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      let isNext = fields[0].hasPrefix("+")
      let question = isNext ? String(fields[0].dropFirst()) : fields[0]
      let before = isNext ? rows.last!.before + [rows.last!.question] : []
      rows.append(
        Row(question: question, wanted: fields[1...4].joined(separator: " "), before: before))
    }
    return rows
  }()

  static func spelled(_ request: IndicatorRequest?) -> String {
    guard let request else { return "unread" }
    guard let first = request.indicators.first else { return "unread - \(request.measure) -" }
    let catalog = ShippedIndicators.catalog
    var period = "-"
    if let asked = request.period {
      let marks = ["cumulative": "c", "current": "n", "unsaid": "u", "span": "s"]
      period = asked.period.description + marks["\(asked.extent)"]!
      // The first quarter is the sum since January, however it is spelled.
      period = period.replacingOccurrences(of: "Q1", with: "-01/03")
      if let from = asked.from {
        period += "\(from)"
      } else if asked.isOpen, !asked.period.isYear {
        period += "~"
      }
    }
    return [
      catalog.indicators[first].name, request.regions.first.map { catalog.regions[$0].name } ?? "-",
      "\(request.measure)", period,
    ].joined(separator: " ")
  }

  static func read(_ row: Row) -> IndicatorRequest? {
    var previous: IndicatorRequest?
    for question in row.before + [row.question] {
      let folded = Folding.fold(Array(question.utf8))
      let reading = ShippedIndicators.reader.read(
        folded, asOf: ShippedIndicators.asOf, previous: previous)
      previous = reading.map {
        // A follow-up sees what a session keeps, no more.
        IndicatorRequest(
          aspects: $0.request.aspects(ShippedIndicators.catalog), catalog: ShippedIndicators.catalog
        )
      }
    }
    return previous
  }

  @Test func ninetyFiveInAHundredAreReadRight() {
    var wrong: [String] = []
    for row in Self.rows {
      let spelled = Self.spelled(Self.read(row))
      if spelled.replacingOccurrences(of: "Q1", with: "-01/03") != row.wanted {
        wrong.append("\(row.question): \(spelled), not \(row.wanted)")
      }
    }
    let list = wrong.joined(separator: "\n")
    #expect(wrong.count * 20 <= Self.rows.count, "\(wrong.count) of \(Self.rows.count):\n\(list)")
  }

  @Test(
    arguments: [
      "身份证丢了怎么补办？", "投资移民怎么办理", "公司注册资本要多少", "社保缴费比例是多少", "开餐饮店需要什么证", "工业用地怎么申请", "人口普查什么时候",
      "我要投诉楼下餐饮油烟", "金融业人才补贴怎么申请", "出口退税怎么办", "税收优惠政策有哪些", "流动人口居住登记", "房地产中介备案材料", "公积金贷款利率",
      "营业执照年检", "外贸企业登记流程", "小微企业贷款贴息条件", "居住证签注多久", "新能源车补贴多少钱",
      "how do I apply for a residence permit",
      "失业金每个月能领多少", "老人证怎么办", "福田区政府地址", "今天天气怎么样", "你好",
      "东莞2023年GDP", "苏州GDP", "猪肉价格涨了多少", "核心CPI", "食品价格", "福田区失业率", "三驾马车对GDP的贡献",
      "华侨城GDP", "数字经济规模", "贸易顺差", "房地产开发投资", "unemployment rate in 2025",
    ])
  func aQuestionThatIsNoneOfFiguresIsLeftAlone(question: String) {
    let reading = ShippedIndicators.reader.read(
      Folding.fold(Array(question.utf8)), asOf: ShippedIndicators.asOf)
    #expect((reading?.score ?? 0) < 0.5, "\(Self.spelled(reading?.request)) \(reading?.score ?? 0)")
  }
}
