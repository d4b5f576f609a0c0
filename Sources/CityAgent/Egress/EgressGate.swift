import CityJSON
public import CityNet
import CityText

/// The one way out: lets a request leave, or says why not.
///
/// In this order: offline unless a backend was chosen; exactly the chosen backends' hosts; personal data masked;
/// size and time; one audit line. Without that line nothing leaves. Only this file makes a ``ClearedTransfer``.
public struct EgressGate: EgressClearing {
  private let permitted: [TransferAddress]
  private let audit: any EgressAudit
  private let maximumBytes: Int
  private let maximumTime: Duration

  /// - Parameters:
  ///   - permitted: the chosen backends' addresses: their host, port and encryption count; empty stays offline.
  ///   - audit: where a line on each request goes, also on refused ones.
  ///   - maximumBytes: of a body, after masking.
  ///   - maximumTime: of a transfer over all attempts, whatever a backend's own limits say.
  public init(
    permitting permitted: [TransferAddress], audit: any EgressAudit,
    maximumBytes: Int = 1 << 20, maximumTime: Duration = .seconds(300)
  ) {
    self.permitted = permitted
    self.audit = audit
    self.maximumBytes = maximumBytes
    self.maximumTime = maximumTime
  }

  /// - Throws: ``AgentError`` `.offline`, `.hostNotPermitted`, `.personalData`, `.outgoingTooLarge` or `.audit`;
  ///   ``TransferError`` for a header that no request can have.
  public func clear(_ request: OutgoingRequest) async throws -> EgressClearance {
    var record = EgressRecord(request)
    do {
      let clearance = try clear(request, &record)
      try await write(record)
      return clearance
    } catch {
      if record.refusal == nil { record.refusal = (error as? AgentError)?.code.name ?? "refused" }
      if (error as? AgentError)?.code != .audit { try await write(record) }
      throw error
    }
  }

  private func clear(
    _ request: OutgoingRequest, _ record: inout EgressRecord
  ) throws -> EgressClearance {
    guard !permitted.isEmpty else {
      throw AgentError(.offline, "nothing is sent: no backend was chosen; choose one with --model")
    }
    let address = request.address
    guard
      permitted.contains(where: {
        $0.authority == address.authority && $0.isEncrypted == address.isEncrypted
      })
    else {
      throw AgentError(
        .hostNotPermitted, "nothing is sent to \(address.authority): it is no chosen backend's host"
      )
    }
    var masking = EgressMasking(request.body)
    guard masking.mask() else {
      throw AgentError(
        .personalData, "nothing is sent: personal data in the request could not be masked")
    }
    record.masked = masking.counts
    let body = masking.body.bytes
    record.bytes = body.count
    record.digest = SHA256.hex(body)
    guard body.count <= maximumBytes else {
      throw AgentError(
        .outgoingTooLarge,
        "nothing is sent: the request has \(body.count) bytes, more than \(maximumBytes)")
    }
    var limits = request.limits
    limits.total = min(limits.total, maximumTime)
    return EgressClearance(
      transfer: try ClearedTransfer(
        address: address, headers: request.headers, body: body, limits: limits,
        route: request.route),
      placeholders: masking.table)
  }

  private func write(_ record: EgressRecord) async throws {
    do {
      try await audit.record(record)
    } catch {
      throw AgentError(.audit, "nothing is sent: the audit line could not be written (\(error))")
    }
  }
}
