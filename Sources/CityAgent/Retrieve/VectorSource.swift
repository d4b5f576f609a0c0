public import CityIndex

/// The vectors beside an index, or why there are none to use.
public struct VectorSource: Sendable {
  /// Nil where there are none.
  public let index: VectorIndex?
  /// Why.
  public let notice: RetrievalNotice?

  public init(_ index: VectorIndex) {
    self.index = index
    notice = nil
  }

  /// Opens the vectors that lie beside an index; that they cannot be read is a notice, not a failure.
  public init(besides index: KnowledgeIndex) {
    do throws(IndexError) {
      self.init(try VectorIndex.open(VectorIndex.path(of: index.path)))
    } catch {
      self.init(
        notice: .noVectors(
          reason: error.code == .notFound
            ? "there are no vectors beside the index; run city-agent index embed"
            : error.description))
    }
  }

  private init(notice: RetrievalNotice) {
    index = nil
    self.notice = notice
  }

  /// The same, without vectors of another model or generation.
  func checked(for knowledge: KnowledgeIndex, model: String) -> VectorSource {
    guard let index else { return self }
    if index.model != model {
      return VectorSource(notice: .otherModel(vectors: index.model, embedder: model))
    }
    return index.isFor(knowledge) ? self : VectorSource(notice: .otherGeneration)
  }
}
