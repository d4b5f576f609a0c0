import CityAgentKit
import CityBackends
import CityIndex

extension Installation {
  /// The chosen models behind the egress gate, which lets out requests to their hosts alone; nil where none is chosen.
  ///
  /// Without one, libcurl is not set up and no prompt is read: a new process must answer within 25 ms.
  func backends() throws(CommandFailure) -> ModelBackends? {
    guard let chosen = try models.configuration() else { return nil }
    return ModelBackends(chosen, audit: audit)
  }

  /// Where each request that leaves, or is refused, gets its line.
  var audit: EgressAuditFile { EgressAuditFile(path: auditPath) }

  var auditPath: String { configuration.audit ?? Environment.stateFolder + "/egress.jsonl" }

  /// The folder of prompts; nil where no installation was found.
  var promptsFolder: String? { configuration.prompts ?? home.map { $0 + "/prompts" } }

  /// The prompts, all read.
  /// - Throws: ``AgentError`` `.badPrompt` with file and line.
  func prompts() throws -> PromptFolder {
    guard let folder = promptsFolder else { throw CommandFailure.usage(Phrase.noPrompts.text()) }
    return try PromptFolder(folder)
  }

  /// An agent over knowledge that is open: the one place where models and a retriever come in.
  ///
  /// - Parameter retriever: what finds passages; nil takes the knowledge's own index, and vectors
  ///   where an embedder is configured.
  func agent(
    over knowledge: KnowledgeBase, skills: [any Skill], backends: ModelBackends?,
    retriever: (any Retriever)? = nil, sessions: any SessionStore,
    recorder: (any RunRecorder)? = nil
  ) throws -> Agent {
    let knowledge =
      try configuration.weights.map {
        KnowledgeBase(knowledge.index, weights: try RankOptions.weights($0))
      } ?? knowledge
    return Agent(
      knowledge: knowledge, skills: skills, configuration: agentConfiguration,
      retriever: retriever ?? hybrid(knowledge, backends),
      models: try backends?.agentModels(prompts: { try prompts() }),
      sessions: sessions, recorder: recorder)
  }

  /// Search by words and by meaning, where an embedder is configured; nil leaves the index's own.
  private func hybrid(_ knowledge: KnowledgeBase, _ backends: ModelBackends?) -> HybridRetriever? {
    guard let backends, let embedder = backends.embedder else { return nil }
    return HybridRetriever(
      knowledge.index, vectors: VectorSource(besides: knowledge.index), embedder: embedder,
      lexical: RankedRetriever(knowledge), reranker: backends.reranker)
  }
}
