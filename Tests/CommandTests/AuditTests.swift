import CityJSON
import CityNet
import CityText
import Foundation
import Testing

@testable import CityAgent

struct AuditTests {
  /// An installation whose audit file has some lines.
  private func installation(lines: Int) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("seeds/README.md", "# x\n")
    try folder.write("city-agent.json", #"{"audit": "log/egress.jsonl"}"#)
    let audit = EgressAuditFile(path: folder.path + "/log/egress.jsonl") { 1_795_644_495 }
    for number in 0..<lines {
      var record = EgressRecord(
        OutgoingRequest(
          purpose: "writer", backend: "b\(number)", address: try TransferAddress("http://h:8000"),
          headers: [], body: .null, limits: TransferLimits(), route: TransferRoute()))
      record.masked = [.phone: 2]
      if number == 1 { record.refusal = "host-not-permitted" }
      try await audit.record(record)
    }
    return folder
  }

  @Test func aWholeFileIsToldWithItsLastDigest() async throws {
    let folder = try await installation(lines: 3)
    let output = try BuiltCommand.run(["audit", "verify", "--home", folder.path])
    #expect(output.status == 0)
    #expect(
      output.text.contains("log/egress.jsonl: whole, 3 lines, 2026-11-25T22:08:15Z"),
      "\(output.text) \(output.error)")
    let json = try BuiltCommand.run(["audit", "verify", "--home", folder.path, "--json"]).object()
    #expect(json["whole"] as? Bool == true && json["lines"] as? Int == 3)
    #expect((json["head"] as? String).map { output.text.contains($0) } == true)
  }

  @Test func theFirstBrokenLineIsNamed() async throws {
    let folder = try await installation(lines: 4)
    var lines = String(decoding: folder.bytes("log/egress.jsonl"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    lines.remove(at: 1)
    let path = try folder.write("copy.jsonl", lines.map { $0 + "\n" }.joined())
    let output = try BuiltCommand.run(["audit", "verify", path])
    #expect(output.status == 1)
    #expect(output.error.contains("copy.jsonl:2: does not follow line 1"), "\(output.error)")
    let json = try BuiltCommand.run(["audit", "verify", path, "--json"])
    #expect(json.status == 1)
    #expect((try json.object()["fault"] as? [String: Any])?["line"] as? Int == 2)
    let shown = try BuiltCommand.run(["audit", "show", path])
    #expect(shown.status == 1 && shown.lines.count == 1 && shown.error.contains("copy.jsonl:2"))
  }

  @Test func showsWhatWasSentAndWhatWasNot() async throws {
    let folder = try await installation(lines: 2)
    let output = try BuiltCommand.run(["audit", "show", "--home", folder.path])
    #expect(
      output.lines == [
        "2026-11-25T22:08:15Z  writer  b0  h:8000  0 bytes  masked: phone 2",
        "2026-11-25T22:08:15Z  writer  b1  h:8000  0 bytes  masked: phone 2  not sent: host-not-permitted",
      ], "\(output.text)")
    let json = try BuiltCommand.run(["audit", "show", "--home", folder.path, "--json"])
    #expect(json.bytes == folder.bytes("log/egress.jsonl"))
  }

  @Test func whereNothingWasSentThereIsNoFile() async throws {
    let folder = try await installation(lines: 0)
    let output = try BuiltCommand.run(["audit", "verify", "--home", folder.path])
    #expect(output.status == 0 && output.error.contains("nothing was ever sent"))
    let named = try BuiltCommand.run(["audit", "verify", folder.path + "/none.jsonl"])
    #expect(named.status == 2 && named.error.contains("none.jsonl: cannot be read"))
    let state = try BuiltCommand.run(
      ["audit", "show"], environment: ["XDG_STATE_HOME": folder.path + "/state"])
    #expect(state.error.contains(folder.path + "/state/city-agent/egress.jsonl"), "\(state.error)")
  }
}
