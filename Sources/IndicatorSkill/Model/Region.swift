/// A region that observations are of.
public struct Region: Sendable, Equatable {
  /// The name in the observation files: 福田区, 深圳, 全国.
  public var name: String
  public var english: String
  public var aliases: [String]
  /// `nation`, `province`, `city`, `district`.
  public var kind: String
  /// Name of the region it is part of.
  public var parent: String?
  /// Groups it is compared in: `main-cities`.
  public var groups: [String]
}
