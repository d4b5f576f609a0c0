import CityNet
import Foundation
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

@Suite struct ChatFailureTests {
  /// Ways in which a server fails, and what is made of them.
  enum Fault: CaseIterable {
    case unauthorised, noModel, badBody, noBalance, tooMany, overloaded, page, pageWhole, plainText
    case errorBody, errorText, detail, errorEvent, namedErrorEvent, brokenJSON, deepJSON, noChoices
    case cutChunks, cutBeforeFirst, cutWhole, slow, endless, silentStop, badArguments, invalidUTF8

    var expected: BackendError.Code {
      switch self {
      case .unauthorised: .unauthorised
      case .noModel: .notFound
      case .badBody: .badRequest
      case .noBalance, .tooMany: .limited
      case .overloaded: .unavailable
      case .page, .pageWhole, .plainText, .brokenJSON, .deepJSON, .noChoices, .badArguments:
        .notAnAnswer
      case .errorBody, .errorText, .detail, .errorEvent, .namedErrorEvent: .failed
      case .cutChunks, .cutBeforeFirst, .cutWhole, .slow, .endless: .transfer
      case .silentStop: .truncated
      case .invalidUTF8: .failed
      }
    }

    func play(_ connection: LoopbackConnection) {
      let first = ChatReaderTests.text("一")
      func stream(_ text: String) {
        connection.beginChunks()
        connection.chunk(text)
        connection.endChunks()
      }
      switch self {
      case .unauthorised:
        connection.reply(
          "401 Unauthorized", body: #"{"error":{"message":"bad key sk-secret","code":null}}"#)
      case .noModel: connection.reply("404 Not Found", body: #"{"error":"model not found"}"#)
      case .badBody: connection.reply("422 Unprocessable", body: #"{"detail":[{"loc":["x"]}]}"#)
      case .noBalance: connection.reply("402 Payment Required", body: "")
      case .tooMany:
        connection.reply("429 Too Many", headers: ["retry-after: 999"], body: #"{"error":{}}"#)
      case .overloaded: connection.reply("503 Busy", type: "text/html", body: "<h1>busy</h1>")
      case .page: connection.reply(type: "text/html", body: "<!doctype html><p>login</p>")
      case .pageWhole: stream("data: <html>\n\n")
      case .plainText: connection.reply(type: "text/plain", body: "OK")
      case .errorBody: connection.reply(body: #"{"error":{"message":"boom","code":500}}"#)
      case .errorText: connection.reply(body: #"{"error":"boom"}"#)
      case .detail: connection.reply(body: #"{"detail":"boom"}"#)
      case .errorEvent: stream(first + #"data: {"error":{"message":"boom"}}"# + "\n\n")
      case .namedErrorEvent: stream(first + "event: error\ndata: {\"message\":\"boom\"}\n\n")
      case .brokenJSON: stream(first + "data: {\"choices\":[\n\n")
      case .deepJSON: stream("data: " + String(repeating: "[", count: 100_000) + "\n\n")
      case .noChoices: connection.reply(body: #"{"object":"list","data":[]}"#)
      case .cutChunks:
        connection.beginChunks()
        connection.chunk(first)
      case .cutBeforeFirst: connection.beginChunks()
      case .cutWhole:
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"choices\"")
      case .slow: connection.waitForClose()
      case .endless:
        connection.beginChunks()
        let text = String(repeating: first, count: 100)
        while connection.chunk(text) {}
      case .silentStop: stream(first)
      case .badArguments:
        stream(
          ChatReaderTests.call(#"{"index":0,"id":"x","function":{"name":"f","arguments":"{\"a"}}"#)
            + ChatReaderTests.stop("tool_calls") + ChatReaderTests.done)
      case .invalidUTF8:
        let body = Array(#"{"error":"boom "#.utf8) + [0xFF, 0xE4, 0xC0] + Array(#""}"#.utf8)
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
        connection.write(body)
      }
    }
  }

  @Test(arguments: Fault.allCases, [true, false])
  func everyFaultBecomesOneClearFailure(fault: Fault, isStreamed: Bool) async throws {
    let server = try LoopbackServer.answering { _, connection in fault.play(connection) }
    let endpoint = try BackendSample.endpoint(server.url) {
      $0.limits.bodyBytes = 1 << 20
      if fault == .slow { $0.limits.firstByte = .milliseconds(40) }
    }
    var request = BackendSample.hello
    request.isStreamed = isStreamed
    let failure = await #expect(throws: BackendError.self) {
      _ = try await BackendSample.shown(BackendSample.chat(endpoint), request)
    }
    let error = try #require(failure)
    // A stream that nobody asked for is no whole answer.
    if isStreamed { #expect(error.code == fault.expected, "\(error)") }
    #expect(error.backend == "test")
    #expect(!"\(error) \(String(reflecting: error))".contains("secret"))
    #expect(error.message.utf8.count < 1000)
  }

  @Test func whatCameBeforeTheFaultWasHandedOn() async throws {
    let server = try LoopbackServer.answering { _, connection in Fault.errorEvent.play(connection) }
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url), retries: 2)
    var seen: [String] = []
    await #expect(throws: BackendError.self) {
      for try await event in backend.generate(BackendSample.hello) {
        seen.append(BackendSample.shown(event))
      }
    }
    #expect(seen == ["一"])
    #expect(server.requests.count == 1)
  }

  @Test func nothingThatListensIsAFailureOfTheTransfer() async throws {
    let port = try SilentListener.closedPort()
    let backend = BackendSample.chat(try BackendSample.endpoint("http://127.0.0.1:\(port)"))
    await #expect {
      _ = try await BackendSample.shown(backend, BackendSample.hello)
    } throws: {
      ($0 as? BackendError)?.transfer?.code == .unreachable
    }
  }

  @Test func aConnectionThatBreaksAfterTheModelHasStoppedLosesOnlyTheUsage() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk(ChatReaderTests.text("好") + ChatReaderTests.stop("stop"))
    }
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url))
    #expect(try await BackendSample.shown(backend, BackendSample.hello) == ["好", ".stop"])
  }

  @Test func leavingTheStreamClosesTheConnection() async throws {
    let (closed, continuation) = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk(ChatReaderTests.text("一"))
      connection.waitForClose()
      continuation.finish()
    }
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url))
    for try await event in backend.generate(BackendSample.hello) {
      #expect(BackendSample.shown(event) == "一")
      break
    }
    for await _ in closed {}
  }

  @Test func aCancelledReaderEndsAtOnce() async throws {
    let (closed, continuation) = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk(ChatReaderTests.text("一"))
      connection.waitForClose()
      continuation.finish()
    }
    let backend = BackendSample.chat(try BackendSample.endpoint(server.url))
    let (begun, began) = AsyncStream<Void>.makeStream()
    let reading = Task {
      for try await _ in backend.generate(BackendSample.hello) { began.finish() }
    }
    for await _ in begun {}
    reading.cancel()
    _ = await reading.result
    for await _ in closed {}
  }
}
