/// The models that an agent may use; whatever they write is verified, and without them every answer stands.
public struct AgentModels: Sendable {
  /// Rewrites proved answers.
  public var writer: (any ModelBackend)?
  /// Picks between close skills, and fills in what a follow-up refers to.
  public var router: (any ModelBackend)?
  /// What models are told: `writer` and `router`, in the variants `zh` and `en`.
  public var prompts: PromptFolder
  /// Tools besides `find_passages` and `read_clause` that the writer may call for skills whose card allows them.
  public var tools: [any Tool] = []
  /// Told why a model was of no use, in words for the operator; answers only say that it was not.
  public var report: (@Sendable (String) -> Void)?

  public init(
    writer: (any ModelBackend)? = nil, router: (any ModelBackend)? = nil, prompts: PromptFolder,
    report: (@Sendable (String) -> Void)? = nil
  ) {
    self.report = report
    self.writer = writer
    self.router = router
    self.prompts = prompts
  }
}
