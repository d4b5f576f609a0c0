import CityJSON
import CityNet
import Testing

@testable import CityBackends

@Suite struct ModelConfigurationTests {
  static func configuration(
    _ text: String, folder: String? = nil, _ environment: [String: String] = [:]
  ) throws -> ModelConfiguration {
    try ModelConfiguration(JSONScanner.read(Array(text.utf8)), folder: folder) { environment[$0] }
  }

  @Test func everyKeyIsRead() throws {
    let configuration = try Self.configuration(
      #"""
      {"backends": [
        {"name": "a", "url": "http://10.0.0.1:8000/v1/", "model": "Qwen3-8B", "key": "QWEN_KEY",
         "profile": {"name": "vllm", "tokenLimitKey": "max_new", "streamOptions": false,
           "toolChoice": false, "seed": false, "schema": "none", "streamsTools": true,
           "streamsOnly": true, "embeddingBatch": 5, "extra": {"x": [1, null]}},
         "timeouts": {"connect": 1.5, "firstByte": 2, "idle": 3, "total": 4}, "answerBytes": 1000,
         "authorities": "ca.pem", "proxy": "http://proxy:3128", "allowLinkLocal": true, "retries": 0},
        {"name": "b", "url": "https://api.deepseek.com", "model": "deepseek-chat", "key": null}
      ], "writer": ["a", "b"], "router": ["b"], "embedder": [], "reranker": ["a"]}
      """#, folder: "/home/city", ["QWEN_KEY": "sk-1", "OPENAI_API_KEY": "sk-2"])
    let a = configuration.backends[0]
    #expect(a.address.url == "http://10.0.0.1:8000/v1/")
    #expect(a.model == "Qwen3-8B")
    #expect(a.headers.last?.value == "Bearer sk-1")
    #expect(a.limits.connect == .milliseconds(1500))
    #expect(a.limits.total == .seconds(4))
    #expect(a.limits.bodyBytes == 1000)
    #expect(a.route.authorities == "/home/city/ca.pem")
    #expect(a.route.proxy == "http://proxy:3128")
    #expect(a.route.allowsLinkLocal)
    #expect(a.retries == 0)
    #expect(a.profile.name == "vllm")
    #expect(a.profile.tokenLimitKey == "max_new")
    #expect(!a.profile.hasStreamOptions && !a.profile.hasToolChoice && !a.profile.hasSeed)
    #expect(a.profile.schemaForm == .none)
    #expect(a.profile.streamsTools && a.profile.streamsOnly)
    #expect(a.profile.embeddingBatch == 5)
    #expect(JSONValue.object(a.profile.extra).bytes == Array(#"{"x":[1,null]}"#.utf8))
    let b = configuration.backends[1]
    #expect(b.profile.name == "deepseek")
    #expect(b.headers.count == 1)
    #expect(configuration.endpoints(for: .writer).map(\.name) == ["a", "b"])
    #expect(configuration.endpoints(for: .router).map(\.name) == ["b"])
    #expect(configuration.endpoints(for: .embedder).isEmpty)
    #expect(configuration.chosen.map(\.name) == ["a", "b"])
  }

  /// What is wrong, and the text at which the message must point.
  @Test(arguments: [
    (#"{"backend": []}"#, #""backend""#, "backends, writer"),
    (#"{"backends": {}}"#, #""backends""#, "a list"),
    (#"{"backends": [{"model": "m"}]}"#, #""model""#, "models.backends[0].name"),
    (#"{"backends": [{"name": "a"}]}"#, #""name""#, "models.backends[0].model"),
    (#"{"backends": [{"name": "a", "model": 7}]}"#, #""model""#, "a text"),
    (#"{"backends": [{"name": "a", "model": "m", "url": "ftp://h/"}]}"#, #""url""#, "neither http"),
    (
      #"{"backends": [{"name": "a", "model": "m", "url": "https://u:secret@h/"}]}"#, #""url""#,
      "user name or password"
    ),
    (
      #"{"backends": [{"name": "a", "model": "m", "key": "sk-secret"}]}"#, #""key""#,
      "never the key"
    ),
    (#"{"backends": [{"name": "a", "model": "m", "key": "UNSET"}]}"#, #""key""#, "UNSET"),
    (#"{"backends": [{"name": "a", "model": "m", "profile": "gpt"}]}"#, #""profile""#, "llama.cpp"),
    (
      #"{"backends": [{"name": "a", "model": "m", "profile": {"schema": "x"}}]}"#, #""schema""#,
      "strict, plain"
    ),
    (
      #"{"backends": [{"name": "a", "model": "m", "timeouts": {"idle": 0}}]}"#, #""idle""#,
      "above 0"
    ),
    (
      #"{"backends": [{"name": "a", "model": "m", "timeouts": {"idel": 1}}]}"#, #""idel""#,
      "firstByte, idle"
    ),
    (#"{"backends": [{"name": "a", "model": "m", "retries": -1}]}"#, #""retries""#, "whole number"),
    (#"{"backends": [{"name": "a", "model": "m"}], "writer": ["b"]}"#, #""writer""#, "“b” is none"),
    (
      #"{"backends": [{"name": "a", "model": "m"}], "writer": "a"}"#, #""writer""#,
      "a list of texts"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, place: String, words: String) throws {
    let failure = #expect(throws: BackendError.self) { try Self.configuration(text) }
    let error = try #require(failure)
    #expect(error.code == .badConfiguration)
    #expect(error.message.contains(words), "\(error.message)")
    #expect(!error.message.contains("secret"))
    let offset = try #require(error.offset)
    #expect(String(decoding: Array(text.utf8)[offset...], as: UTF8.self).hasPrefix(place))
  }

  @Test func twoBackendsOfOneNameAreAMistake() {
    #expect(throws: BackendError.self) {
      try Self.configuration(
        #"{"backends": [{"name": "a", "model": "m"}, {"name": "a", "model": "n"}]}"#)
    }
  }

  @Test func theEnvironmentFillsInButSwitchesNothingOn() throws {
    let environment = ["OPENAI_BASE_URL": "http://10.1.1.1/v1", "OPENAI_API_KEY": "sk-1"]
    let empty = try Self.configuration("{}", environment)
    #expect(empty.backends.isEmpty && empty.chosen.isEmpty)
    let named = try Self.configuration(
      #"{"backends": [{"name": "a", "model": "m"}, {"name": "b", "model": "m", "url": "http://h/v1"}]}"#,
      environment)
    #expect(named.backends.map(\.address.host) == ["10.1.1.1", "h"])
    #expect(named.backends[0].headers.last?.value == "Bearer sk-1")
    let bare = try Self.configuration(#"{"backends": [{"name": "a", "model": "m"}]}"#)
    #expect(bare.backends[0].address.url == "https://api.openai.com/v1")
    #expect(bare.backends[0].profile.name == "openai")
    #expect(bare.backends[0].headers.count == 1)
    #expect(throws: BackendError.self) {
      try Self.configuration(
        #"{"backends": [{"name": "a", "model": "m"}]}"#, ["OPENAI_BASE_URL": "file:///x"])
    }
  }

  @Test func aModelOfTheCommandLineIsABackendOrAName() throws {
    let configuration = try Self.configuration(
      #"{"backends": [{"name": "a", "model": "m"}, {"name": "e", "model": "v"}], "embedder": ["e"]}"#
    )
    let known = try configuration.selecting("a") { _ in nil }
    #expect(known.endpoints(for: .writer).map(\.model) == ["m"])
    #expect(known.endpoints(for: .embedder).map(\.name) == ["e"])
    let fresh = try ModelConfiguration().selecting("qwen3:8b") {
      ["OPENAI_BASE_URL": "http://127.0.0.1:11434/v1"][$0]
    }
    #expect(fresh.chosen.map(\.model) == ["qwen3:8b"])
    #expect(fresh.chosen.map(\.profile.name) == ["ollama"])
    #expect(fresh.endpoints(for: .embedder).isEmpty)
    let address = { (name: String) in
      name == "OPENAI_BASE_URL" ? "http://127.0.0.1:11434/v1" : nil
    }
    let mistyped = #expect(throws: BackendError.self) {
      try configuration.selecting("b", environment: address)
    }
    #expect(mistyped?.message.contains("there are: a, e") == true)
    #expect(throws: BackendError.self) {
      try ModelConfiguration().selecting("b") { $0 == "OPENAI_API_KEY" ? "sk-1" : nil }
    }
  }

  @Test func aKeyIsNeverShown() throws {
    let configuration = try Self.configuration(
      #"{"backends": [{"name": "a", "model": "m"}]}"#, ["OPENAI_API_KEY": "sk-secret"])
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration.backends), dumped] {
      #expect(!text.contains("secret"))
    }
  }
}
