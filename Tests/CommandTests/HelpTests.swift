import Foundation
import Testing

struct HelpTests {
  @Test func theDocumentIsWhatTheProgramSays() throws {
    let output = try BuiltCommand.run(["help", "--markdown"])
    let document = FileManager.default.contents(atPath: BuiltCommand.repository + "/docs/help.md")
    #expect(
      document.map { [UInt8]($0) } == output.bytes,
      "write it again: city-agent help --markdown > docs/help.md")
  }

  @Test(arguments: ["chat", "ask", "batch", "index build", "eval retrieval", "doctor"])
  func theSameHelpStandsBehindEveryDoor(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let help = try BuiltCommand.run(["help"] + words)
    #expect(help.status == 0 && help.text.contains("Usage: city-agent \(command)"))
    #expect(try BuiltCommand.run(words + ["--help"]).bytes == help.bytes)
  }

  @Test func saysItsVersion() throws {
    #expect(try BuiltCommand.run(["version"]).text == "city-agent 0.1.0\n")
    #expect(try BuiltCommand.run(["--version"]).text == "city-agent 0.1.0\n")
    #expect(try BuiltCommand.run(["version", "--json"]).object()["version"] as? String == "0.1.0")
  }
}
