import Testing

@testable import CityNet

@Suite struct TransferAddressTests {
  @Test(arguments: [
    ("https://api.example.org/v1", "api.example.org:443", "https://api.example.org/v1"),
    ("HTTP://Example.ORG", "example.org:80", "http://Example.ORG/"),
    ("http://127.0.0.1:8080/v1/", "127.0.0.1:8080", "http://127.0.0.1:8080/v1/"),
    ("http://0x7f.1:11434", "127.0.0.1:11434", "http://127.0.0.1:11434/"),
    ("https://[::1]:8000/v1", "[::1]:8000", "https://[::1]:8000/v1"),
    ("https://模型.example/v1", "模型.example:443", "https://模型.example/v1"),
  ])
  func addressesAreReadAsTheyAreConnectedTo(
    text: String, authority: String, url: String
  ) throws {
    let address = try TransferAddress(text)
    #expect(address.authority == authority)
    #expect(address.url == url)
  }

  @Test(arguments: [
    "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)",
    "ws://example.org", "https://user:secret@example.org/", "https://user@example.org/",
    "https://example.org/#part", "https://", "example.org", "", "https://a b/",
    "https://example.org\r\nX: y/", "https://example.org:99999/", "https://exam\u{0}ple.org/",
  ])
  func otherAddressesAreRefusedWithoutRepeatingThem(text: String) {
    #expect {
      try TransferAddress(text)
    } throws: {
      guard let error = $0 as? TransferError else { return false }
      return error.code == .badAddress && !"\(error)".contains("secret")
    }
  }

  @Test func pathsAreAppended() throws {
    for base in ["https://h/v1", "https://h/v1/"] {
      let address = try TransferAddress(base).appending("chat/completions")
      #expect(address.url == "https://h/v1/chat/completions")
    }
    #expect(throws: TransferError.self) { try TransferAddress("https://h/v1?k=v").appending("x") }
  }

  @Test(arguments: [
    ("X-A", "b\r\nX-C: d"), ("X-A\r\nX-B", "c"), ("X A", "b"), ("", "b"), ("X-A", "b\u{0}c"),
    ("X:A", "b"),
  ])
  func headersCannotBreakOutOfTheirLine(name: String, value: String) {
    #expect(throws: TransferError.self) {
      try TransferSample.cleared("https://h/", headers: [(name, value)])
    }
  }

  @Test func aKeyIsNeverShown() throws {
    let cleared = try TransferSample.cleared(
      "https://h/v1", headers: [("Authorization", "Bearer sk-secret")], body: "sk-secret")
    var dumped = ""
    dump(cleared, to: &dumped)
    for text in ["\(cleared)", String(reflecting: cleared), dumped] {
      #expect(!text.contains("secret"))
      #expect(text.contains("https://h/v1"))
    }
  }
}
