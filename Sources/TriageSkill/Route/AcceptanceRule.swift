public import CityText

/// A kind of report that is not this desk's, and the channel that is.
public struct AcceptanceRule: Sendable, Equatable {
  public var id: String
  public var reason: String
  public var englishReason: String
  /// Where the citizen should go, by name or number.
  public var channel: String
  public var englishChannel: String
  /// Whether it applies where the words name another city or district, instead of by phrases.
  public var isElsewhere: Bool
  /// Whether it decides alone; else a person looks.
  public var decides: Bool
  public var phrases: [String]
  /// Words that make another matter of it: 被偷了 said of a manhole cover is one for this desk.
  public var exceptions: [String]
  public var source: String
  public var confidence: String
  public var asOf: String

  public func reason(_ language: WrittenLanguage) -> String {
    language == .english && !englishReason.isEmpty ? englishReason : reason
  }

  public func channel(_ language: WrittenLanguage) -> String {
    language == .english && !englishChannel.isEmpty ? englishChannel : channel
  }
}

/// Whether a desk takes a report, who said so, and whom to call first.
public struct AcceptanceDecision: Sendable, Equatable {
  public var acceptance: Finding<WorkOrder.Acceptance>
  /// The lines an emergency is handed over to before it is filed, the first one first.
  public var handOver: [EmergencyLine]
  /// The rules that the words point to, the one that decided first.
  public var rules: [AcceptanceRule]
}
