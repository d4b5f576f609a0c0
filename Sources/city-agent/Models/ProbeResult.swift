import CityAgentKit
import CityBackends
import CityJSON
import CityNet

/// One line of `models test`.
struct ProbeResult: Sendable {
  enum State: String, Sendable {
    case ok, failed, skipped
  }

  let backend: String
  let kind: ModelProbe.Kind
  var state: State = .ok
  var seconds = 0.0
  /// Why it failed or was left out.
  var reason: String?
  /// What to do.
  var hint: String?

  init(backend: String, kind: ModelProbe.Kind) {
    self.backend = backend
    self.kind = kind
  }

  var line: String {
    let mark = state == .ok ? "✓" : state == .failed ? "✗" : "–"
    let name = "\(mark) \(backend) \(kind.rawValue)"
    switch state {
    case .ok: return "\(name): \(Decimals.text(seconds, places: 2)) s"
    case .skipped, .failed:
      return "\(name): " + [reason, hint].compactMap { $0 }.joined(separator: " – ")
    }
  }

  func write(into writer: inout JSONWriter) {
    writer.object { w in
      w.key("backend", backend)
      w.key("test", kind.rawValue)
      w.key("result", state.rawValue)
      w.key("seconds", (seconds * 1000).rounded() / 1000)
      w.key("reason", reason)
      w.key("hint", hint)
    }
  }
}

/// What to do about a failure of a backend.
enum ProbeHint {
  static func text(
    for error: any Error, _ kind: ModelProbe.Kind, _ endpoint: BackendEndpoint
  ) -> String {
    guard let error = error as? BackendError else { return Phrase.hintAudit.text() }
    switch error.code {
    case .unauthorised:
      return Phrase.hintKey.text(endpoint.keyVariable ?? "OPENAI_API_KEY")
    case .notFound: return Phrase.hintAddress.text()
    case .limited: return Phrase.hintLimited.text()
    case .badRequest:
      switch kind {
      case .schema: return Phrase.hintSchema.text()
      case .tools: return Phrase.hintTools.text()
      default: return Phrase.hintProfile.text()
      }
    case .notAnAnswer: return Phrase.hintAddress.text()
    case .transfer: return transfer(error, endpoint)
    default: return Phrase.hintServer.text()
    }
  }

  private static func transfer(_ error: BackendError, _ endpoint: BackendEndpoint) -> String {
    switch error.transfer?.code {
    case .untrusted?: Phrase.hintAuthorities.text()
    case .firstByteDeadline?, .idleDeadline?, .totalDeadline?: Phrase.hintSlow.text()
    case .forbiddenAddress?: Phrase.hintLinkLocal.text()
    case .redirected?: Phrase.hintAddress.text()
    default: Phrase.hintUnreachable.text(endpoint.address.authority)
    }
  }
}
