import CCurl

/// The address of a transfer: `http` or `https`, without credentials.
///
/// Read by libcurl's own parser, so that the host which is checked is the host which is connected to.
public struct TransferAddress: Sendable, Equatable, CustomStringConvertible {
  /// The whole address as libcurl writes it.
  public let url: String
  public let isEncrypted: Bool
  /// The host's name or number, in lower case.
  public let host: String
  public let port: Int

  /// Host and port, as a list of permitted hosts names them: `api.example.org:443`.
  public var authority: String { "\(host):\(port)" }

  public var description: String { url }

  /// - Throws: ``TransferError`` `.badAddress`; the text is not repeated in it, since it may hold a password.
  public init(_ text: String) throws(TransferError) {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw TransferError(.badAddress, "the address has a space or control character; remove it")
    }
    guard let parts = curl_url() else {
      throw TransferError(.library, "libcurl has no memory for an address")
    }
    defer { curl_url_cleanup(parts) }
    let code = curl_url_set(parts, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER))
    guard code == CURLUE_OK else {
      throw TransferError(.badAddress, Self.reason(code), curlCode: nil)
    }
    guard let scheme = Self.part(CURLUPART_SCHEME, of: parts), scheme == "http" || scheme == "https"
    else {
      throw TransferError(.badAddress, "the address is neither http:// nor https://")
    }
    guard let host = Self.part(CURLUPART_HOST, of: parts), !host.isEmpty,
      let port = Self.part(CURLUPART_PORT, of: parts, UInt32(CURLU_DEFAULT_PORT)).flatMap({
        Int($0)
      }), Self.part(CURLUPART_FRAGMENT, of: parts) == nil,
      let url = Self.part(CURLUPART_URL, of: parts)
    else {
      throw TransferError(.badAddress, "the address has no host, or a fragment; write it out")
    }
    self.url = url
    self.host = host.lowercased()
    self.port = port
    isEncrypted = scheme == "https"
  }

  /// The address of something below this one: `https://host/v1` + `chat/completions`.
  public func appending(_ path: String) throws(TransferError) -> TransferAddress {
    guard !url.utf8.contains(UInt8(ascii: "?")) else {
      throw TransferError(
        .badAddress, "the base address has a query; leave it out", host: authority)
    }
    return try TransferAddress(url + (url.hasSuffix("/") ? "" : "/") + path)
  }

  private static func part(
    _ part: CURLUPart, of parts: OpaquePointer, _ flags: UInt32 = 0
  ) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  private static func reason(_ code: CURLUcode) -> String {
    switch code {
    case CURLUE_UNSUPPORTED_SCHEME, CURLUE_BAD_SCHEME:
      "the address is neither http:// nor https://"
    case CURLUE_USER_NOT_ALLOWED:
      "the address holds a user name or password; name the key's variable instead"
    default: "the address cannot be read; write it as https://host/path"
    }
  }
}
