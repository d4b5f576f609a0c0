import Foundation
import LoopbackServer
import Testing

struct ModelsCommandTests {
  /// An installation with the given backends and tasks.
  private func installation(_ models: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("seeds/README.md", "# x\n")
    try folder.write("city-agent.json", #"{"models": \#(models), "audit": "egress.jsonl"}"#)
    return folder
  }

  private func run(
    _ words: [String], _ folder: TemporaryFolder, _ environment: [String: String] = [:]
  ) throws -> BuiltCommand.Output {
    try BuiltCommand.run(
      ["models"] + words + ["--home", folder.path], environment: environment)
  }

  /// A server that can everything, but for what stands in `broken`.
  private func server(broken: String = "-") throws -> LoopbackServer {
    try LoopbackServer.answering { request, connection in
      let isStream = request.text.contains(#""stream":true"#)
      let kind =
        request.line.contains("embeddings")
        ? "embeddings"
        : request.line.contains("rerank")
          ? "rerank"
          : request.text.contains("response_format")
            ? "schema" : request.text.contains("tools") ? "tools" : isStream ? "stream" : "chat"
      func say(_ message: String, _ delta: String) {
        let usage = #""usage":{"prompt_tokens":3,"completion_tokens":9}"#
        guard isStream else {
          return connection.reply(
            body: #"{"choices":[{"message":\#(message),"finish_reason":"stop"}],\#(usage)}"#)
        }
        connection.beginChunks()
        for _ in 0..<3 { connection.chunk("data: {\"choices\":[{\"delta\":\(delta)}]}\n\n") }
        connection.chunk(
          "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\(usage)}\n\ndata: [DONE]\n\n"
        )
        connection.endChunks()
      }
      func text(_ text: String) -> String { #"{"content":"\#(text)"}"# }
      if broken == kind {
        return connection.reply("400 Bad", body: #"{"error":{"message":"cannot \#(kind)"}}"#)
      }
      switch kind {
      case "embeddings":
        connection.reply(body: #"{"data":[{"embedding":[1,0]},{"embedding":[0,1]}]}"#)
      case "rerank":
        connection.reply(
          body: #"{"results":[{"index":0,"score":2},{"index":1,"score":1}]}"#)
      case "schema":
        connection.beginChunks()
        connection.chunk(
          "data: {\"choices\":[{\"delta\":{\"content\":\"{\\\"ok\\\":true}\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
        )
        connection.endChunks()
      case "tools":
        let call =
          #"{"tool_calls":[{"index":0,"id":"1","type":"function","function":{"name":"find_guide","arguments":"{}"}}]}"#
        connection.reply(
          body: #"{"choices":[{"message":\#(call),"finish_reason":"tool_calls"}]}"#)
      default: say(text("Hello."), text("Hi "))
      }
    }
  }

  private func models(_ url: String, key: String = "null") -> String {
    """
    {"backends": [
      {"name": "chat", "model": "q", "url": "\(url)/v1", "profile": "vllm", "key": \(key)},
      {"name": "vec", "model": "e", "url": "\(url)/v1", "key": null},
      {"name": "idle", "model": "i", "url": "http://127.0.0.1:9/v1", "key": null}],
     "writer": ["chat"], "embedder": ["vec"], "reranker": ["vec"]}
    """
  }

  @Test func listsWhatIsConfiguredAndSendsNothing() throws {
    let server = try server()
    let folder = try installation(models(server.url, key: #""CITY_KEY""#))
    let output = try run(["list"], folder)
    #expect(output.status == 0, "\(output.error)")
    #expect(output.lines.count == 3)
    #expect(
      output.lines[0].contains("chat") && output.lines[0].contains("127.0.0.1:\(server.port)")
        && output.lines[0].contains("vllm") && output.lines[0].contains("writer")
        && output.lines[0].contains("key CITY_KEY (not set)"), "\(output.text)")
    #expect(output.lines[1].contains("embedder, reranker") && output.lines[1].contains("no key"))
    #expect(output.lines[2].contains("no task"))
    let set = try run(["list"], folder, ["CITY_KEY": "sk-secret"])
    #expect(set.text.contains("key CITY_KEY (set)") && !set.text.contains("secret"))
    let json = try run(["list", "--json"], folder, ["CITY_KEY": "sk-secret"])
    let backends = try #require(try json.object()["backends"] as? [[String: Any]])
    #expect(backends.map { $0["name"] as? String } == ["chat", "vec", "idle"])
    #expect(backends[0]["hasKey"] as? Bool == true && !json.text.contains("secret"))
    #expect(server.wire.isEmpty && !folder.exists("egress.jsonl"))
  }

  @Test func withoutModelsItSaysSo() throws {
    let folder = try installation("{}")
    #expect(try run(["list"], folder).text.contains("offline, nothing is sent anywhere"))
    for command in ["test", "measure"] {
      let output = try run([command], folder)
      #expect(output.status == 2 && output.error.contains("No models are configured"))
    }
    let unknown = try run(["test", "qwen"], folder)
    #expect(unknown.status == 2 && unknown.error.contains("no model backend “qwen”"))
  }

  @Test func triesEachBackendAtItsTasks() throws {
    let server = try server()
    let folder = try installation(models(server.url))
    let output = try run(["test"], folder)
    #expect(output.status == 0, "\(output.text) \(output.error)")
    let names = output.lines.map { String($0.prefix { $0 != ":" }) }
    #expect(
      names == [
        "✓ chat chat", "✓ chat stream", "✓ chat schema", "✓ chat tools", "✓ vec embeddings",
        "✓ vec rerank",
      ])
    // Like everything that leaves, each has its line.
    let audit = String(decoding: folder.bytes("egress.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(audit.count == 6)
    #expect(audit[0].contains(#""purpose":"test""#) && audit[4].contains(#""purpose":"embedder""#))
  }

  @Test(arguments: [
    ("chat", "check model and profile"), ("stream", "check model and profile"),
    ("schema", "try another form under schema"), ("tools", "start the server with tools"),
    ("embeddings", "check model and profile"), ("rerank", "check model and profile"),
  ])
  func whatFailsIsNamedWithWhatToDo(_ kind: String, _ hint: String) throws {
    let server = try server(broken: kind)
    let folder = try installation(models(server.url))
    let output = try run(["test"], folder)
    #expect(output.status == 1)
    let failed = output.lines.filter { $0.hasPrefix("✗") }
    #expect(failed.count == 1)
    #expect(
      failed.first.map {
        $0.contains(" \(kind): ") && $0.contains("cannot \(kind)") && $0.contains(hint)
      } == true, "\(output.text)")
    let json = try run(["test", "--json"], folder)
    let object = try json.object()
    #expect(json.status == 1 && object["failed"] as? Int == 1)
    #expect((object["tests"] as? [Any])?.count == 6)
  }

  @Test func aServerThatIsNotThereIsSaidToBe() throws {
    let folder = try installation(models("http://127.0.0.1:\(try SilentListener.closedPort())"))
    let output = try run(["test", "chat"], folder)
    #expect(output.status == 1 && output.lines.count == 4)
    #expect(output.lines.allSatisfy { $0.contains("is a server running at 127.0.0.1:") })
  }

  @Test func aNameOfTheEnvironmentIsTriedAsAChatModel() throws {
    let server = try server()
    let folder = try installation("{}")
    let output = try run(
      ["test", "m"], folder, ["OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-secret"])
    #expect(output.lines.map { $0.prefix(1) } == ["✓", "✓", "✓", "✓"], "\(output.text)")
    #expect(!output.text.contains("secret"))
    #expect(server.requests.allSatisfy { $0["authorization"] == "Bearer sk-secret" })
  }

  @Test func measuresTheRunsThatItIsTold() throws {
    let server = try server()
    let folder = try installation(models(server.url))
    let output = try run(["measure", "--runs", "3"], folder)
    #expect(output.status == 0, "\(output.text) \(output.error)")
    #expect(output.lines.first?.hasPrefix("chat: first token ") == true, "\(output.text)")
    #expect(server.requests.count == 3)
    let json = try run(["measure", "chat", "--runs", "2", "--json"], folder).object()
    let backend = try #require((json["backends"] as? [[String: Any]])?.first)
    #expect(backend["unit"] as? String == "tokens")
    #expect((backend["firstMilliseconds"] as? [String: Any])?["runs"] as? Int == 2)
    let broken = try installation(models("http://127.0.0.1:9"))
    #expect(try run(["measure"], broken).status == 1)
  }
}
