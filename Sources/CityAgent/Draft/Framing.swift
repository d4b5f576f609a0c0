/// A sentence that claims nothing of its own: a key of the text table and typed arguments.
public struct Framing: Sendable, Equatable {
  public var key: Key
  public var arguments: [Argument]

  public init(_ key: Key, _ arguments: Argument...) {
    self.key = key
    self.arguments = arguments
  }

  /// A value put into a sentence, by what it is.
  public enum Argument: Sendable, Equatable {
    /// The name of a service item, document or skill.
    case item(String)
    /// The name of a field: 办理时限.
    case field(String)
    case day(String)
    case count(Int)
    case phone(String)
    case place(String)
    case options([String])

    var kind: Kind {
      switch self {
      case .item: .item
      case .field: .field
      case .day: .day
      case .count: .count
      case .phone: .phone
      case .place: .place
      case .options: .options
      }
    }

    enum Kind: Sendable { case item, field, day, count, phone, place, options }
  }

  /// The sentences there are; the texts stand in ``FramingTable``.
  public enum Key: String, Sendable, CaseIterable, Codable {
    case itemField, documentSays
    case abstainNothing, abstainNearest, abstainField, abstainAspect, abstainRegion
    case hotline, complaint, greeting
    case clarifyItem, clarifySkill, optionsList
    case unverified, unverifiedField, asOf, asOfUnknown, expired, notYetInForce
    case amountsChange, otherLanguage, partUnproved
    case emptyQuestion, questionTooLong, unknownSkill, cancelled, skillFailed, sessionFailed
  }
}
