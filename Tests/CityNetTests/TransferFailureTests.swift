import Foundation
import LoopbackServer
import Testing

@testable import CityNet

@Suite struct TransferFailureTests {
  let client = TransferClient()

  /// The failure that ends reading a transfer.
  func failure(_ cleared: ClearedTransfer) async throws -> TransferError {
    let transfer = client.start(cleared)
    do throws(TransferError) {
      _ = try await transfer.rest()
    } catch {
      return error
    }
    throw NoFailure()
  }

  struct NoFailure: Error {}

  static func limits(_ change: (inout TransferLimits) -> Void) -> TransferLimits {
    var limits = TransferSample.limits
    change(&limits)
    return limits
  }

  @Test func nothingThatListensIsUnreachable() async throws {
    let port = try SilentListener.closedPort()
    let error = try await failure(try TransferSample.cleared("http://127.0.0.1:\(port)/"))
    #expect(error.code == .unreachable)
    #expect(error.host == "127.0.0.1:\(port)")
    #expect(error.curlCode == 7)
  }

  @Test func aNameWithoutAddressIsUnresolved() async throws {
    let error = try await failure(try TransferSample.cleared("http://nothing.invalid/"))
    #expect(error.code == .unresolved)
  }

  @Test func aServerThatNeverAcceptsMeetsTheConnectDeadline() async throws {
    let silent = try SilentListener()
    let limits = Self.limits { $0.connect = .milliseconds(30) }
    let error = try await failure(try TransferSample.cleared(silent.url, limits: limits))
    #expect(error.code == .connectDeadline)
  }

  @Test func connectingInTimeIsNotHeldAgainstASlowAnswer() async throws {
    let server = try LoopbackServer.answering { _, connection in
      Thread.sleep(forTimeInterval: 0.2)
      connection.reply(body: "late")
    }
    let limits = Self.limits { $0.connect = .milliseconds(50) }
    let transfer = client.start(try TransferSample.cleared(server.url, limits: limits))
    #expect(TransferSample.text(try await transfer.rest()) == "late")
  }

  @Test(arguments: [false, true])
  func aSlowFirstByteMeetsItsDeadlineAlsoAfterTheHeaders(headers: Bool) async throws {
    let server = try LoopbackServer.answering { _, connection in
      if headers { connection.beginChunks() }
      connection.waitForClose()
    }
    let limits = Self.limits { $0.firstByte = .milliseconds(30) }
    let error = try await failure(try TransferSample.cleared(server.url, limits: limits))
    #expect(error.code == .firstByteDeadline)
  }

  @Test func silenceInTheMiddleMeetsTheIdleDeadline() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk("a")
      connection.waitForClose()
    }
    let limits = Self.limits { $0.idle = .milliseconds(30) }
    let transfer = client.start(try TransferSample.cleared(server.url, limits: limits))
    #expect(try await transfer.next() == Array("a".utf8))
    await #expect { try await transfer.next() } throws: {
      ($0 as? TransferError)?.code == .idleDeadline
    }
  }

  @Test func timeInWhichTheReaderIsBehindIsNoSilence() async throws {
    let total = 4 << 20
    let server = try LoopbackServer.answering { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
      connection.write([UInt8](repeating: 1, count: total))
    }
    let limits = Self.limits { $0.idle = .milliseconds(100) }
    let transfer = client.start(try TransferSample.cleared(server.url, limits: limits))
    _ = try await transfer.head()
    try await Task.sleep(for: .milliseconds(300))
    #expect(try await transfer.rest().count == total)
  }

  @Test func anAnswerThatDripsMeetsTheTotalDeadline() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      while connection.chunk(": keep-alive\n") { Thread.sleep(forTimeInterval: 0.005) }
    }
    let limits = Self.limits { $0.total = .milliseconds(100) }
    let error = try await failure(try TransferSample.cleared(server.url, limits: limits))
    #expect(error.code == .totalDeadline)
  }

  @Test func anEndlessAnswerMeetsTheCap() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      let text = String(repeating: "data: x\n\n", count: 1000)
      while connection.chunk(text) {}
    }
    let limits = Self.limits { $0.bodyBytes = 1 << 20 }
    let transfer = client.start(try TransferSample.cleared(server.url, limits: limits))
    var count = 0
    await #expect {
      while let piece = try await transfer.next() { count += piece.count }
    } throws: {
      ($0 as? TransferError)?.code == .bodyTooLarge
    }
    #expect(count <= 1 << 20)
  }

  @Test func endlessHeadersMeetTheCap() async throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.write("HTTP/1.1 200 OK\r\n")
      while connection.write("X-More: \(String(repeating: "a", count: 100))\r\n") {}
    }
    let limits = Self.limits { $0.headBytes = 4096 }
    let error = try await failure(try TransferSample.cleared(server.url, limits: limits))
    #expect(error.code == .headTooLarge)
  }

  /// Ways to end too early.
  enum Cut: CaseIterable { case chunks, length, head, nothing }

  @Test(arguments: Cut.allCases) func anAnswerThatEndsTooEarlyIsCut(_ cut: Cut) async throws {
    let server = try LoopbackServer.answering { _, connection in
      switch cut {
      case .chunks:
        connection.beginChunks()
        connection.chunk("data: a\n\n")
      case .length: connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
      case .head: connection.write("HTTP/1.1 200 OK\r\nContent-")
      case .nothing: break
      }
    }
    let error = try await failure(try TransferSample.cleared(server.url))
    #expect(error.code == .cut)
  }

  @Test func whatIsNoHTTPIsAFailure() async throws {
    let server = try LoopbackServer.answering { _, connection in connection.write("SSH-2.0-x\r\n") }
    let error = try await failure(try TransferSample.cleared(server.url))
    #expect(error.curlCode != nil)
  }

  @Test(arguments: [
    "http://169.254.169.254/latest/meta-data", "http://[fe80::1]:80/",
    "http://[::ffff:169.254.1.1]/", "http://0xA9FEA9FE/",
  ])
  func linkLocalAddressesAreNotConnectedTo(url: String) async throws {
    let error = try await failure(try TransferSample.cleared(url))
    #expect(error.code == .forbiddenAddress)
  }
}
