extension SkillEnvironment {
  /// The same for one turn: what its retriever could not do well is put down in `notices`.
  public func forTurn(_ notices: RetrievalNotices) -> SkillEnvironment {
    SkillEnvironment(
      knowledge: knowledge, retriever: retriever.forTurn(notices), hotline: hotline,
      deadline: deadline)
  }
}
