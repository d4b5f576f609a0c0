/// The terms of a query that the index holds, in the order in which they are scored.
///
/// Rare terms of great weight come first, single characters beside pairs last; ties by key. The first ones,
/// with about ``leadingPostings`` postings in all, are the *leading* terms. The others are *late*: they say
/// little, cost most of the time, and are scored only in the passages that the leading ones choose. All
/// passages take their terms in this one order, so a score does not depend on the way to it.
struct SearchPlan {
  struct Term {
    var key: UInt64
    /// Weight · idf.
    var factor: Float
    var idf: Float
    /// Passages that hold it.
    var count: Int
    /// A single character beside pairs.
    var isSingle: Bool
    /// Its lists are the ones from here on in ``SearchPlan/lists``, one a part.
    var lists: Int
    /// Its place in the query.
    var place: Int
  }

  private(set) var terms: [Term] = []
  /// By term and part in use; nil where a part has none.
  private var lists: [PostingList?] = []
  private let parts: Int
  /// How many come before the late ones.
  private(set) var leading = 0

  init(_ query: IndexQuery, in index: KnowledgeIndex) {
    parts = index.searched.count
    terms.reserveCapacity(query.terms.count)
    lists.reserveCapacity(query.terms.count * parts)
    let hasPairs = query.terms.contains { $0.key >> 60 == Self.pair }
    for (place, term) in query.terms.enumerated() where term.weight > 0 {
      let start = lists.count
      var count = 0
      for part in index.searched {
        let list = part.segment.postings(of: term.key)
        count += list?.count ?? 0
        lists.append(list)
      }
      if count > 0 { count -= index.deleted.count(of: term.key) }
      guard count > 0 else {
        lists.removeLast(parts)
        continue
      }
      let idf = index.idf(passages: count)
      terms.append(
        Term(
          key: term.key, factor: term.weight * idf, idf: idf, count: count,
          isSingle: hasPairs && term.key >> 60 == Self.single, lists: start, place: place))
    }
    terms.sort { a, b in
      a.isSingle != b.isSingle
        ? b.isSingle : a.factor != b.factor ? a.factor > b.factor : a.key < b.key
    }
    var postings = 0
    leading =
      terms.firstIndex { term in
        postings += term.count
        return term.isSingle || postings > Self.leadingPostings && postings > term.count
      } ?? terms.count
  }

  /// The postings of a term in a part in use.
  @inline(__always)
  func list(of term: Term, part: Int) -> PostingList? { lists[term.lists + part] }

  /// The postings of the leading terms together, unless the first alone has more.
  ///
  /// Over five collections nDCG@10 is within 0.0005 of what all pairs and words everywhere give. With half as many
  /// it falls by up to 0.004, and by 0.007 where the best are ranked again.
  static let leadingPostings: Int = 4096

  /// Kinds of terms by the top bits of their keys (`Term` of CityText).
  private static let single: UInt64 = 1
  private static let pair: UInt64 = 2
}
