/// How fast a matter must be met.
public enum Urgency: String, Sendable, CaseIterable, Comparable {
  case normal
  /// Harm is likely soon: the desk's urgent track.
  case urgent
  /// Life or great harm is at stake now: handed over to an emergency line first.
  case emergency

  public static func < (a: Urgency, b: Urgency) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// The lines an emergency is handed over to.
public enum EmergencyLine: String, Sendable, CaseIterable {
  case police = "110"
  case fire = "119"
  case ambulance = "120"
  case traffic = "122"
}

/// What an urgency rests on.
public struct UrgencyReading: Sendable, Equatable {
  public var urgency: Urgency
  /// The lines to call at once, the first one first.
  public var lines: [EmergencyLine]
  /// What is at stake: `gas`, `fire`, `flooding`, `crowd`, `minor`, `life`, `violence`, `traffic` …
  public var reasons: [String]

  public init(_ urgency: Urgency, lines: [EmergencyLine] = [], reasons: [String] = []) {
    self.urgency = urgency
    self.lines = lines
    self.reasons = reasons
  }
}
