public import CityJSON

/// What a kind of server does its own way.
///
/// Sources: OpenAI's API description, the documents of vLLM, Ollama, llama.cpp, DeepSeek and DashScope. What a
/// site's server does differently again is set key by key under `profile` in the configuration.
public struct BackendProfile: Sendable {
  /// How the form of an answer is asked for.
  public enum SchemaForm: String, Sendable, CaseIterable {
    /// `json_schema` with `strict`.
    case strict
    /// `json_schema` without it.
    case plain
    /// `json_object` with the schema beside it (llama.cpp).
    case beside
    /// `json_object` alone: the schema must stand in the prompt.
    case object
    /// Not at all.
    case none
  }

  public var name: String
  /// The key of the limit of tokens.
  public var tokenLimitKey: String = "max_tokens"
  /// Whether `stream_options` may be sent, to get the usage of a stream.
  public var hasStreamOptions: Bool = true
  public var hasToolChoice: Bool = true
  public var hasSeed: Bool = true
  public var schemaForm: SchemaForm = .plain
  /// Whether requests with tools are streamed: some servers' parsers of streamed calls are not to be trusted.
  public var streamsTools: Bool = true
  /// Whether everything is streamed: some models answer no other way.
  public var streamsOnly: Bool = false
  /// Most texts in one request for vectors.
  public var embeddingBatch: Int = 64
  /// Keys and values put into every chat request as they are.
  public var extra: [JSONValue.Member] = []

  init(_ name: String, _ set: (inout BackendProfile) -> Void = { _ in }) {
    self.name = name
    set(&self)
  }

  /// The intersection of what all servers take.
  public static let plain: BackendProfile = BackendProfile("plain") {
    $0.hasStreamOptions = false
    $0.hasToolChoice = false
    $0.hasSeed = false
    $0.schemaForm = .object
  }

  public static let openAI: BackendProfile = BackendProfile("openai") {
    $0.tokenLimitKey = "max_completion_tokens"
    $0.schemaForm = .strict
  }

  /// Tool calls come whole: its parsers of streamed calls differ by model and version.
  public static let vLLM: BackendProfile = BackendProfile("vllm") { $0.streamsTools = false }

  public static let ollama: BackendProfile = BackendProfile("ollama") { $0.hasToolChoice = false }

  public static let llamaCpp: BackendProfile = BackendProfile("llama.cpp") {
    $0.schemaForm = .beside
  }

  public static let deepSeek: BackendProfile = BackendProfile("deepseek") {
    $0.hasSeed = false
    $0.schemaForm = .object
  }

  public static let dashScope: BackendProfile = BackendProfile("dashscope") {
    $0.schemaForm = .object
    $0.embeddingBatch = 10
  }

  public static let all: [BackendProfile] = [
    .plain, .openAI, .vLLM, .ollama, .llamaCpp, .deepSeek, .dashScope,
  ]
}
