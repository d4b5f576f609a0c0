/// The models that an agent may use; whatever they write is verified, and without them every answer stands.
public struct AgentModels: Sendable {
  /// Rewrites proved answers.
  public var writer: (any ModelBackend)?
  /// Picks between close skills, and fills in what a follow-up refers to.
  public var router: (any ModelBackend)?
  /// What models are told: `writer` and `router`, in the variants `zh` and `en`.
  public var prompts: PromptFolder

  public init(
    writer: (any ModelBackend)? = nil, router: (any ModelBackend)? = nil, prompts: PromptFolder
  ) {
    self.writer = writer
    self.router = router
    self.prompts = prompts
  }
}
