import LoopbackServer
import Synchronization
import Testing

@testable import CityNet

@Suite struct RetryTests {
  /// A clock that stands still but for the sleeps, which take no time.
  final class ScriptedClock: Sendable {
    private let state = Mutex((now: Duration.zero, slept: [Duration]()))
    var slept: [Duration] { state.withLock { $0.slept } }

    var clock: TransferClock {
      TransferClock(
        now: { self.state.withLock { $0.now } }, wall: { 784_111_777 },
        sleep: { duration async throws(CancellationError) in
          self.pass(duration)
        })
    }

    func pass(_ duration: Duration) {
      state.withLock {
        $0.now += duration
        $0.slept.append(duration)
      }
    }
  }

  /// Answers of a server, one a request, as status line and headers; the last one again and again.
  static func server(_ answers: [[String]]) throws -> LoopbackServer {
    let next = Mutex(0)
    return try LoopbackServer.answering { [next = Shared(next)] _, connection in
      let answer = answers[min(next.take(), answers.count - 1)]
      connection.reply(answer[0], headers: Array(answer.dropFirst()), body: answer[0])
    }
  }

  final class Shared: Sendable {
    private let count: Mutex<Int>
    init(_ count: consuming Mutex<Int>) { self.count = count }
    func take() -> Int {
      count.withLock {
        $0 += 1
        return $0 - 1
      }
    }
  }

  func client(
    _ clock: ScriptedClock, policy: RetryPolicy = RetryPolicy(),
    breaker: CircuitBreaker = CircuitBreaker()
  ) -> RetryingClient {
    RetryingClient(
      client: TransferClient(), policy: policy, breaker: breaker, seed: 1, clock: clock.clock)
  }

  @Test(arguments: [
    ("429 Too Many Requests", ["retry-after-ms: 50", "retry-after: 9"], Duration.milliseconds(50)),
    ("429 Too Many Requests", ["Retry-After: 1.5"], .milliseconds(1500)),
    ("503 Service Unavailable", ["Retry-After: Sun, 06 Nov 1994 08:49:47 GMT"], .seconds(10)),
    ("503 Service Unavailable", ["Retry-After: Sun, 06 Nov 1994 08:49:27 GMT"], .seconds(0)),
    ("400 Bad Request", ["x-should-retry: true", "retry-after: 2"], .seconds(2)),
  ])
  func aHostIsWaitedForAsItAsks(
    status: String, headers: [String], wait: Duration
  ) async throws {
    let server = try Self.server([[status] + headers, ["200 OK"]])
    let clock = ScriptedClock()
    let reply = try await client(clock).whole(try TransferSample.cleared(server.url))
    #expect(TransferSample.text(reply.body) == "200 OK")
    #expect(clock.slept == [wait])
    #expect(server.requests.count == 2)
  }

