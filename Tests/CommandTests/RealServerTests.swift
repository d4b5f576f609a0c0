import Foundation
import Testing

/// What a real server says to our client: llama.cpp's, with a tiny model that talks nonsense.
///
/// Runs where `CITY_LLAMA_PYTHON` names a Python with `llama-cpp-python[server]` and `gguf` (Benchmarks/Models).
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["CITY_LLAMA_PYTHON"] != nil,
    "CITY_LLAMA_PYTHON names no Python with llama-cpp-python[server]: see Benchmarks/Models"),
  .serialized)
struct RealServerTests {
  /// A server of its own, for two minutes at most.
  ///
  /// With a limit, so that nothing of it stays where a test is killed.
  private final class Server {
    let url: String
    private let process: Int32

    init(_ options: String = "") throws {
      let python = try #require(ProcessInfo.processInfo.environment["CITY_LLAMA_PYTHON"])
      let script = BuiltCommand.repository + "/Benchmarks/Models/serve.py"
      let output = try #require(
        popen("sleep 120 | '\(python)' '\(script)' \(options) 2>/dev/null", "r"))
      var line = [CChar](repeating: 0, count: 200)
      try #require(fgets(&line, 200, output) != nil, "the server has not started")
      let bytes = line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      url = String(words[1])
      process = try #require(Int32(words[2]))
    }

    deinit { kill(process, SIGTERM) }
  }

  private func sorted(_ value: Any?) throws -> Data {
    try JSONSerialization.data(withJSONObject: value ?? [], options: .sortedKeys)
  }

  private func installation(_ models: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try folder.write(
      "city-agent.json",
      #"{"models": \#(models), "audit": "egress.jsonl", "prompts": "\#(BuiltCommand.repository)/prompts"}"#
    )
    return folder
  }

  @Test func everyKindOfRequestIsAnswered() throws {
    let (chat, vectors) = (try Server(), try Server("--embedding"))
    let folder = try installation(
      """
      {"backends": [
        {"name": "tiny", "model": "tiny", "url": "\(chat.url)", "profile": "llama.cpp"},
        {"name": "vec", "model": "tiny", "url": "\(vectors.url)"}],
       "writer": ["tiny"], "embedder": ["vec"]}
      """)
    let output = try BuiltCommand.run(["models", "test", "--home", folder.path])
    #expect(output.status == 0, "\(output.text) \(output.error)")
    #expect(
      output.lines.map { String($0.prefix { $0 != ":" }) } == [
        "✓ tiny chat", "✓ tiny stream", "✓ tiny schema", "✓ tiny tools", "✓ vec embeddings",
      ])
    let measured = try BuiltCommand.run(
      ["models", "measure", "--runs", "2", "--json", "--home", folder.path])
    #expect(measured.status == 0, "\(measured.text)")
    withExtendedLifetime((chat, vectors)) {}
  }

  @Test func nonsenseLeavesTheAnswerAsItIsWithANotice() throws {
    let server = try Server()
    // It never ends a sentence: without a deadline of its own a question would wait for the writer's.
    let folder = try installation(
      #"{"backends": [{"name": "tiny", "model": "tiny", "url": "\#(server.url)", "profile": "llama.cpp", "timeouts": {"total": 3}, "retries": 0}]}"#
    )
    for question in ["养犬登记要多少天？", "养犬登记要什么材料？", "小镇居民卡申领的条件是什么？"] {
      func answer(_ more: [String]) throws -> [String: Any] {
        let output = try BuiltCommand.run(
          ["ask", question, "--home", folder.path, "--as-of", "2026-06-01", "--json"] + more)
        #expect(output.status == 0, "\(output.error)")
        return try #require(try output.object()["answer"] as? [String: Any])
      }
      var (with, without) = (try answer(["--model", "tiny"]), try answer(["--offline"]))
      let notices = (with["notices"] as? [String] ?? [], without["notices"] as? [String] ?? [])
      #expect(notices.0.count == notices.1.count + 1, "\(notices)")
      with["notices"] = nil
      without["notices"] = nil
      #expect(try sorted(with) == sorted(without))
    }
    let audit = try BuiltCommand.run(
      ["audit", "verify", "--home", folder.path, "--json"])
    #expect((try audit.object()["lines"] as? Int ?? 0) >= 3)
    withExtendedLifetime(server) {}
  }
}
