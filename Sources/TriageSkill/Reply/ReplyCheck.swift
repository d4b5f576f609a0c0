import CityText

/// Holds a draft reply against its order: each matter answered, a unit, a result, the limit, no blame, no threat.
///
/// Rules over word tables, not understanding: where they cannot tell they say ``ReplyFinding/Verdict/unclear``. Personal data of
/// others is not looked for here.
public struct ReplyCheck: Sendable {
  public let findings: [ReplyFinding]

  /// Whether no check failed; unclear ones still want a reader.
  public var hasNoFailure: Bool { findings.allSatisfy { $0.verdict != .failed } }

  public func findings(_ verdict: ReplyFinding.Verdict) -> [ReplyFinding] {
    findings.filter { $0.verdict == verdict }
  }

  /// - Parameter at: when the reply goes out; nil where that is not known.
  /// - Complexity: O(n) in reply and report.
  public init(_ reply: [UInt8], to subject: ReplySubject, at moment: Moment? = nil) {
    let draft = ReplyDraft(reply)
    var findings = subject.matters.indices.map { Self.matter($0, of: subject, draft) }
    findings.append(Self.unit(draft, subject))
    let result = Self.result(draft)
    findings.append(result.finding)
    if let close = subject.close {
      findings +=
        Self.promise(draft, result.promises, close: close, sent: moment).map { [$0] } ?? []
    }
    findings.append(Self.deadline(moment, subject.close))
    findings.append(Self.tone(draft, .blame, .blame, bad: .blames, good: .noBlame))
    findings.append(Self.tone(draft, .threat, .threat, bad: .threatens, good: .noThreat))
    self.findings = findings
  }

  private static func deadline(_ moment: Moment?, _ close: Moment?) -> ReplyFinding {
    guard let moment, let close else {
      return ReplyFinding(rule: .deadline, verdict: .unclear, evidence: [], reason: .noMoment)
    }
    let isLate = moment > close
    return ReplyFinding(
      rule: .deadline, verdict: isLate ? .failed : .passed, evidence: [],
      reason: isLate ? .late : .inTime)
  }

  private static func tone(
    _ draft: ReplyDraft, _ rule: ReplyFinding.Rule, _ sign: ReplyLexicon.Sign, bad: ReplyReason,
    good: ReplyReason
  ) -> ReplyFinding {
    let found = draft.signs.filter { $0.sign == sign }.map { draft.source($0.range) }
    return ReplyFinding(
      rule: rule, verdict: found.isEmpty ? .passed : .failed, evidence: found,
      reason: found.isEmpty ? good : bad)
  }
}
