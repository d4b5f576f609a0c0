/// What a model is asked to do.
public enum ModelTask: String, Sendable, CaseIterable {
  /// Rewrites a composed answer.
  case writer
  /// Resolves hard references and picks between close skills.
  case router
  case embedder
  case reranker
}
