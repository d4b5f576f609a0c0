/// What the size of its work adds to a passage's score (``WorkSizes``).
struct PassagePrior {
  /// A part of a work of 3,000 gets that share of the most that the terms of a query can give.
  ///
  /// Over five collections 0.05, 0.1 and 0.15 differ by less than 0.004 in nDCG@10, on articles of law by 0.02.
  static let greatest: Float = 0.1

  private let works: WorkSizes
  private let index: KnowledgeIndex

  /// Nil where every document is a work of its own.
  init?(_ works: WorkSizes, in index: KnowledgeIndex) {
    guard !works.isEmpty else { return nil }
    self.works = works
    self.index = index
  }

  /// - Parameter passage: its number in the generation.
  func share(of passage: Int) -> Float {
    Self.greatest * works[index.document(ofPassage: passage)]
  }
}
