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
  /// A server of its own; it ends with its standard input.
  private final class Server {
    let url: String
    private let process = Process()
    private let input = Pipe()

    init(_ options: [String] = []) throws {
      let python = try #require(ProcessInfo.processInfo.environment["CITY_LLAMA_PYTHON"])
      process.executableURL = URL(fileURLWithPath: python)
      process.arguments = [BuiltCommand.repository + "/Benchmarks/Models/serve.py"] + options
      process.standardInput = input
      process.standardError = FileHandle.nullDevice
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      var text = ""
      while !text.contains("\n") {
        let data = output.fileHandleForReading.availableData
        try #require(!data.isEmpty, "the server has not started")
        text += String(decoding: data, as: UTF8.self)
      }
      url = String(text.split(separator: "\n")[0].split(separator: " ")[1])
    }

    deinit {
      // Other children may hold the pipe's end too.
      process.terminate()
      process.waitUntilExit()
    }
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
    let (chat, vectors) = (try Server(), try Server(["--embedding"]))
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
  }

  @Test func nonsenseLeavesTheAnswerAsItIsWithANotice() throws {
    let server = try Server()
    let folder = try installation(
      #"{"backends": [{"name": "tiny", "model": "tiny", "url": "\#(server.url)", "profile": "llama.cpp"}]}"#
    )
    for question in ["养犬登记要多少天？", "养犬登记要什么材料？", "小镇居民卡申领的条件是什么？"] {
      func answer(_ more: String) throws -> [String: Any] {
        let output = try BuiltCommand.run(
          ["ask", question, "--home", folder.path, "--as-of", "2026-06-01", "--json"]
            + more.split(separator: " ").map(String.init))
        #expect(output.status == 0, "\(output.error)")
        return try #require(try output.object()["answer"] as? [String: Any])
      }
      let (with, without) = (try answer("--model tiny"), try answer("--offline"))
      for key in ["outcome", "text", "skill", "run"] {
        #expect(with[key] as? String == without[key] as? String, "\(key)")
      }
      #expect("\(with["citations"] ?? "")" == "\(without["citations"] ?? "")")
      let notices = (with["notices"] as? [String] ?? [], without["notices"] as? [String] ?? [])
      #expect(notices.0.count == notices.1.count + 1, "\(notices)")
    }
    let audit = try BuiltCommand.run(["audit", "verify", "--home", folder.path, "--json"])
    #expect((try audit.object()["lines"] as? Int ?? 0) >= 3)
  }
}
