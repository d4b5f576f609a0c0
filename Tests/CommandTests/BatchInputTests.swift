import CityAgentKit
import CityText
import Foundation
import Testing

@testable import city_agent

struct BatchInputTests {
  private static let defaults = BatchInput.Defaults(
    language: nil, skill: nil, questionLimit: 1000, skills: ["service-guides"])

  private func read(_ text: String) -> BatchInput? {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> BatchInput? {
    BatchInput.read(
      InputLine(number: 1, content: .bytes(bytes), isWhole: true, end: bytes.count), Self.defaults)
  }

  @Test(arguments: [
    (#"{"id":"a/1","question":"甲？"}"#, #""a/1""#, "甲？"),
    (#"{"id":7,"question":"甲？","session":"s"}"#, "7", "甲？"),
    (
      #"{"custom_id":"q-1","method":"POST","body":{"messages":[{"role":"system","content":"x"},{"role":"user","content":"旧"},{"role":"assistant","content":"y"},{"role":"user","content":"甲？"}]}}"#,
      #""q-1""#, "甲？"
    ),
    (
      #"{"custom_id":"q","body":{"messages":[{"role":"user","content":[{"type":"text","text":"甲"},{"type":"text","text":"乙"}]}]}}"#,
      #""q""#, "甲\n乙"
    ),
    (#"{"vars":{"question":"甲？","x":"y"},"assert":[]}"#, "-", "甲？"),
    (#"{"vars":{"ask":"甲？"}}"#, "-", "甲？"),
    (#""甲？""#, "-", "甲？"),
    (#""甲"是什么？"#, "-", #""甲"是什么？"#),
    ("  甲？", "-", "  甲？"),
    ("[急]甲？", "-", "[急]甲？"),
    (#"{"id":"1","question":"a\ud800b"}"#, #""1""#, "a\u{FFFD}b"),
    ("{\"id\":\"1\",\"question\":\"a\\u0000\0b\"}", #""1""#, "a\0\0b"),
    (#"{"question":"旧","question":"甲？"}"#, "-", "甲？"),
  ])
  func readsEveryForm(_ line: String, _ id: String, _ text: String) throws {
    let input = try #require(read(line))
    #expect(input.id.map { String(decoding: $0, as: UTF8.self) } ?? "-" == id)
    guard case .question(let question) = input.content else {
      Issue.record("\(input)")
      return
    }
    #expect(question.text == text)
  }

  @Test(arguments: [
    ("{", "bad-json"), (#"{"id":1 "question":"x"}"#, "bad-json"), ("{}", "no-question"),
    (#"{"question":["x"]}"#, "no-question"), (#"{"question":""}"#, "empty-question"),
    (#"{"question":" \n"}"#, "empty-question"), (#"{"question":"x","lang":"fr"}"#, "bad-language"),
    (#"{"question":"x","lang":7}"#, "bad-language"),
    (#"{"question":"x","skill":"no"}"#, "unknown-skill"),
    (#"{"custom_id":"a","body":{"messages":[{"role":"system","content":"x"}]}}"#, "no-question"),
    (#"{"custom_id":"a"}"#, "no-question"), (#"{"vars":{}}"#, "no-question"),
    ("\"\"", "empty-question"),
  ])
  func tellsWhatIsWrong(_ line: String, _ code: String) throws {
    let input = try #require(read(line))
    guard case .bad(let found, let message) = input.content else {
      Issue.record("\(input)")
      return
    }
    #expect(found == code)
    #expect(!message.isEmpty)
  }

  @Test func readsWhatALineSays() throws {
    let input = try #require(
      read(#"{"question":"x","session":12,"lang":"zh-Hant","skill":"service-guides"}"#))
    guard case .question(let question) = input.content else {
      Issue.record()
      return
    }
    #expect(question.session == "12")
    #expect(question.language == .traditionalChinese)
    #expect(question.skill == "service-guides")
    let nulls = try #require(read(#"{"question":"x","session":null,"lang":null,"skill":null}"#))
    guard case .question(let plain) = nulls.content else {
      Issue.record()
      return
    }
    #expect(plain.session == nil && plain.language == nil && plain.skill == nil)
  }

  @Test func tooLongIsAnError() throws {
    let long = try #require(read(String(repeating: "长", count: 400)))
    guard case .bad("question-too-long", _) = long.content else {
      Issue.record()
      return
    }
    let line = InputLine(number: 9, content: .tooLong(2_000_000), isWhole: true, end: 0)
    guard case .bad("line-too-long", let message)? = BatchInput.read(line, Self.defaults)?.content
    else {
      Issue.record()
      return
    }
    #expect(message.contains("2000000") && message.contains("1048576"))
  }

  @Test func blankLinesAreNone() {
    for blank in ["", "   ", "\t"] { #expect(read(blank) == nil) }
  }

  @Test func neverCrashesOnDamagedLines() {
    var random = SplitMix(seed: 21)
    let whole = Array(
      #"{"custom_id":"q","body":{"messages":[{"role":"user","content":"居\ud83d\ude00"}]},"vars":{"a":"b"}}"#
        .utf8)
    for _ in 0..<3000 {
      var damaged = whole
      for _ in 0..<(1 + random.below(6)) {
        damaged[random.below(damaged.count)] = UInt8(random.below(256))
      }
      _ = read(damaged)
    }
  }
}

struct BatchSessionStoreTests {
  @Test func forgetsByLineNumberAlone() async {
    let store = BatchSessionStore()
    await store.append(SessionItem.sample("甲"), to: "a")
    store.advance(chunk: 100)
    await store.append(SessionItem.sample("乙"), to: "b")
    #expect(await store.items("a", limit: 8).count == 1)
    store.advance(chunk: 101)
    #expect(await store.items("a", limit: 8).isEmpty)
    #expect(await store.items("b", limit: 8).count == 1)
    // A replay skips chunks; what it forgets is the same.
    store.advance(chunk: 250)
    #expect(await store.items("b", limit: 8).isEmpty)
  }

  @Test func keepsTheLastItems() async {
    let store = BatchSessionStore()
    for i in 0..<20 { await store.append(SessionItem.sample("\(i)"), to: "a") }
    #expect(await store.items("a", limit: 3).map(\.question) == ["17", "18", "19"])
    #expect(await store.items("a", limit: 50).count == 8)
    await store.clear("a")
    #expect(await store.items("a", limit: 8).isEmpty)
  }

  @Test(arguments: [(1, 0), (256, 0), (257, 1), (25_600, 99), (25_601, 100)])
  func chunksBeginEvery256Lines(_ line: Int, _ chunk: Int) {
    #expect(BatchSessionStore.chunk(ofLine: line) == chunk)
  }
}

extension SessionItem {
  static func sample(_ question: String) -> SessionItem {
    SessionItem(question: question, outcome: .answered)
  }
}

struct BatchOutputTests {
  @Test(arguments: [
    "1970-01-01", "2000-02-29", "2026-11-23", "1999-12-31", "1969-12-31", "2100-03-01",
  ])
  func countsDays(_ text: String) throws {
    let day = try #require(CalendarDay(text))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    let date = calendar.date(
      from: DateComponents(year: day.year, month: day.month, day: day.day))!
    #expect(day.daysSince1970 == Int((date.timeIntervalSince1970 / 86_400).rounded()))
  }

  @Test func countsItsOwnLinesOnly() {
    var tally = BatchTally()
    #expect(
      tally.count(
        output: Array(#"{"id":"\"line\":9","line":12,"error":{"code":"x","message":""}}"#.utf8))
        == 12)
    #expect(
      tally.count(output: Array(#"{"line":3,"answer":{"outcome":"answered","text":""}}"#.utf8)) == 3
    )
    #expect(tally.errors == 1 && tally.answered == 1 && tally.lines == 2)
    for torn in [
      "", "{", #"{"line":3,"answer":{"outcome":"answ"#, #"{"line":3,"answer":{"outcome":"no"}}"#,
      #"{"x":1}"#, "\0\0\0\0",
    ] {
      #expect(tally.count(output: Array(torn.utf8)) == nil)
    }
    #expect(tally.lines == 2)
  }
}
