/// Collects a document's clauses and keeps their paths unique.
struct ClauseList {
  private(set) var clauses: [SourceClause] = []
  private var used: [String: Int] = [:]

  /// A list that begins with clauses whose paths are unique.
  init(_ clauses: [SourceClause] = []) {
    self.clauses = clauses
    for clause in clauses { used[clause.path] = 1 }
  }

  /// Adds one clause, or several (`path/1`, `path/2` …) where there is more than one part.
  mutating func add(path: String, heading: String, parts: [Range<Int>]) {
    guard parts.count > 1 else {
      if let only = parts.first {
        clauses.append(SourceClause(path: unique(path), heading: heading, range: only))
      }
      return
    }
    let base = unique(path)
    for (i, part) in parts.enumerated() {
      clauses.append(
        SourceClause(path: unique("\(base)/\(i + 1)"), heading: heading, range: part))
    }
  }

  /// The path itself, or the first of `path (2)`, `path (3)` … that is free.
  private mutating func unique(_ path: String) -> String {
    guard let times = used[path] else {
      used[path] = 1
      return path
    }
    var n = times + 1
    while used["\(path) (\(n))"] != nil { n += 1 }
    used[path] = n
    used["\(path) (\(n))"] = 1
    return "\(path) (\(n))"
  }
}
