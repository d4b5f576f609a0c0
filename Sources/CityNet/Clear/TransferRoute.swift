/// How a host is reached and trusted: authorities, proxy, kinds of addresses.
public struct TransferRoute: Sendable, Equatable, CustomReflectable {
  /// A PEM file of the authorities to trust, in place of the system's.
  public var authorities: String?
  /// The proxy to go through, as `http://host:port`; nil goes straight, whatever the environment says.
  public var proxy: String?
  /// Whether addresses of 169.254/16 and fe80::/10 may be connected to: cloud metadata services live there.
  public var allowsLinkLocal: Bool

  public init(authorities: String? = nil, proxy: String? = nil, allowsLinkLocal: Bool = false) {
    self.authorities = authorities
    self.proxy = proxy
    self.allowsLinkLocal = allowsLinkLocal
  }

  /// Without the proxy's address, which may hold a password.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "authorities": authorities as Any, "hasProxy": proxy != nil,
        "allowsLinkLocal": allowsLinkLocal,
      ])
  }
}
