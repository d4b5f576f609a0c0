import Foundation
import Glibc
import LoopbackServer
import Testing

@testable import CityNet

@Suite struct TransferRouteTests {
  let client = TransferClient()

  @Test func proxiesOfTheEnvironmentAreNotUsed() async throws {
    for name in ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"] {
      setenv(name, "http://127.0.0.1:1", 1)
    }
    defer {
      for name in ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"] { unsetenv(name) }
    }
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: "straight")
    }
    let transfer = client.start(try TransferSample.cleared(server.url))
    #expect(TransferSample.text(try await transfer.rest()) == "straight")
  }

  @Test func aConfiguredProxyIsUsedAlsoWhereTheEnvironmentExcludesTheHost() async throws {
    setenv("no_proxy", "*", 1)
    defer { unsetenv("no_proxy") }
    let proxy = try LoopbackServer.answering { _, connection in connection.reply(body: "relayed") }
    let transfer = client.start(
      try TransferSample.cleared(
        "http://backend.example/v1", route: TransferRoute(proxy: proxy.url)))
    #expect(TransferSample.text(try await transfer.rest()) == "relayed")
    #expect(proxy.requests.map(\.line) == ["GET http://backend.example/v1 HTTP/1.1"])
  }

  @Test(.enabled(if: TLSPeer.isThere, "no openssl here"))
  func aCertificateIsTrustedOnlyWithItsAuthority() async throws {
    let peer = try TLSPeer()
    defer { peer.stop() }
    let url = "https://127.0.0.1:\(peer.port)/"
    let stranger = client.start(try TransferSample.cleared(url))
    await #expect { try await stranger.head() } throws: {
      ($0 as? TransferError)?.code == .untrusted
    }
    let known = client.start(
      try TransferSample.cleared(url, route: TransferRoute(authorities: peer.certificate)))
    #expect(try await known.head().status == 200)
    let named = client.start(
      try TransferSample.cleared(
        "https://localhost:\(peer.port)/", route: TransferRoute(authorities: peer.certificate)))
    await #expect { try await named.head() } throws: { ($0 as? TransferError)?.code == .untrusted }
  }

  @Test func aFileOfAuthoritiesThatIsNoneSaysSo() async throws {
    let transfer = client.start(
      try TransferSample.cleared(
        "https://127.0.0.1:\(try SilentListener.closedPort())/",
        route: TransferRoute(authorities: "/nowhere.pem")))
    await #expect(throws: TransferError.self) { try await transfer.head() }
  }

  @Test(.enabled(if: TLSPeer.isThere, "no openssl here"))
  func anUnreadableFileOfAuthoritiesIsNamed() async throws {
    let peer = try TLSPeer()
    defer { peer.stop() }
    let transfer = client.start(
      try TransferSample.cleared(
        "https://127.0.0.1:\(peer.port)/", route: TransferRoute(authorities: "/nowhere.pem")))
    await #expect { try await transfer.head() } throws: {
      ($0 as? TransferError)?.code == .badTransfer
    }
  }
}
