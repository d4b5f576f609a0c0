/// A place and a matter, or an issue, that many persons wrote of lately.
public struct HotSpot: Sendable, Equatable {
  /// What its orders have in common.
  public enum Subject: Sendable, Equatable {
    /// A street, with its community where all know it, and a matter.
    case placeAndMatter(place: String, matter: String)
    /// A cluster, by the order whose title stands for it.
    case issue(representative: Int)
  }

  public var subject: Subject
  /// Its orders of the last seven days, as positions in the records.
  public var recent: [Int]
  /// Its orders of the weeks before that make the baseline.
  public var before: [Int]
  /// Distinct persons of the last seven days.
  public var persons: Int
  /// Distinct persons a week in the baseline; nil where there is less than a week of it.
  public var usual: Double?
  /// How probable so many persons or more would be in a usual week; nil without a baseline.
  public var chance: Double?
  public var likes: Int
  /// What hot spots are ordered by, see ``HotSpots``.
  public var heat: Double
  /// Whether so many persons are surprising even among all spots that were looked at.
  public var isWarning: Bool
}
