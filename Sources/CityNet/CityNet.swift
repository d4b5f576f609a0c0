import CCurl

/// Transfers over libcurl; the only module that imports CCurl.
///
/// Nothing is sent yet: a backend is an option of a later release. What is here is what `doctor`
/// reports, so that a site can see which libcurl it would trust with its traffic.
public enum TransferLibrary {
  /// The version of the libcurl in use, its TLS library included: `libcurl/7.88.1 OpenSSL/3.0.11`.
  public static var version: String { String(cString: curl_version()) }
}
