import Testing

@testable import CityNet

@Suite struct ServerEventParserTests {
  /// One stream and the `type|data|id` of each event in it.
  static let streams: [(String, [String])] = [
    ("data: a\n\n", ["message|a|"]),
    ("data:a\r\n\r\n", ["message|a|"]),
    ("data: a\r\rdata: b\r\r", ["message|a|", "message|b|"]),
    ("data: a\ndata:b\ndata:  c\n\n", ["message|a\nb\n c|"]),
    (": keep-alive\n\ndata: a\n\n: more\n\n", ["message|a|"]),
    ("\n\n\ndata: a\n\n", ["message|a|"]),
    ("event: error\ndata: {\"x\":1}\n\ndata: b\n\n", ["error|{\"x\":1}|", "message|b|"]),
    ("event: only\n\ndata: a\n\n", ["message|a|"]),
    ("id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", ["message|a|7", "message|b|7", "message|c|"]),
    ("id: 1\u{0}2\ndata: a\n\n", ["message|a|"]),
    ("data\n\n", ["message||"]),
    ("data\ndata\n\n", ["message|\n|"]),
    ("data:\n\n", ["message||"]),
    ("data: cut off", []),
    ("data: cut off\n", []),
    ("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n", ["message|a|"]),
    ("Data: a\n data: b\nunknown: c\n\ndata: 好🙂\r\n\n", ["message|好🙂|"]),
    ("data: a: b\n\n", ["message|a: b|"]),
    ("", []),
    ("\u{FEFF}", []),
  ]

  func shown(_ events: [ServerEvent]) -> [String] {
    events.map { "\($0.type)|\(String(decoding: $0.data, as: UTF8.self))|\($0.lastID)" }
  }

  @Test(arguments: streams) func streamsAreReadAsTheStandardSays(
    stream: String, expected: [String]
  ) throws {
    var parser = ServerEventParser()
    #expect(shown(try parser.events(in: Array(stream.utf8))) == expected)
  }

  @Test(arguments: streams) func wherePiecesAreCutMakesNoDifference(
    stream: String, expected: [String]
  ) throws {
    let bytes = Array(stream.utf8)
    for cut in 0...bytes.count {
      var parser = ServerEventParser()
      var events = try parser.events(in: Array(bytes[..<cut]))
      events += try parser.events(in: [])
      events += try parser.events(in: Array(bytes[cut...]))
      #expect(shown(events) == expected)
    }
    var parser = ServerEventParser()
    #expect(shown(try bytes.flatMap { try parser.events(in: [$0]) }) == expected)
  }

  @Test func randomStreamsReadAsLineByLine() throws {
    var dice = SeededGenerator(seed: 5)
    let parts = [
      "data", "event", "id", "retry", ":", " ", "\n", "\r", "\r\n", "a", "好", "\u{FEFF}", "9",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0..<40, using: &dice)).map { _ in
        parts.randomElement(using: &dice)!
      }.joined()
      var parser = ServerEventParser()
      var events: [ServerEvent] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...7, using: &dice))
        events += try parser.events(in: Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(shown(events) == Self.slowly(text), "\(text.debugDescription)")
    }
  }

  /// The standard's algorithm over characters, line by line.
  static func slowly(_ text: String) -> [String] {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let unified = String(String.UnicodeScalarView(scalars))
      .unicodeScalars.split(separator: "\u{0}", omittingEmptySubsequences: false)
      .map { Self.lines($0) }
      .joined(separator: ["\u{0}"])
    var events: [String] = []
    var (type, data, id) = ("", "", "")
    // What follows the last line end is no whole line.
    for line in unified.dropLast() {
      if line.isEmpty {
        if !data.isEmpty {
          events.append("\(type.isEmpty ? "message" : type)|\(data.dropLast())|\(id)")
        }
        (type, data) = ("", "")
        continue
      }
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      var value = parts.count == 2 ? String(parts[1]) : ""
      if value.unicodeScalars.first == " " { value.unicodeScalars.removeFirst() }
      switch parts[0] {
      case "data": data += value + "\n"
      case "event": type = value
      case "id": id = value
      default: break
      }
    }
    return events
  }

  private static func lines(_ scalars: Substring.UnicodeScalarView) -> [String] {
    var lines = [""]
    var wasCR = false
    for scalar in scalars {
      if scalar == "\n", wasCR {
        wasCR = false
      } else if scalar == "\n" || scalar == "\r" {
        lines.append("")
        wasCR = scalar == "\r"
      } else {
        lines[lines.count - 1].unicodeScalars.append(scalar)
        wasCR = false
      }
    }
    return lines
  }

  @Test func theReconnectionTimeIsKeptWhereItIsANumber() throws {
    var parser = ServerEventParser()
    _ = try parser.events(in: Array("retry: 1500\nretry: 2s\nretry\nretry: -1\n\n".utf8))
    #expect(parser.retry == 1500)
  }

  @Test(arguments: ["data: ", "data: x\ndata: "])
  func anEndlessEventMeetsTheLimit(start: String) throws {
    var parser = ServerEventParser(limit: 1000)
    _ = try parser.events(in: Array(start.utf8))
    #expect(throws: TransferError.self) {
      for _ in 0..<20 { _ = try parser.events(in: [UInt8](repeating: 0x61, count: 100)) }
    }
  }
}
