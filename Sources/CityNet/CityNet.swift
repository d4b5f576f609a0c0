import CCurl

/// Transfers over libcurl; the only module that imports CCurl.
///
/// A ``ClearedTransfer`` – only the egress gate makes one – is handed to a ``TransferClient``, which runs all
/// transfers on one thread over one multi handle. What comes back is a ``Transfer``: a ``TransferHead``,
/// then pieces of bytes through a bounded buffer. On top of that:
///
/// - ``ServerEventParser``: server-sent events over bytes, however the pieces are cut;
/// - ``RetryingClient``: retries before the first byte, with a ``CircuitBreaker`` a host.
///
/// Every failure is a ``TransferError``. Nothing here reads the environment: proxies and
/// authorities are used only where a transfer names them.
public enum TransferLibrary {
  /// The version of the libcurl in use, its TLS library included: `libcurl/7.88.1 OpenSSL/3.0.11`.
  public static var version: String { String(cString: curl_version()) }
}
