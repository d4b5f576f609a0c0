/// A row of the responsibility table: a matter, what people call it, who deals with it and how fast.
public struct ResponsibilityRow: Sendable, Equatable {
  public var id: String
  public var category: String
  public var name: String
  /// What people call it; parts that must stand near each other are joined by `+`.
  public var keywords: [String]
  public var lead: String
  public var support: [String]
  public var level: DeskLevel
  public var opening: String
  public var closing: String
  public var limit: TimeLimit
  /// Whether the matter is one for the desk's urgent track, whatever the words say.
  public var isUrgent: Bool
  /// Codes of GB/T 47678.5 that it belongs to.
  public var codes: [String]
  public var source: String
  public var asOf: String
  /// Whether lead and limit are the city's own.
  public var isVerified: Bool
  public var note: String

  /// The assignment it makes, with `街道…` units named after the street of the place where that is known.
  public func assignment(street: String? = nil) -> Assignment {
    Assignment(
      matter: id, name: name, lead: Self.named(lead, street: street),
      support: support.map { Self.named($0, street: street) }, level: level, opening: opening,
      closing: closing, limit: limit, isVerified: isVerified)
  }

  /// 街道办事处 in 莲花街道 is 莲花街道办事处.
  private static func named(_ unit: String, street: String?) -> String {
    guard let street, street.hasSuffix("街道"), unit.hasPrefix("街道") else { return unit }
    return street + unit.dropFirst(2)
  }
}
