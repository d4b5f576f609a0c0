import CCurl

/// What libcurl's codes mean here.
enum CurlFailure {
  static func error(_ code: CURLcode, host: String) -> TransferError {
    let said = String(cString: curl_easy_strerror(code))
    func error(_ kind: TransferError.Code, _ message: String) -> TransferError {
      TransferError(kind, "\(message) (\(said))", host: host, curlCode: Int(code.rawValue))
    }
    return switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
      error(.badAddress, "the address cannot be used")
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      error(.unresolved, "the name has no address; check the spelling and the network")
    case CURLE_COULDNT_CONNECT:
      error(.unreachable, "no connection; check that the server runs there")
    case CURLE_SSL_CACERT_BADFILE:
      error(.badTransfer, "the file of authorities cannot be read as PEM")
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      error(
        .untrusted,
        "the certificate is not trusted; if it is your own, name its authority's PEM file")
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM:
      error(.untrusted, "no encrypted connection; check that the server speaks TLS there")
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
      CURLE_BAD_CONTENT_ENCODING:
      error(.cut, "the connection ended before the answer did")
    default: error(.library, "the transfer failed")
    }
  }
}
