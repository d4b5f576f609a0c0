import LoopbackServer
import Testing

@testable import CityNet

@Suite struct TransferTests {
  let client = TransferClient()

  @Test func theThreadStartsWithTheFirstTransfer() async throws {
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: "x") }
    let retrying = RetryingClient(client: client)
    #expect(!client.hasStarted)
    _ = try await client.start(try TransferSample.cleared(server.url)).rest()
    #expect(client.hasStarted)
    withExtendedLifetime(retrying) {}
  }

  @Test func headAndBodyComeAsTheyWereSent() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.reply(headers: ["X-Name:  城市 ", "X-Name: second"], body: "你好")
    }
    let transfer = client.start(try TransferSample.cleared(server.url + "/a?b=c"))
    let head = try await transfer.head()
    #expect(head.status == 200)
    #expect(head["x-name"] == "城市")
    #expect(head.headers.filter { $0.name == "x-name" }.count == 2)
    #expect(TransferSample.text(try await transfer.rest()) == "你好")
    #expect(try await transfer.next() == nil)
    #expect(server.requests.map(\.line) == ["GET /a?b=c HTTP/1.1"])
  }

  @Test func bodiesOfAnySizeArePostedWithoutAskingFirst() async throws {
    let server = try LoopbackServer.answering { request, connection in
      connection.reply(body: "\(request.body.count)")
    }
    for size in [0, 1, 70_000, 3 << 20] {
      let transfer = client.start(
        try TransferSample.cleared(
          server.url, headers: [("Authorization", "Bearer k"), ("X-Empty", "")],
          body: String(repeating: "a", count: size)))
      #expect(TransferSample.text(try await transfer.rest()) == "\(size)")
    }
    #expect(server.requests.allSatisfy { $0.line == "POST / HTTP/1.1" && $0["expect"] == nil })
    #expect(
      server.requests.allSatisfy { $0["authorization"] == "Bearer k" && $0["x-empty"] == "" })
  }

  @Test func piecesComeBeforeTheEnd() async throws {
    let server = try LoopbackServer { connection in
      _ = connection.request()
      connection.beginChunks()
      connection.chunk("一")
      // The end never comes: what was read came before it.
      connection.waitForClose()
    }
    let transfer = client.start(try TransferSample.cleared(server.url))
    #expect(try await transfer.head().status == 200)
    #expect(try await transfer.next() == Array("一".utf8))
    transfer.cancel()
    await #expect(throws: TransferError.self) { try await transfer.next() }
  }

  @Test func interimAnswersAreNoHeads() async throws {
    let server = try LoopbackServer { connection in
      _ = connection.request()
      connection.write("HTTP/1.1 103 Early Hints\r\nX-Old: 1\r\n\r\n")
      connection.reply("201 Created", body: "x")
    }
    let head = try await client.start(try TransferSample.cleared(server.url)).head()
    #expect(head.status == 201)
    #expect(head["x-old"] == nil)
  }

  @Test func aReaderThatIsBehindHoldsTheHostBack() async throws {
    let total = 16 << 20
    let block = [UInt8](repeating: 7, count: 1 << 16)
    let server = try LoopbackServer { connection in
      _ = connection.request()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
      for _ in 0..<(total / block.count) { connection.write(block) }
    }
    var limits = TransferSample.limits
    limits.bodyBytes = total
    let transfer = client.start(try TransferSample.cleared(server.url, limits: limits))
    _ = try await transfer.head()
    var count = 0
    while let piece = try await transfer.next() {
      // What one call gives is all that had piled up: bounded, however far the host is ahead.
      #expect(piece.count <= TransferChannel.capacity + 16 << 10)
      count += piece.count
    }
    #expect(count == total)
  }

  // MARK: ends from this side

  enum Leaving: CaseIterable { case cancel, drop, task }

  @Test(arguments: Leaving.allCases) func leavingClosesTheConnection(_ way: Leaving) async throws {
    let (closed, continuation) = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer { connection in
      _ = connection.request()
      connection.beginChunks()
      connection.chunk("first")
      connection.waitForClose()
      continuation.finish()
    }
    let cleared = try TransferSample.cleared(server.url)
    switch way {
    case .cancel:
      let transfer = client.start(cleared)
      _ = try await transfer.next()
      transfer.cancel()
    case .drop:
      _ = try await client.start(cleared).next()
    case .task:
      let transfer = client.start(cleared)
      _ = try await transfer.next()
      let reading = Task { try await transfer.next() }
      reading.cancel()
      let result = await reading.result
      #expect(throws: TransferError.self) { try result.get() }
    }
    for await _ in closed {}
  }

  @Test func aTaskThatIsCancelledBeforeTheFirstByteGetsItAtOnce() async throws {
    let server = try LoopbackServer { $0.waitForClose() }
    let cleared = try TransferSample.cleared(server.url)
    let client = client
    let reading = Task { try await client.start(cleared).head() }
    reading.cancel()
    let result = await reading.result
    #expect { try result.get() } throws: { ($0 as? TransferError)?.code == .cancelled }
  }

  @Test func aThousandTransfersRunAtOnce() async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.request() { connection.reply(body: request.line) }
    }
    let client = client
    let good = try await withThrowingTaskGroup(of: Bool.self) { group in
      for i in 0..<1000 {
        let cleared = try TransferSample.cleared("\(server.url)/\(i)")
        group.addTask {
          TransferSample.text(try await client.start(cleared).rest()) == "GET /\(i) HTTP/1.1"
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(good == 1000)
  }
}
