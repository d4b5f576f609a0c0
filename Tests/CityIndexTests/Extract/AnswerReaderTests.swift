import CityText
import Testing

@testable import CityIndex

/// Words that only ask, a few of those that the runtime knows.
private let silent: PhraseTable = {
  var table = PhraseTable()
  for word in [
    "什么", "哪个", "哪里", "哪些", "多少", "多久", "几", "谁", "如何", "怎么", "为什么", "是", "的", "在", "吗", "需要", "由",
    "what", "which", "where", "when", "who", "how", "is", "the", "does", "do", "of", "a", "in",
  ] { table.insert(Folding.fold(Array(word.utf8))[...]) }
  return table
}()

private func answer(_ question: String, in text: String, title: String = "") -> String? {
  let bytes = Array(text.utf8)
  let span = AnswerReader().read(
    ReadingQuestion(question, silent: silent), in: bytes, known: [Array(title.utf8)])
  return span.map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

@Suite struct AnswerReaderTests {
  /// Invented places and services; what must be in the answer and what must not.
  @Test(arguments: [
    (
      "青石镇图书馆几点开门？", "青石镇图书馆位于河东路8号。开馆时间为每天9:00，周一闭馆。藏书约三万册。", "9:00", "藏书"
    ),
    (
      "青石镇图书馆在哪里？", "青石镇图书馆位于河东路8号，由镇政府建设。开馆时间为每天9:00，周一闭馆。藏书约三万册。", "河东路8号",
      "闭馆"
    ),
    ("柳叶桥什么时候通车？", "柳叶桥是一座石桥。它由东海路桥公司修建，全长120米。1987年通车。", "1987年", "路桥公司"),
    (
      "申请停车证需要哪些材料？",
      "停车证由街道办理。申请停车证需要提交的材料包括：身份证、行驶证、房产证。办理时限为三个工作日。",
      "身份证、行驶证、房产证", "三个工作日"
    ),
    (
      "办停车证要多久？",
      "停车证由街道办理。申请停车证需要提交的材料包括：身份证、行驶证、房产证。停车证办理时限为三个工作日。", "三个工作日",
      "身份证"
    ),
    ("補貼標準是多少？", "申請人須年滿六十歲。補貼標準為每人每月300元，按季發放。", "300元", "六十歲"),
    ("柳叶桥是谁设计的？", "柳叶桥是一座石桥，由画家周明远设计，1987年通车。桥边有一座茶亭。", "周明远", "1987年"),
    (
      "柳叶桥的设计者是谁？", "柳叶桥是一座石桥，设计者为安娜·贝尔曼，1987年通车。桥边有一座茶亭。", "安娜·贝尔曼",
      "1987年"
    ),
    (
      "停车证在哪儿领？", "问：停车证在哪儿领？答：停车证在河东路8号一楼大厅领取。换证须带旧证。", "河东路8号", "问"
    ),
    (
      "2019年柳叶桥的维修费是多少？", "2019年柳叶桥的维修费为30万元。此前每年只有保养。", "30万元", "2019年"
    ),
    (
      "Where is the permit office?",
      "The permit office is at 8 River Road, next to the park. It was opened in 1987.",
      "8 River Road", "1987"
    ),
    (
      "Who designed the bridge?",
      "The bridge is made of stone. The bridge was designed by Anna Bellman and opened in 1987.",
      "Anna Bellman", "1987"
    ),
    (
      "How long does the permit take?",
      "The permit costs 20 dollars. Processing the permit takes 5 working days. Bring a photo.",
      "5 working days", "photo"
    ),
  ])
  func readsWhatIsAskedFor(question: String, text: String, want: String, not: String) throws {
    // Bridge and library have texts of their own that stand under their names, as entries do.
    let title = ["柳叶桥", "青石镇图书馆"].first { question.hasPrefix($0) } ?? ""
    let found = try #require(answer(question, in: text, title: title))
    #expect(found.contains(want), "\(found)")
    #expect(!found.contains(not), "\(found)")
  }

  @Test(arguments: [
    ("哪个部门受理？", AnswerKind.name), ("什么时候发放？", .date), ("要多久？", .duration),
    ("补贴多少钱？", .money), ("有哪些渠道？", .list), ("采取了哪些措施？", .procedure), ("如何申请？", .procedure),
    ("為什麼要登記？", .reason), ("在哪裡辦？", .place), ("誰可以申請？", .person), ("能否代办？", .decision),
    ("Who may apply?", .person), ("How many windows are there?", .number), ("Why?", .reason),
    ("How many days does it take?", .duration), ("窗口在哪？", .place), ("登在哪个期刊上？", .name),
    ("桥有多长？", .number), ("打什么电话？", .phone), ("设哪几个窗口？", .list), ("这项补贴有什么特点？", .definition),
    ("补贴的目的是什么？", .definition), ("在哪个公司工作？", .name), ("措施有哪些？", .procedure),
    ("Show me somehow", .anything), ("开发区", .anything),
  ])
  func tellsWhatAQuestionAsksFor(question: String, kind: AnswerKind) {
    #expect(ReadingQuestion(question, silent: silent).kind == kind)
  }

  @Test func aHeadingSpeaksForTheSentenceBelowIt() throws {
    let text = "收费标准\n每次二十元。\n办理地点\n河东路8号一楼。\n联系电话\n每天有人接听。"
    #expect(try #require(answer("办理地点在哪里？", in: text)).contains("河东路8号一楼"))
  }

  @Test func nothingOfTheQuestionIsNothing() {
    #expect(answer("柳叶桥什么时候通车？", in: "") == nil)
    #expect(answer("柳叶桥什么时候通车？", in: "。，！\n \u{3000}") == nil)
    #expect(answer("", in: "开馆时间为每天9:00。") == nil)
    #expect(answer("柳叶桥什么时候通车？", in: "柳叶桥什么时候通车？") == nil)
    #expect(answer("xyz", in: "开馆时间为每天9:00。") == nil)
  }

  @Test func spansLieWithinTheTextAtBordersOfCharactersAndAreTheSameEachTime() {
    var random = SeededGenerator(state: 7)
    let pieces = [
      "材料", "时限", "工作日", "3", "个", "，", "。", "、", "\n", "的", "申请", "12.5万元", "fee", " ",
      "\u{1F600}", "é", "《",
      "》", "（", "）", "：", "地址", "\u{301}", "2024年5月", "\u{FEFF}", "补贴",
    ]
    let questions = ["申请材料有哪些？", "补贴多少钱？", "时限是几个工作日", "what is the fee?", "地址在哪里", "，", "申请"]
    for _ in 0..<400 {
      let text = Array(
        (0..<Int.random(in: 0..<60, using: &random)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined().utf8)
      let question = ReadingQuestion(
        questions[Int.random(in: 0..<questions.count, using: &random)], silent: silent)
      let span = AnswerReader().read(question, in: text)
      #expect(span == AnswerReader().read(question, in: text))
      guard let span else { continue }
      #expect(!span.range.isEmpty && span.range.upperBound <= text.count)
      #expect(text[span.range.lowerBound] & 0xC0 != 0x80)
      #expect(span.range.upperBound == text.count || text[span.range.upperBound] & 0xC0 != 0x80)
    }
  }

  @Test func readsOnlyTheRangeItIsGiven() throws {
    let text = Array("补贴为300元。补贴为500元。补贴为700元。".utf8)
    let sentences = Segmentation.sentences(text)
    for sentence in sentences {
      let span = try #require(
        AnswerReader().read(
          ReadingQuestion("补贴多少元？", silent: silent), in: text, range: sentence))
      #expect(sentence.lowerBound <= span.range.lowerBound)
      #expect(span.range.upperBound <= sentence.upperBound)
    }
    let question = ReadingQuestion("补贴多少元？", silent: silent)
    #expect(AnswerReader().read(question, in: text, range: 5_000..<6_000) == nil)
  }

  @Test func longAndBinaryTextsAreRead() throws {
    let filler = String(repeating: "本条所称补贴由街道发放，按季核对。", count: 6_000)
    let found = try #require(answer("柳叶桥什么时候通车？", in: filler + "柳叶桥于1987年通车。" + filler))
    #expect(found.contains("1987年"))
    var random = SeededGenerator(state: 11)
    let bytes = (0..<20_000).map { _ in UInt8(Int.random(in: 0..<256, using: &random)) }
    let question = ReadingQuestion("补贴 a 1 多少元？", silent: silent)
    if let span = AnswerReader().read(question, in: bytes) {
      #expect(span.range.upperBound <= bytes.count)
    }
    let word = Array(String(repeating: "补", count: 100_000).utf8)
    _ = AnswerReader().read(ReadingQuestion("补补补多少？", silent: silent), in: word)
    let long = String(repeating: "补贴由谁发放", count: 2_000)
    #expect(ReadingQuestion(long, silent: silent).terms.count <= ReadingQuestion.termLimit)
  }
}
