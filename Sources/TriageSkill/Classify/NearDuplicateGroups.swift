import CityText

/// Groups of texts that say nearly the same, so that one of them is never learnt from while another is judged.
enum NearDuplicateGroups {
  private static let gramLength = 5
  /// 5-gram Jaccard from which two texts are near-duplicates: 4/5.
  private static let share = (of: 4, in: 5)

  /// For each text the first one, in the order of `ids`' bytes, of its group.
  ///
  /// Two texts whose sets of 5-grams of characters agree to 4/5 stand in one group; groups that touch are one.
  /// Exact: sets that agree so far share one of the first fifth of their grams in any fixed order (prefix filter, Chaudhuri
  /// et al., ICDE 2006); the order here is that of hashes.
  /// - Complexity: O(n) grams, and a merge for each pair that shares one.
  static func leaders(_ texts: [String], ids: [String]) -> [Int] {
    let grams = texts.map { Self.grams(of: $0) }
    var groups = DisjointSets(texts.count)
    var holders = FeatureNumbering()
    var rows: [[Int32]] = []
    var seen = [Int](repeating: -1, count: texts.count)
    for (row, own) in grams.enumerated() {
      let least = (own.count * share.of + share.in - 1) / share.in
      for gram in own.prefix(own.count - least + 1) {
        let holder = holders.number(of: gram)
        if holder == rows.count { rows.append([]) }
        for other in rows[holder] where seen[Int(other)] != row {
          seen[Int(other)] = row
          if areAlike(own, grams[Int(other)]) { groups.join(row, Int(other)) }
        }
        rows[holder].append(Int32(row))
      }
    }
    var leader = Array(texts.indices)
    for row in texts.indices {
      let root = groups.root(of: row)
      if Array(ids[row].utf8).lexicographicallyPrecedes(ids[leader[root]].utf8) {
        leader[root] = row
      }
    }
    return texts.indices.map { leader[groups.root(of: $0)] }
  }

  /// Hashes of the 5-grams of a text, sorted, each once; of a shorter text the hash of all of it.
  static func grams(of text: String) -> [UInt64] {
    let characters = String(decoding: Folding.fold(Array(text.utf8)), as: UTF8.self).unicodeScalars
      .map { UInt64($0.value) }
    func hash(_ part: ArraySlice<UInt64>) -> UInt64 {
      var x = part.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
      x = (x ^ x >> 33) &* 0xFF51_AFD7_ED55_8CCD
      return x ^ x >> 33
    }
    guard characters.count > gramLength else { return [hash(characters[...])] }
    var grams = (0...(characters.count - gramLength)).map {
      hash(characters[$0..<($0 + gramLength)])
    }
    grams.sort()
    var kept = 0
    for gram in grams where kept == 0 || gram != grams[kept - 1] {
      grams[kept] = gram
      kept += 1
    }
    grams.removeLast(grams.count - kept)
    return grams
  }

  /// Whether two sorted sets have 4/5 of all their members in common.
  static func areAlike(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    guard min(a.count, b.count) * share.in >= max(a.count, b.count) * share.of else { return false }
    var common = 0
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common * share.in >= (a.count + b.count - common) * share.of
  }
}

/// Sets that are joined two by two (union-find with path halving).
private struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var at = member
    while parents[at] != at {
      parents[at] = parents[parents[at]]
      at = parents[at]
    }
    return at
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }
}
