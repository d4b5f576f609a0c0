import CityJSON
import CityNet
import CityText
import Foundation
import Synchronization
import Testing

@testable import CityAgent

@Suite struct EgressGateTests {
  /// Keeps audit lines, or fails to.
  final class Audit: EgressAudit {
    private let kept = Mutex<[EgressRecord]>([])
    let isBroken: Bool

    init(isBroken: Bool = false) { self.isBroken = isBroken }

    var records: [EgressRecord] { kept.withLock { $0 } }

    func record(_ record: EgressRecord) async throws {
      if isBroken { throw AgentError(.audit, "disk full") }
      kept.withLock { $0.append(record) }
    }
  }

  func request(
    _ url: String, body: JSONValue = .members(["q": .string("电话13812345678")]),
    key: String = "Bearer sk-secret"
  ) throws -> OutgoingRequest {
    OutgoingRequest(
      purpose: "writer", backend: "b", address: try TransferAddress(url),
      headers: [("Authorization", key)], body: body, limits: TransferLimits(),
      route: TransferRoute())
  }

  func refusal(_ gate: EgressGate, _ request: OutgoingRequest) async throws -> AgentError {
    let failure = await #expect(throws: AgentError.self) { try await gate.clear(request) }
    return try #require(failure)
  }

  @Test func withoutAChosenBackendNothingLeaves() async throws {
    let audit = Audit()
    let gate = EgressGate(permitting: [], audit: audit)
    #expect(try await refusal(gate, try request("http://127.0.0.1:1/v1")).code == .offline)
    #expect(audit.records.map(\.refusal) == ["offline"])
    #expect(audit.records[0].digest == nil)
  }

  @Test(arguments: [
    ("https://api.example.org/v1", true), ("https://api.example.org/other/path", true),
    ("https://API.example.org:443/v1", true), ("http://api.example.org/v1", false),
    ("http://api.example.org:443/v1", false), ("https://api.example.org:8443/v1", false),
    ("https://api.example.org.evil.example/v1", false), ("https://evil.example/v1", false),
    ("https://sub.api.example.org/v1", false), ("https://api.example.org./v1", false),
    ("http://127.0.0.1:8000/v1", true), ("http://0x7f.1:8000/v1", true),
    ("http://localhost:8000/v1", false), ("http://127.0.0.1:8001/v1", false),
  ])
  func exactlyTheChosenHostsAreSentTo(url: String, isPermitted: Bool) async throws {
    let gate = EgressGate(
      permitting: [
        try TransferAddress("https://api.example.org/v1"),
        try TransferAddress("http://127.0.0.1:8000/v1"),
      ], audit: Audit())
    if isPermitted {
      #expect(try await gate.clear(try request(url)).transfer.address.url.count > 0)
    } else {
      #expect(try await refusal(gate, try request(url)).code == .hostNotPermitted)
    }
  }

  @Test func theAuditLineHasDigestsAndCountsButNoContents() async throws {
    let audit = Audit()
    let url = "http://127.0.0.1:8000/v1"
    let gate = EgressGate(permitting: [try TransferAddress(url)], audit: audit)
    let body = JSONValue.members([
      "a": .string("电话13812345678和13987654321，邮箱a@example.com"), "b": .string("13812345678"),
    ])
    _ = try await gate.clear(try request(url, body: body))
    let sent = #"{"a":"电话[PHONE_1]和[PHONE_2]，邮箱[EMAIL_1]","b":"[PHONE_1]"}"#
    #expect(
      audit.records.map(\.json) == [
        #"{"purpose":"writer","backend":"b","host":"127.0.0.1:8000","digest":"\#(SHA256.hex(Array(sent.utf8)))","bytes":\#(sent.utf8.count),"masked":{"phone":2,"email":1},"refusal":null}"#
      ])
  }

  @Test func withoutAnAuditLineNothingLeaves() async throws {
    let url = "http://127.0.0.1:8000/v1"
    let gate = EgressGate(permitting: [try TransferAddress(url)], audit: Audit(isBroken: true))
    #expect(try await refusal(gate, try request(url)).code == .audit)
  }

  @Test func whatIsTooLargeStays() async throws {
    let url = "http://127.0.0.1:8000/v1"
    let audit = Audit()
    let gate = EgressGate(
      permitting: [try TransferAddress(url)], audit: audit, maximumBytes: 1000)
    let body = JSONValue.strings([String(repeating: "长", count: 400)])
    #expect(try await refusal(gate, try request(url, body: body)).code == .outgoingTooLarge)
    #expect(audit.records.map(\.refusal) == ["outgoing-too-large"])
  }

  @Test func aHeaderThatBreaksOutIsRefusedAndItsKeyNotShown() async throws {
    let url = "http://127.0.0.1:8000/v1"
    let audit = Audit()
    let gate = EgressGate(permitting: [try TransferAddress(url)], audit: audit)
    let failure = await #expect(throws: TransferError.self) {
      try await gate.clear(try request(url, key: "Bearer sk-secret\r\nX: y"))
    }
    #expect(failure.map { !"\($0)".contains("secret") } == true)
    #expect(audit.records.map(\.refusal) == ["refused"])
  }

  @Test func keysAndQuestionsAreNotShown() throws {
    var request = try request("http://127.0.0.1:8000/v1")
    request.route.proxy = "http://user:secret@proxy:3128"
    var dumped = ""
    dump(request, to: &dumped)
    dump(request.route, to: &dumped)
    for text in [dumped, "\(request)", String(reflecting: request), "\(request.route)"] {
      #expect(!text.contains("secret"))
      #expect(!text.contains("13812345678"))
    }
  }
}
