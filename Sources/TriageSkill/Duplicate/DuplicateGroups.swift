/// Which orders a person has declared to be about the same thing. Every order stays as it came; nothing is lost.
///
/// A merge says that one order repeats another. Orders tied by merges are a group, named after the order that repeats
/// none. Merging and unmerging give new groups and leave the old as they were; an unmerge takes back exactly one
/// merge, so groups are again what they would be without it.
public struct DuplicateGroups: Sendable, Equatable {
  /// One decision: `order` repeats `target`.
  public struct Merge: Sendable, Equatable {
    public var order: String
    public var target: String
    /// Why, in words for people or as signs: `text, place`.
    public var reason: String

    public init(order: String, target: String, reason: String) {
      self.order = order
      self.target = target
      self.reason = reason
    }
  }

  /// All orders, in the order they were given; an id counts once.
  public let orders: [String]
  /// What holds now, in the order it was decided.
  public private(set) var merges: [Merge] = []
  private var targets: [String: String] = [:]
  private let known: Set<String>

  /// Each order on its own.
  public init(orders: [String]) {
    var known: Set<String> = []
    self.orders = orders.filter { known.insert($0).inserted }
    self.known = known
  }

  /// Merges an order into another one.
  ///
  /// - Throws: ``TriageError``: `not-found` for an unknown order; `not-allowed` where it is merged already or both are
  ///   in one group.
  public func merging(
    _ order: String, into target: String, because reason: String
  ) throws(TriageError) -> DuplicateGroups {
    for id in [order, target] where !known.contains(id) {
      throw TriageError(.notFound, "there is no order “\(id)”")
    }
    if let other = targets[order] {
      throw TriageError(
        .notAllowed, "order “\(order)” is merged into “\(other)” already: unmerge it first")
    }
    guard group(of: order) != group(of: target) else {
      throw TriageError(
        .notAllowed, "orders “\(order)” and “\(target)” are in one group already")
    }
    var next = self
    next.merges.append(Merge(order: order, target: target, reason: reason))
    next.targets[order] = target
    return next
  }

  /// Takes back the merge of an order into another; what was merged into it stays with it.
  ///
  /// - Throws: ``TriageError``: `not-found` where the order is unknown or not merged into another.
  public func unmerging(_ order: String) throws(TriageError) -> DuplicateGroups {
    guard known.contains(order) else {
      throw TriageError(.notFound, "there is no order “\(order)”")
    }
    guard targets[order] != nil else {
      let own = merges.filter { $0.target == order }.map(\.order).joined(separator: "”, “")
      throw TriageError(
        .notFound,
        "order “\(order)” is merged into none"
          + (own.isEmpty ? "" : "; unmerge what is merged into it: “\(own)”"))
    }
    var next = self
    next.targets[order] = nil
    next.merges.removeAll { $0.order == order }
    return next
  }

  /// The group of an order: the id of the order that repeats none; the order's own where it is alone or unknown.
  public func group(of order: String) -> String {
    var at = order
    while let next = targets[at] { at = next }
    return at
  }

  /// The group of every order.
  public var groups: [String: String] {
    var out: [String: String] = [:]
    for order in orders { out[order] = group(of: order) }
    return out
  }

  /// The orders of a group, in the order they were given.
  public func members(of group: String) -> [String] {
    orders.filter { self.group(of: $0) == group }
  }

  /// Distinct persons of each group: an account counts once however often it wrote, an order without one for itself.
  /// - Parameter reporters: the account by order.
  public func persons(_ reporters: [String: String]) -> [String: Int] {
    var accounts: [String: Set<String>] = [:]
    var unknown: [String: Int] = [:]
    for order in orders {
      let group = group(of: order)
      if let account = reporters[order] {
        accounts[group, default: []].insert(account)
      } else {
        unknown[group, default: 0] += 1
      }
    }
    return accounts.mapValues(\.count).merging(unknown) { $0 + $1 }
  }
}
