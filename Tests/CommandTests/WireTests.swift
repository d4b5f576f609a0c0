import CityJSON
import Foundation
import Testing

@testable import city_agent

struct JSONScannerTests {
  @Test func readsWhatFoundationReads() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<400 {
      let value = random.json(depth: 0)
      let data = try JSONSerialization.data(withJSONObject: [value])
      let mine = try JSONScanner.read([UInt8](data))
      #expect(Self.same(mine.array?.first, value), "\(String(decoding: data, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "tru", "01", "1.", "-", "1e", "\"a",
    "\"\\x\"",
    "\"\\u12\"", "[1] 2", "nul", "{\"a\":1,}", "\u{FEFF}{}",
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONFailure.self) { try JSONScanner.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    (#""\ud800""#, "\u{FFFD}"), (#""\udc00x""#, "\u{FFFD}x"), (#""\ud83d\ude00""#, "😀"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\u0000a""#, "\0a"),
    (#""\/\b\f\n\r\t""#, "/\u{8}\u{C}\n\r\t"),
  ])
  func readsEscapes(_ text: String, _ expected: String) throws {
    #expect(try JSONScanner.read(Array(text.utf8)).string == expected)
  }

  @Test func stopsAtDeepNesting() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONFailure.self) { try JSONScanner.read(deep) }
  }

  @Test func neverCrashesOnDamagedText() throws {
    var random = SplitMix(seed: 11)
    let whole = Array(
      #"{"id":"甲","body":{"messages":[{"role":"user","content":"\u4f60\ud83d\ude00"}]},"n":-1.5e3}"#
        .utf8)
    for _ in 0..<2000 {
      var damaged = whole
      for _ in 0..<(1 + random.below(4)) {
        damaged[random.below(damaged.count)] = UInt8(random.below(256))
      }
      if random.below(2) == 0 { damaged.removeLast(random.below(damaged.count)) }
      _ = try? JSONScanner.read(damaged)
    }
  }

  private static func same(_ mine: JSONValue?, _ other: Any) -> Bool {
    switch (mine, other) {
    case (.null?, is NSNull): true
    case (.string(let a)?, let b as String): a == b
    case (.array(let a)?, let b as [Any]): a.count == b.count && zip(a, b).allSatisfy(same)
    case (.object(let a)?, let b as [String: Any]):
      a.count == b.count
        && a.allSatisfy { member in b[member.key].map { same(member.value, $0) } ?? false }
    case (.bool(let a)?, let b as Bool): a == b
    case (.number(let a)?, let b as NSNumber): Double(a) == b.doubleValue
    default: false
    }
  }
}

struct JSONWriterTests {
  @Test func writesWhatFoundationReadsBack() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<300 {
      let texts = (0..<random.below(5)).map { _ in random.text() }
      let number = Double(random.below(1_000_000)) / 128 - 3000
      var writer = JSONWriter()
      writer.object { w in
        w.key("texts")
        w.array(texts)
        w.key("number", number)
        w.key("none", nil as String?)
      }
      let back = try JSONLines.object(writer.text)
      #expect(back["texts"] as? [String] == texts)
      #expect(back["number"] as? Double == number)
      #expect(back["none"] is NSNull)
    }
  }

  @Test func leavesHanAndSlashesAsTheyAre() {
    var writer = JSONWriter()
    writer.string("办/理\u{1}\"\\\n")
    #expect(writer.text == #""办/理\u0001\"\\\n""#)
  }

  @Test(arguments: [(1.0, "1"), (0.87, "0.87"), (-2.5, "-2.5"), (1e20, "1e+20"), (.nan, "null")])
  func spellsNumbers(_ number: Double, _ expected: String) {
    var writer = JSONWriter()
    writer.double(number)
    #expect(writer.text == expected)
  }
}

struct LineReaderTests {
  @Test func cutsLinesAsASlowReaderDoes() throws {
    let folder = try TemporaryFolder()
    var random = SplitMix(seed: 5)
    for round in 0..<30 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(60) {
        bytes += [UInt8](
          repeating: 0x61, count: random.below(4) == 0 ? random.below(90_000) : random.below(20))
        bytes += random.below(3) == 0 ? [0x0D, 0x0A] : [0x0A]
      }
      if random.below(2) == 0 { bytes += Array("last".utf8) }
      let path = try folder.write("lines\(round)", bytes)
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      let reader = LineReader(descriptor, limit: 40_000)
      var pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      if pieces.last?.isEmpty ?? false { pieces.removeLast() }
      for (i, piece) in pieces.enumerated() {
        let line = try #require(try reader.next())
        #expect(line.number == i + 1)
        switch line.content {
        case .tooLong(let count): #expect(count == piece.count && count > 40_000)
        case .bytes(let text):
          #expect(text == Array(piece.last == 0x0D ? piece.dropLast() : piece))
        }
        #expect(line.isWhole == (i < pieces.count - 1 || bytes.last == 0x0A))
      }
      let more = try reader.next()
      #expect(more?.number == nil)
    }
  }

  @Test func dropsTheByteOrderMark() throws {
    let folder = try TemporaryFolder()
    let descriptor = open(try folder.write("bom", "\u{FEFF}一\r\n\u{FEFF}二"), O_RDONLY)
    defer { close(descriptor) }
    let reader = LineReader(descriptor, limit: 100)
    guard case .bytes(let first)? = try reader.next()?.content else {
      Issue.record()
      return
    }
    #expect(String(decoding: first, as: UTF8.self) == "一")
    let second = try #require(try reader.next())
    #expect(second.end == 3 + 3 + 2 + 3 + 3)
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same values on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ n: Int) -> Int { Int(next() % UInt64(max(1, n))) }

  mutating func text() -> String {
    let letters = ["a", "居", "证", "\"", "\\", "\n", "\0", "😀", "/", " ", "é", "\u{2028}", "\u{7F}"]
    return (0..<below(8)).map { _ in letters[below(letters.count)] }.joined()
  }

  mutating func json(depth: Int) -> Any {
    switch below(depth > 3 ? 4 : 6) {
    case 0: return NSNull()
    case 1: return text()
    case 2: return Double(below(100_000)) / 64 - 500
    case 3: return below(2) == 0
    case 4: return (0..<below(4)).map { _ in json(depth: depth + 1) }
    default:
      return Dictionary(
        (0..<below(4)).map { _ in (text(), json(depth: depth + 1)) }, uniquingKeysWith: { $1 })
    }
  }
}
