import CityJSON
import CityNet
import CityText
import Foundation
import Testing

@testable import CityAgent

@Suite struct EgressAuditFileTests {
  /// A path in a folder that does not exist yet, and goes when this does.
  final class Place {
    let folder = FileManager.default.temporaryDirectory.path + "/audit-\(UUID().uuidString)"
    var path: String { folder + "/state/egress.jsonl" }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var bytes: [UInt8] { [UInt8](FileManager.default.contents(atPath: path) ?? Data()) }
    var lines: [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    func write(_ lines: [String]) throws {
      try write(Array(lines.map { $0 + "\n" }.joined().utf8))
    }
  }

  static func record(_ backend: String = "b") throws -> EgressRecord {
    EgressRecord(
      OutgoingRequest(
        purpose: "writer", backend: backend, address: try TransferAddress("http://127.0.0.1:8000"),
        headers: [], body: .null, limits: TransferLimits(), route: TransferRoute()))
  }

  /// A file of a few lines, at a fixed time.
  static func filled(_ count: Int) async throws -> Place {
    let place = Place()
    let audit = EgressAuditFile(path: place.path) { 1_795_644_495 }
    for number in 0..<count { try await audit.record(try record("b\(number)")) }
    return place
  }

  @Test func eachLineHasItsTimeAndTheDigestOfTheOneBefore() async throws {
    let place = try await Self.filled(2)
    let first =
      #"{"at":"2026-11-25T22:08:15Z","purpose":"writer","backend":"b0","host":"127.0.0.1:8000","digest":null,"bytes":0,"masked":{},"refusal":null,"previous":null}"#
    #expect(place.lines.count == 2)
    #expect(place.lines[0] == first)
    #expect(place.lines[1].hasSuffix(#""previous":"\#(SHA256.hex(Array(first.utf8)))"}"#))
    let check = try EgressAuditCheck(path: place.path)
    #expect(check.fault == nil && check.lines == 2 && check.repairs == 0)
    #expect(check.head == SHA256.hex(Array(place.lines[1].utf8)))
    #expect(check.first == "2026-11-25T22:08:15Z" && check.last == check.first)
  }

  @Test func fileAndFolderAreTheirOwnersAlone() async throws {
    let place = try await Self.filled(1)
    for (path, mode) in [(place.path, 0o600), (place.folder + "/state", 0o700)] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? Int == mode, "\(path)")
    }
    let nowhere = EgressAuditFile(path: "/proc/none/audit.jsonl")
    let failure = await #expect(throws: AgentError.self) {
      try await nowhere.record(try Self.record())
    }
    #expect(failure?.code == .audit && failure?.path == "/proc/none/audit.jsonl")
  }

  @Test func severalWritersMakeOneChain() async throws {
    let place = Place()
    // Each has a descriptor and a lock of its own, as processes have.
    let files = (0..<4).map { _ in EgressAuditFile(path: place.path) { 0 } }
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask { try? await files[number % 4].record(try Self.record("b\(number)")) }
      }
    }
    let check = try EgressAuditCheck(path: place.path)
    #expect(check.fault == nil && check.lines == 200, "\(String(describing: check.fault))")
  }

  @Test(arguments: 1...60)
  func aTornLineIsCutOffAndTold(_ cut: Int) async throws {
    let place = try await Self.filled(2)
    let whole = place.bytes
    let last = place.lines[1].utf8.count + 1
    // From the whole line without its end to its first byte.
    let kept = last - 1 - (last - 2) * (cut - 1) / 59
    let torn = whole.suffix(last).prefix(kept)
    try place.write(whole.dropLast(last) + torn)
    let before = try EgressAuditCheck(path: place.path)
    #expect(before.fault?.line == 2 && before.fault?.message.contains("torn") == true)
    try await EgressAuditFile(path: place.path) { 60 }.record(try Self.record("next"))
    let check = try EgressAuditCheck(path: place.path)
    #expect(check.fault == nil && check.lines == 3 && check.repairs == 1)
    #expect(
      place.lines[1].hasPrefix(
        #"{"at":"1970-01-01T00:01:00Z","repaired":{"bytes":\#(kept),"digest":"\#(SHA256.hex(Array(torn)))"}"#
      ))
    #expect(place.lines[2].contains(#""backend":"next""#))
  }

  @Test func everyChangeOfALineBreaksTheChainAtItsPlace() async throws {
    let place = try await Self.filled(6)
    let lines = place.lines
    func fault(_ changed: [String]) throws -> AgentError? {
      try place.write(changed)
      return try EgressAuditCheck(path: place.path).fault
    }
    #expect(try fault(lines) == nil)
    for number in 0..<5 {
      var changed = lines
      changed[number] = changed[number].replacingOccurrences(of: "8000", with: "8001")
      #expect(try fault(changed)?.line == number + 2)
      var without = lines
      without.remove(at: number)
      #expect(try fault(without)?.line == number + 1)
      var swapped = lines
      swapped.swapAt(number, number + 1)
      #expect(try fault(swapped)?.line == number + 1)
      var doubled = lines
      doubled.insert(lines[number], at: number)
      #expect(try fault(doubled)?.line == number + 2)
      var foreign = lines
      foreign.insert(number % 2 == 0 ? "{}" : "\u{0}\u{1}", at: number)
      #expect(try fault(foreign)?.line == number + 1)
    }
  }

  @Test func everySingleByteOfAnEarlierLineCounts() async throws {
    let place = try await Self.filled(3)
    let whole = place.bytes
    let first = place.lines[0].utf8.count + 1
    for at in 0..<first {
      var changed = whole
      changed[at] ^= 0x01
      try place.write(changed)
      let fault = try EgressAuditCheck(path: place.path).fault
      #expect(fault != nil && fault!.line! <= 2, "byte \(at)")
    }
  }

  @Test func aLongLastLineIsFoundWhole() async throws {
    let place = try await Self.filled(1)
    let long = #"{"at":"x","backend":"\#(String(repeating: "长", count: 20_000))","previous":null}"#
    try place.write([long])
    try await EgressAuditFile(path: place.path) { 0 }.record(try Self.record())
    #expect(try EgressAuditCheck(path: place.path).lines == 2)
  }

  @Test func aFileThatWasMovedAwayGetsNoMoreLines() async throws {
    let place = Place()
    let audit = EgressAuditFile(path: place.path) { 0 }
    try await audit.record(try Self.record("old"))
    try FileManager.default.moveItem(atPath: place.path, toPath: place.path + ".1")
    try await audit.record(try Self.record("new"))
    #expect(place.lines.count == 1 && place.lines[0].contains("new"))
    #expect(try EgressAuditCheck(path: place.path + ".1").lines == 1)
  }

  @Test func timesAreThoseOfFoundation() {
    let formatter = ISO8601DateFormatter()
    var generator = SeededGenerator(seed: 7)
    let fixed = [0, -1, 951_782_399, 951_782_400, 4_107_542_399, 253_402_300_799]
    for seconds in fixed
      + (0..<500).map({ _ in Int.random(in: 0..<4_200_000_000, using: &generator) })
    {
      let date = Date(timeIntervalSince1970: Double(seconds))
      #expect(UTCTime.text(seconds) == formatter.string(from: date))
    }
  }
}
