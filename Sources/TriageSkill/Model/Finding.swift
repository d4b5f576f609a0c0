/// A value of a work order, and who set it: a rule, a model, a table or a person, with the words it rests on.
public struct Finding<Value: Sendable & Equatable>: Sendable, Equatable {
  public var value: Value
  public var origin: FindingOrigin
  /// How sure, 0…1, where the origin can tell.
  public var score: Double?
  /// Bytes of ``Report/whole`` that it rests on, in order.
  public var evidence: [Range<Int>]

  public init(
    _ value: Value, by origin: FindingOrigin, score: Double? = nil, evidence: [Range<Int>] = []
  ) {
    self.value = value
    self.origin = origin
    self.score = score
    self.evidence = evidence
  }
}

/// Who set a value, in one word a person can look up: `rule:urgency.gas`, `model:1f3a…`, `table:M016`.
public struct FindingOrigin: Sendable, Equatable, CustomStringConvertible {
  public enum Kind: String, Sendable { case rule, model, table, sender, person }
  public var kind: Kind
  /// The rule's name, the model's digest, the table's row.
  public var name: String
  /// The version of the rules or of the file; empty where the name is a digest already.
  public var version: String

  public init(_ kind: Kind, _ name: String, version: String = "") {
    self.kind = kind
    self.name = name
    self.version = version
  }

  public var description: String {
    "\(kind.rawValue):\(name)" + (version.isEmpty ? "" : "@\(version)")
  }
}
