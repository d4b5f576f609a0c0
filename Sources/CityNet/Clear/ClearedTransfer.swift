/// A transfer that the egress gate has let through: the only thing this module sends.
///
/// Its initialiser is for the gate alone; a test reads the sources and asserts it.
public struct ClearedTransfer: Sendable, CustomStringConvertible, CustomReflectable {
  public let address: TransferAddress
  /// Asked for with GET where there is no body, sent with POST where there is one.
  let body: [UInt8]?
  let headers: [(name: String, value: String)]
  var limits: TransferLimits
  let route: TransferRoute

  /// - Throws: ``TransferError`` `.badTransfer` where a header would break out of its line.
  package init(
    address: TransferAddress, headers: [(name: String, value: String)], body: [UInt8]?,
    limits: TransferLimits, route: TransferRoute
  ) throws(TransferError) {
    for header in headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isToken),
        header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
      else {
        // The value may be a key: it is not shown.
        throw TransferError(
          .badTransfer, "a header's name or value has a character that no header may have",
          host: address.authority)
      }
    }
    self.address = address
    self.headers = headers
    self.body = body
    self.limits = limits
    self.route = route
  }

  /// The address and size alone: headers hold keys, bodies hold questions.
  public var description: String { "\(address) (\(body?.count ?? 0) bytes)" }

  public var customMirror: Mirror { Mirror(self, children: ["transfer": description]) }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
