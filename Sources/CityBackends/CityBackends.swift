/// Models spoken to over HTTP: chat, embeddings and reranking of OpenAI-compatible servers.
///
/// ``ModelConfiguration`` is read from the `models` key of `city-agent.json`; ``ModelBackends`` makes of it what each
/// task asks: a ``ChatBackend``, ``EmbeddingBackend`` or ``RerankBackend``, with others to fall back to. What a server
/// does its own way stands in its ``BackendProfile``. Every request goes through the egress gate; nothing
/// here reads the environment or opens a socket.
public enum CityBackends {}
