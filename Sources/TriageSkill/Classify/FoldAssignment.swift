import CityText

/// Which fold of a cross-validation each row is in.
public enum FoldAssignment {
  /// The folds: SHA-256 of `salt` and the id, as a number, modulo `count`; near-duplicates in the fold of their smallest id.
  public static func folds(_ rows: [TrainingRow], count: Int, salt: String = "fold:") -> [Int] {
    let ids = rows.map(\.id)
    return NearDuplicateGroups.leaders(rows.map(\.text), ids: ids).map { leader in
      fold(of: ids[leader], count: count, salt: salt)
    }
  }

  static func fold(of id: String, count: Int, salt: String) -> Int {
    var hash = SHA256()
    hash.update((salt + id).utf8)
    return hash.finish().reduce(0) { ($0 * 256 + Int($1)) % count }
  }
}
