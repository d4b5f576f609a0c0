import CityJSON
import CityNet
public import CityText

/// What the audit log keeps of a request: digests and counts, never contents.
public struct EgressRecord: Sendable, Equatable {
  public var purpose: String
  public var backend: String
  /// Host and port.
  public var host: String
  /// SHA-256 of the body as it is sent, in hex; nil where it was refused before that.
  public var digest: String?
  /// Bytes of the body.
  public var bytes: Int = 0
  /// How many different pieces of personal data were masked, by kind.
  public var masked: [PersonalData.Kind: Int] = [:]
  /// The code of the refusal; nil where the request left.
  public var refusal: String?

  init(_ request: OutgoingRequest) {
    purpose = request.purpose
    backend = request.backend
    host = request.address.authority
  }

  /// One line of JSON, kinds in the order of their declaration.
  public var json: String {
    var writer = JSONWriter()
    writer.object { write(into: &$0) }
    return writer.text
  }

  /// The members of an object.
  func write(into writer: inout JSONWriter) {
    writer.key("purpose", purpose)
    writer.key("backend", backend)
    writer.key("host", host)
    writer.key("digest", digest)
    writer.key("bytes", bytes)
    writer.key("masked")
    writer.object { writer in
      for kind in PersonalData.Kind.allCases {
        guard let count = masked[kind] else { continue }
        writer.key(named: kind.rawValue)
        writer.integer(count)
      }
    }
    writer.key("refusal", refusal)
  }
}

/// Where audit lines go.
public protocol EgressAudit: Sendable {
  /// Returns when the line is kept; nothing leaves before.
  func record(_ record: EgressRecord) async throws
}
