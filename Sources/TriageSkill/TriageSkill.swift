/// Report triage: from a citizen's or inspector's words to a work order that a desk can trust.
///
/// A ``Report`` comes in and a ``WorkOrder`` goes out; every field of it is a ``Finding`` that names the rule,
/// model or table row that set it.
public enum TriageRules {
  /// Changes when a rule in code changes; part of each finding's origin.
  public static let version: String = "1"
}
