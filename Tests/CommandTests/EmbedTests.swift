import CityJSON
import Foundation
import LoopbackServer
import Synchronization
import Testing

/// `index embed` and what uses its vectors, over a server on the loopback.
struct EmbedTests {
  /// Vectors that a text alone decides.
  private static func vector(_ text: String) -> [Double] {
    var vector = [Double](repeating: 0.01, count: 32)
    let bytes = Array(text.lowercased().utf8)
    for start in 0..<max(0, bytes.count - 2) {
      let hash = bytes[start..<start + 3].reduce(5381 as UInt32) { $0 &* 33 ^ UInt32($1) }
      vector[Int(hash % 32)] += 1
    }
    return vector
  }

  /// A server whose `before` may answer in its stead, or wait.
  private static func server(
    before: @escaping @Sendable (Int, LoopbackConnection) -> Bool = { _, _ in false }
  ) throws -> LoopbackServer {
    let count = Counter()
    return try LoopbackServer.answering { request, connection in
      if before(count.next(), connection) { return }
      let texts =
        (try? JSONScanner.read(request.body))?["input"]?.array?.compactMap(\.string) ?? []
      let vectors = texts.map { text in
        "{\"embedding\":[" + vector(text).map { "\($0)" }.joined(separator: ",") + "]}"
      }
      connection.reply(body: "{\"data\":[" + vectors.joined(separator: ",") + "]}")
    }
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func next() -> Int {
      count.withLock { count in
        defer { count += 1 }
        return count
      }
    }
  }

  private func index(_ folder: TemporaryFolder) throws -> String {
    for (path, text) in SmallTown.files { try folder.write("docs/" + path, text) }
    let index = folder.path + "/town.index"
    let built = try BuiltCommand.run(["index", "build", folder.path + "/docs", "-o", index])
    try #require(built.status == 0, "\(built.error)")
    return index
  }

  /// Runs with an audit file of its own.
  private func run(
    _ words: [String], _ folder: TemporaryFolder, models: String? = nil
  ) throws -> BuiltCommand.Output {
    var environment = ["CITY_AGENT_AUDIT": folder.path + "/egress.jsonl"]
    environment["CITY_AGENT_MODELS"] = models
    return try BuiltCommand.run(words, environment: environment)
  }

  private func words(_ index: String, _ server: LoopbackServer) -> [String] {
    ["index", "embed", "--index", index, "--model", "tiny", "--url", server.url + "/v1"]
  }

