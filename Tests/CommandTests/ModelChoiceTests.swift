import Foundation
import LoopbackServer
import Testing

struct ModelChoiceTests {
  private func ask(
    _ configuration: String, _ environment: [String: String] = [:], _ more: String...
  ) throws -> BuiltCommand.Output {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try folder.write("city-agent.json", configuration)
    var environment = environment
    environment["XDG_STATE_HOME"] = folder.path + "/state"
    return try BuiltCommand.run(
      ["ask", "养犬登记要多少天？", "--home", folder.path, "--as-of", "2026-06-01", "--json"] + more,
      environment: environment)
  }

  private static let prompts = ["CITY_AGENT_PROMPTS": BuiltCommand.repository + "/prompts"]
  private static let one =
    #"{"models": {"backends": [{"name": "qwen", "model": "q", "url": "http://127.0.0.1:9/v1"}]}}"#

  @Test(arguments: [
    (
      "{\n\"models\": {\"backends\": [\n{\"name\": \"a\"}]}}",
      "city-agent.json:3: models.backends[0].model must be given"
    ),
    (
      "{\"models\":\n {\"backends\": [{\"name\":\"a\", \"model\":\"m\"}],\n\n \"writer\": [\"b\"]}}",
      "city-agent.json:4: models.writer must be names of backends (a); “b” is none"
    ),
    ("{\n\"models\": []}", "city-agent.json:2: models must be an object"),
    ("{\"prompts\": 7}", "city-agent.json:1: “prompts” must be: a path"),
  ])
  func mistakesNameFileAndLine(_ text: String, _ message: String) throws {
    let output = try ask(text)
    #expect(output.status == 2)
    #expect(output.error.contains(message), "\(output.error)")
  }

  @Test func theVariableHoldsTheSameAndWins() throws {
    let broken = try ask("{}", ["CITY_AGENT_MODELS": "{\"backends\""])
    #expect(broken.status == 2 && broken.error.contains("CITY_AGENT_MODELS: is not JSON"))
    let unknown = try ask("{}", ["CITY_AGENT_MODELS": #"{"backend":[]}"#])
    #expect(
      unknown.status == 2 && unknown.error.contains("CITY_AGENT_MODELS: models has no key"),
      "\(unknown.error)")
    // `null` takes back what the file names.
    #expect(try ask("{\"models\": {\"x\": 1}}", ["CITY_AGENT_MODELS": "null"]).status == 0)
  }

  @Test func offlineWinsOverTheConfigurationAndReadsNothingOfIt() throws {
    let plain = try ask("{}")
    #expect(plain.status == 0 && plain.text.contains("5个工作日"), "\(plain.error)")
    for configuration in [Self.one, "{\"models\": {\"x\": 1}}"] {
      let offline = try ask(configuration, [:], "--offline")
      #expect(offline.bytes == plain.bytes && offline.status == 0, "\(offline.error)")
    }
  }

  @Test func aNameThatLeadsNowhereIsAskedBack() throws {
    let output = try ask(Self.one, Self.prompts, "--model", "qwem")
    #expect(output.status == 2)
    #expect(
      output.error.contains("the configuration has: qwen.")
        && output.error.contains("Did you mean “qwen”?"), "\(output.error)")
  }

  /// A mistyped name must not send questions to whatever address the environment has.
  @Test func aNameIsPassedOnOnlyWhereNothingIsConfigured() throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.reply("503 Busy", body: "")
    }
    var environment = Self.prompts
    environment["OPENAI_BASE_URL"] = server.url + "/v1"
    let refused = try ask(Self.one, environment, "--model", "qwem")
    #expect(
      refused.status == 2 && refused.error.contains("the configuration has: qwen."),
      "\(refused.error)")
    #expect(server.wire.isEmpty)
    let passed = try ask("{}", environment, "--model", "qwem")
    #expect(passed.status == 0, "\(passed.error)")
    #expect(
      server.requests.first.map { String(decoding: $0.body, as: UTF8.self).contains("qwem") }
        == true)
    // A key says nothing of an address.
    let nowhere = try ask("{}", ["OPENAI_API_KEY": "sk-secret"], "--model", "qwem")
    #expect(
      nowhere.status == 2 && nowhere.error.contains("none is configured"), "\(nowhere.error)")
  }

  @Test func theEnvironmentAloneSendsNothing() throws {
    let server = try LoopbackServer.answering { _, connection in
      connection.reply("503 Busy", body: "")
    }
    let plain = try ask("{}")
    let output = try ask(
      "{}", ["OPENAI_BASE_URL": server.url + "/v1", "OPENAI_API_KEY": "sk-secret"])
    #expect(output.bytes == plain.bytes)
    #expect(server.wire.isEmpty)
  }

  @Test func promptsAreReadOnlyForAModelAndThenAllOfThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.prompt", "{{#if x}}\n")
    let environment = ["CITY_AGENT_PROMPTS": folder.path]
    #expect(try ask("{}", environment).status == 0)
    let broken = try ask(Self.one, environment)
    #expect(broken.status == 2 && broken.error.contains("bad.prompt"), "\(broken.error)")
    let missing = try ask(Self.one)
    #expect(missing.status == 2 && missing.error.contains("/prompts: "), "\(missing.error)")
    #expect(try ask(Self.one, environment, "--offline").status == 0)
  }

  @Test func aBatchGoesOnWithTheSameModelsOnly() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", "今天天气怎么样？\n")
    let batch =
      ["batch", input, "-o", folder.path + "/out.jsonl", "--resume"] + (try SmallTown.flags())
    #expect(try BuiltCommand.run(batch).status == 0)
    var environment = Self.prompts
    environment["CITY_AGENT_MODELS"] =
      #"{"backends": [{"name": "a", "model": "m", "url": "http://127.0.0.1:9"}]}"#
    let other = try BuiltCommand.run(batch, environment: environment)
    #expect(other.status == 2 && other.error.contains("models"), "\(other.error)")
    #expect(try BuiltCommand.run(batch + ["--offline"], environment: environment).status == 0)
  }
}
