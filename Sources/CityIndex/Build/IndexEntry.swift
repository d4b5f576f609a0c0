/// A stretch of the documents of the next generation, in their order.
public enum IndexEntry: Sendable {
  /// Documents of the present generation, by number, as they are.
  case kept(Range<Int>)
  /// A document that is new, or has changed.
  case new(SourceDocument)

  var count: Int {
    switch self {
    case .kept(let range): range.count
    case .new: 1
    }
  }
}