  @Test func waitsDoubleAndJitterShortensThem() async throws {
    let server = try Self.server([["500 Internal Server Error"]])
    let clock = ScriptedClock()
    let policy = RetryPolicy(retries: 6)
    await #expect {
      try await client(clock, policy: policy, breaker: .init(threshold: 99))
        .whole(try TransferSample.cleared(server.url))
    } throws: {
      ($0 as? TransferError)?.status == 500
    }
    #expect(server.requests.count == 7)
    let full = [0.5, 1, 2, 4, 8, 8].map { Duration.seconds($0) }
    #expect(zip(clock.slept, full).allSatisfy { $0 > $1 * 0.75 && $0 <= $1 })
    #expect(clock.slept.count == 6)
  }

  @Test(arguments: [
    ["400 Bad Request"], ["401 Unauthorized"], ["404 Not Found"], ["402 Payment Required"],
    ["429 Too Many Requests", "retry-after: 121"], ["503 Busy", "x-should-retry: false"],
    ["302 Found", "Location: http://elsewhere.example/"],
  ])
  func whatWillNotPassIsNotTriedAgain(answer: [String]) async throws {
    let server = try Self.server([answer])
    let clock = ScriptedClock()
    await #expect {
      _ = try await client(clock).open(try TransferSample.cleared(server.url))
    } throws: { error in
      guard let error = error as? TransferError else { return false }
      return error.status == Int(answer[0].prefix(3))
        && TransferSample.text(error.body) == answer[0]
        && error.code == (answer[0].hasPrefix("3") ? .redirected : .status)
    }
    #expect(server.requests.count == 1)
    #expect(clock.slept.isEmpty)
  }

  @Test func waitsNeverGoBeyondTheTotalDeadline() async throws {
    let server = try Self.server([["503 Busy", "retry-after: 30"]])
    var limits = TransferSample.limits
    limits.total = .seconds(20)
    let cleared = try TransferSample.cleared(server.url, limits: limits)
    await #expect(throws: TransferError.self) { try await client(ScriptedClock()).whole(cleared) }
    #expect(server.requests.count == 1)
  }

  @Test func nothingIsTriedAgainAfterTheFirstByte() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk("data: a\n\n")
    }
    let clock = ScriptedClock()
    let opened = try await client(clock).open(try TransferSample.cleared(server.url))
    await #expect { try await opened.transfer.rest() } throws: {
      ($0 as? TransferError)?.code == .cut
    }
    #expect(server.requests.count == 1)
  }

  @Test func aCutBeforeTheFirstByteOrInAWholeAnswerIsTriedAgain() async throws {
    let count = Shared(Mutex(0))
    let server = try LoopbackServer.answering { _, connection in
      switch count.take() {
      case 0: connection.beginChunks()
      case 1: connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
      default: connection.reply(body: "whole")
      }
    }
    let clock = ScriptedClock()
    let reply = try await client(clock).whole(try TransferSample.cleared(server.url))
    #expect(TransferSample.text(reply.body) == "whole")
    #expect(clock.slept.count == 2)
  }

  @Test func aHostThatKeepsFailingIsLeftAloneAndTriedAgainLater() async throws {
    let answers = Array(repeating: ["500 Internal Server Error"], count: 3) + [["200 OK"]]
    let server = try Self.server(answers)
    let clock = ScriptedClock()
    let client = client(clock, policy: .never, breaker: .init(threshold: 3, pause: .seconds(30)))
    let cleared = try TransferSample.cleared(server.url)
    for _ in 0..<3 {
      await #expect { try await client.whole(cleared) } throws: {
        ($0 as? TransferError)?.code == .status
      }
    }
    await #expect { try await client.whole(cleared) } throws: {
      ($0 as? TransferError)?.code == .circuitOpen
    }
    #expect(server.requests.count == 3)
    clock.pass(.seconds(30))
    #expect(TransferSample.text(try await client.whole(cleared).body) == "200 OK")
    #expect(TransferSample.text(try await client.whole(cleared).body) == "200 OK")
  }

  @Test func failuresInTheMiddleOfStreamsCountForTheBreaker() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk("data: a\n\n")
    }
    let client = client(ScriptedClock(), breaker: .init(threshold: 1))
    let cleared = try TransferSample.cleared(server.url)
    let opened = try await client.open(cleared)
    await #expect(throws: TransferError.self) { try await opened.transfer.rest() }
    await #expect { try await client.open(cleared) } throws: {
      ($0 as? TransferError)?.code == .circuitOpen
    }
  }

  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
      ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
      ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun Nov  6 08:49:37 1994", nil),
      ("Sun, 06 Nov 1994 08:49:37 UTC", nil), ("Sun, 06 Nov 1994 24:00:00 GMT", nil), ("", nil),
      ("soon", nil),
    ] as [(String, Int64?)])
  func datesOfHeadersAreRead(text: String, seconds: Int64?) {
    #expect(HTTPDate.seconds(text) == seconds)
  }
}
