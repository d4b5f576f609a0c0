/// Models spoken to over HTTP: chat, embeddings and reranking of OpenAI-compatible servers.
///
/// ``ModelConfiguration`` is read from the `models` key of `city-agent.json`; ``ModelBackends`` makes of it what each
/// task asks: a ``ChatBackend``, ``EmbeddingBackend`` or ``RerankBackend``, with others to fall back to. What a server
/// does its own way stands in its ``BackendProfile``. Every request goes through the egress gate; nothing
/// here reads the environment or opens a socket.
///
/// A host that wants a model chooses it in code, or reads it from a file of its own:
/// ```swift
/// let chosen = try ModelConfiguration(json: text) { variables[$0] }
/// let backends = ModelBackends(chosen, audit: EgressAuditFile(path: "/var/log/city/egress.jsonl"))
/// let agent = try Agent.standard(models: backends.agentModels { try PromptFolder("/opt/city/prompts") })
/// ```
public enum CityBackends {}