  @Test func embedsOnceAndShowsIt() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    #expect(
      try run(["index", "info", "--index", index], folder).text.contains(
        "none (city-agent index embed makes them)"))
    let server = try Self.server()
    let made = try run(words(index, server) + ["--batch", "4", "--json"], folder)
    #expect(made.status == 0, "\(made.error)")
    let table = try made.object()
    let count = try #require(table["count"] as? Int)
    #expect(table["made"] as? Int == count && table["dimension"] as? Int == 32)
    #expect(server.requests.count == (count + 3) / 4)
    let again = try run(words(index, server), folder)
    #expect(again.text.contains("up to date"), "\(again.text) \(again.error)")
    #expect(server.requests.count == (count + 3) / 4)
    let info = try run(["index", "info", "--index", index, "--json"], folder).object()
    let vectors = try #require(info["vectors"] as? [String: Any])
    #expect(vectors["model"] as? String == "tiny" && vectors["current"] as? Bool == true)
    #expect(
      try run(["index", "verify", "--index", index], folder).text.contains(
        "town.index.vectors: whole, \(count) vectors"))
    // Another generation: its vectors are told to be old, and only what changed is embedded.
    try folder.write("docs/new.md", "# 新文件\n\n新的一条规定。\n")
    for command in ["build", "update"] {
      let told = try run(["index", command, folder.path + "/docs", "-o", index], folder)
      let said = "is of an older generation: until city-agent index embed --index \(index) is run"
      #expect(told.status == 0 && told.error.contains(said), "\(command): \(told.error)")
    }
    let json = try run(
      ["index", "update", folder.path + "/docs", "-o", index, "--json"], folder)
    #expect(try json.object()["oldVectors"] as? Bool == true)
    #expect(
      try run(["index", "info", "--index", index], folder).text.contains(
        "of another generation"))
    let updated = try run(words(index, server) + ["--json"], folder).object()
    #expect(updated["kept"] as? Int == count && updated["made"] as? Int == 1)
    let current = try run(["index", "update", folder.path + "/docs", "-o", index], folder)
    #expect(current.status == 0 && current.error.isEmpty, "\(current.error)")
  }

  @Test func aKilledRunGoesOnAndGivesTheSameFile() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    let whole = try Self.server()
    _ = try run(words(index, whole) + ["--batch", "2"], folder)
    let expected = folder.bytes("town.index.vectors")
    try #require(!expected.isEmpty)
    try FileManager.default.removeItem(atPath: index + ".vectors")
    // The third request is never answered: the program waits for it until it is killed.
    let reached = DispatchSemaphore(value: 0)
    let stuck = try Self.server { number, connection in
      guard number == 2 else { return false }
      reached.signal()
      connection.waitForClose()
      return true
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltCommand.path)
    process.arguments = words(index, stuck) + ["--batch", "2"]
    process.environment = BuiltCommand.environment([
      "CITY_AGENT_AUDIT": folder.path + "/egress.jsonl"
    ])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    reached.wait()
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(!folder.exists("town.index.vectors") && folder.exists("town.index.vectors.partial"))
    #expect(
      try run(["index", "info", "--index", index], folder).text.contains("unfinished"))
    let rest = try Self.server()
    let resumed = try run(words(index, rest) + ["--batch", "2", "--json"], folder)
    #expect(try resumed.object()["resumed"] as? Int == 4, "\(resumed.error)")
    #expect(folder.bytes("town.index.vectors") == expected)
    #expect(!folder.exists("town.index.vectors.partial"))
  }

  @Test func saysWhatToDoWhereThereIsNoModelOrNoServer() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    let unnamed = try run(["index", "embed", "--index", index], folder)
    #expect(unnamed.status == 2 && unnamed.error.contains("--model"), "\(unnamed.error)")
    let port = try SilentListener.closedPort()
    let gone = try run(
      [
        "index", "embed", "--index", index, "--model", "tiny", "--url",
        "http://127.0.0.1:\(port)/v1",
      ], folder)
    #expect(gone.status == 1 && gone.error.contains("run the same command again"), "\(gone.error)")
    let bad = try run(
      [
        "index", "embed", "--index", index, "--model", "tiny", "--url", "file:///etc/passwd",
      ], folder)
    #expect(bad.status == 2 && bad.error.contains("url"), "\(bad.error)")
    #expect(!folder.exists("town.index.vectors") && !folder.exists("town.index.vectors.partial"))
  }

  @Test func theConfiguredEmbedderNeedsNoOptions() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    let server = try Self.server()
    let models =
      #"{"backends":[{"name":"bge","url":"\#(server.url)/v1","model":"bge-tiny"}],"embedder":["bge"]}"#
    let made = try run(["index", "embed", "--index", index, "--json"], folder, models: models)
    #expect(try made.object()["model"] as? String == "bge-tiny", "\(made.error)")
    // A backend by its name is the same one.
    let named = try run(
      ["index", "embed", "--index", index, "--model", "bge"], folder, models: models)
    #expect(named.text.contains("up to date"), "\(named.text) \(named.error)")
    let mistyped = try run(
      ["index", "embed", "--index", index, "--model", "bgf"], folder, models: models)
    #expect(
      mistyped.status == 2 && mistyped.error.contains("the configuration has: bge."),
      "\(mistyped.error)")
    let audit = String(decoding: folder.bytes("egress.jsonl"), as: UTF8.self)
    #expect(audit.contains(#""purpose":"embedder""#))
    // A backend that is no embedder is not made one by being there.
    let other = try run(
      ["index", "embed", "--index", index], folder,
      models: #"{"backends":[{"name":"bge","url":"\#(server.url)/v1","model":"bge-tiny"}]}"#)
    #expect(other.status == 2 && other.error.contains("embedder"), "\(other.error)")
  }

  @Test func evaluatesVectorsAloneAndFused() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    try folder.write("e/queries.jsonl", "{\"id\":\"q\",\"text\":\"养犬登记要多少天？\"}\n")
    try folder.write("e/qrels.tsv", "q\tguides/T03.md\n")
    let server = try Self.server()
    let flags = ["--index", index, "--model", "tiny", "--url", server.url + "/v1", "--json"]
    let evaluation = ["eval", "retrieval", folder.path + "/e"] + flags
    // Without vectors, figures would be those of words alone: there are none.
    let without = try run(evaluation + ["--hybrid"], folder)
    #expect(without.status == 1 && without.error.contains("index embed"), "\(without.error)")
    #expect(without.text.isEmpty)
    _ = try run(words(index, server), folder)
    for option in ["--hybrid", "--vectors-only"] {
      let output = try run(evaluation + [option], folder)
      #expect(try output.object()["R@1"] as? Double == 1, "\(output.error)")
    }
    #expect(try run(evaluation + ["--hybrid", "--vectors-only"], folder).status == 2)
    // Words alone ask no server.
    let requests = server.requests.count
    #expect(try run(evaluation, folder).object()["R@1"] as? Double == 1)
    #expect(server.requests.count == requests)
  }

  /// The real model: `Benchmarks/Embeddings/serve.py` at `CITY_EMBEDDINGS_URL`, and the data at `CITY_EVAL`.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["CITY_EMBEDDINGS_URL"] != nil
        && ProcessInfo.processInfo.environment["CITY_EVAL"] != nil))
  func hybridIsBetterThanEitherListAlone() throws {
    let variables = ProcessInfo.processInfo.environment
    let folder = try TemporaryFolder()
    let set = try #require(variables["CITY_EVAL"]) + "/retrieval/cranfield"
    let index = folder.path + "/cranfield.index"
    let server = ["--model", "tiny", "--url", try #require(variables["CITY_EMBEDDINGS_URL"])]
    #expect(try BuiltCommand.run(["index", "build", set, "-o", index]).status == 0)
    #expect(try run(["index", "embed", "--index", index] + server, folder).status == 0)
    func quality(_ options: [String]) throws -> Double {
      let output = try run(
        ["eval", "retrieval", set, "--index", index, "--json"] + options, folder)
      return try #require(output.object()["nDCG@10"] as? Double, "\(output.error)")
    }
    for rerank in ["on", "off"] {
      let words = try quality(["--rerank", rerank])
      let vectors = try quality(["--vectors-only"] + server)
      let hybrid = try quality(["--hybrid", "--rerank", rerank] + server)
      #expect(hybrid > max(words, vectors), "\(hybrid) against \(words) and \(vectors)")
    }
  }
}
