import Foundation
import LoopbackServer
import Testing

struct ConfigurationTests {
  private func ask(
    _ configuration: String, _ environment: [String: String] = [:], _ more: String...
  ) throws -> BuiltCommand.Output {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try folder.write("city-agent.json", configuration)
    return try BuiltCommand.run(
      ["ask", "今天天气怎么样？", "--home", folder.path, "--json"] + more, environment: environment)
  }

  @Test(arguments: [
    (
      "{\n  \"treshold\": 0.5\n}",
      "city-agent.json:2: there is no key “treshold”. Did you mean “threshold”?"
    ),
    ("{\"threshold\": 7}", "city-agent.json:1: “threshold” must be: a number from 0 to 1"),
    ("{\"asOf\": \"soon\"}", "“asOf” must be: a day as 2026-11-23"),
    ("{\"hotline\": [1]}", "“hotline” must be"),
    ("{\"converters\": [{\"command\": []}]}", "“converters” must be"),
    ("{\n\n\"knowledge\": \"x\"", "city-agent.json:3: is not JSON"),
    ("[]", "is not JSON: the file must hold one object"),
  ])
  func namesFileLineAndKey(_ text: String, _ message: String) throws {
    let output = try ask(text)
    #expect(output.status == 2)
    #expect(output.error.contains(message), "\(output.error)")
  }

  @Test func flagsWinOverEnvironmentOverFile() throws {
    let file = try ask("{\"hotline\": \"10086\"}")
    #expect(file.text.contains("10086"), "\(file.text) \(file.error)")
    let environment = try ask("{\"hotline\": \"10086\"}", ["CITY_AGENT_HOTLINE": "10010"])
    #expect(environment.text.contains("10010") && !environment.text.contains("10086"))
    let none = try ask("{\"hotline\": null}")
    #expect(!none.text.contains("12345") && none.status == 0)
    let knowledge = try ask("{\"knowledge\": \"/proc/none\"}")
    #expect(knowledge.status == 2 && knowledge.error.contains("/proc/none"))
    #expect(
      try ask("{\"knowledge\": \"/proc/none\"}", ["CITY_AGENT_KNOWLEDGE": "/proc/other"]).error
        .contains("/proc/other"))
    // A path in the file is seen from the file's folder.
    #expect(try ask("{\"knowledge\": \"seeds\"}").status == 0)
  }

  @Test func theDayIsAnInput() throws {
    let record = try TemporaryFolder()
    func day(_ text: String, _ environment: [String: String], _ more: String...) throws -> String? {
      let path = record.path + "/\(UUID().uuidString)"
      let folder = try TemporaryFolder()
      try SmallTown.fill(folder)
      try folder.write("city-agent.json", text)
      let output = try BuiltCommand.run(
        ["ask", "x", "--home", folder.path, "--record", path] + more, environment: environment)
      #expect(output.status == 0, "\(output.error)")
      let line = String(
        decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      return try JSONLines.object(line)["asOf"] as? String
    }
    #expect(try day("{\"asOf\":\"2025-01-02\"}", [:]) == "2025-01-02")
    #expect(
      try day("{\"asOf\":\"2025-01-02\"}", ["CITY_AGENT_AS_OF": "2025-03-04"]) == "2025-03-04")
    #expect(
      try day("{\"asOf\":\"2025-01-02\"}", ["CITY_AGENT_AS_OF": "2025-03-04"], "--as-of", "2025-05")
        == "2025-05-01")
  }

  @Test func badVariablesAreNamed() throws {
    let output = try ask("{}", ["CITY_AGENT_THRESHOLD": "much"])
    #expect(output.status == 2 && output.error.contains("CITY_AGENT_THRESHOLD"), "\(output.error)")
  }
}

struct DoctorTests {
  @Test func aWholeInstallationIsWell() throws {
    let output = try BuiltCommand.run(["doctor"] + SmallTown.flags())
    #expect(output.status == 0, "\(output.text)")
    #expect(output.text.contains("✓ city-agent 0.1.0"))
    #expect(output.text.contains("the index is up to date"), "\(output.text)")
    #expect(output.text.contains("libcurl/"))
    let json = try BuiltCommand.run(["doctor", "--json"] + SmallTown.flags()).object()
    #expect(json["well"] as? Bool == true)
  }

  @Test func namesWhatIsBrokenAndWhatToDo() throws {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    try folder.write("skills/bad/SKILL.md", "no front matter\n")
    let home = ["doctor", "--home", folder.path]
    let fresh = try BuiltCommand.run(home, environment: ["CITY_AGENT_TRESHOLD": "1"])
    #expect(fresh.status == 1)
    #expect(fresh.text.contains("✗") && fresh.text.contains("skills/bad/SKILL.md"), "\(fresh.text)")
    #expect(fresh.text.contains("there is no index yet"))
    #expect(
      fresh.text.contains("CITY_AGENT_TRESHOLD has no effect. Did you mean “CITY_AGENT_THRESHOLD”?")
    )
    #expect(!folder.exists(".city-index"), "doctor changes nothing")
    try folder.write("city-agent.json", "{\"x\":1}")
    #expect(try BuiltCommand.run(home).text.contains("there is no key “x”"))
  }

  @Test func seesDocumentsThatHaveExpired() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "seeds/a.md", "---\ntitle: 旧\nvalid-to: 2020-01-01\nas-of: 2019\n---\n# 旧\n\n旧的规定。\n")
    _ = try BuiltCommand.run(["index", "update", "--home", folder.path])
    let output = try BuiltCommand.run(["doctor", "--home", folder.path, "--as-of", "2026-01-01"])
    #expect(
      output.text.contains("! 1 documents are past their valid-to date; renew them: a.md"),
      "\(output.text)")
    #expect(output.text.contains("checked more than 2 years ago"))
  }

  @Test func tellsWhatMayBeSentAndSendsNothing() throws {
    let folder = try TemporaryFolder()
    try SmallTown.fill(folder)
    func doctor(_ models: String) throws -> BuiltCommand.Output {
      try folder.write(
        "city-agent.json",
        #"{"models": \#(models), "audit": "log/egress.jsonl", "prompts": "\#(BuiltCommand.repository)/prompts"}"#
      )
      return try BuiltCommand.run(["doctor", "--home", folder.path])
    }
    let offline = try doctor("null")
    #expect(
      offline.text.contains("✓ no models are configured: offline, nothing is sent anywhere"),
      "\(offline.text)")
    #expect(offline.text.contains("log/egress.jsonl does not exist yet"))
    let server = try LoopbackServer.answering { _, connection in connection.reply(body: "{}") }
    let backend = #"{"name": "q", "model": "m", "url": "\#(server.url)/v1""#
    let chosen = try doctor(#"{"backends": [\#(backend)}]}"#)
    #expect(
      chosen.text.contains("✓ model q: m at 127.0.0.1:\(server.port)"), "\(chosen.text)")
    #expect(chosen.text.contains("✓ 4 prompts in "), "\(chosen.text)")
    let locked = try doctor(#"{"backends": [\#(backend), "key": "CITY_KEY"}]}"#)
    #expect(locked.text.contains("✗ model q") && locked.text.contains("CITY_KEY is not set"))
    #expect(try doctor(#"{"backends": [\#(backend)}], "writer": ["x"]}"#).text.contains("✗"))
    #expect(server.wire.isEmpty && !folder.exists("log"))
    try folder.write("log/egress.jsonl", "{\"at\":\"x\",\"previous\":\"y\"}\n")
    let broken = try doctor("null")
    #expect(broken.status == 1 && broken.text.contains("egress.jsonl:1: does not begin the file"))
  }
}
