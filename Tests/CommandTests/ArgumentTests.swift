import Foundation
import Testing

@testable import city_agent

struct ArgumentTests {
  @Test(arguments: [
    (["ak", "x"], "Did you mean “ask”?"),
    (["ask", "--ofline", "x"], "Did you mean “--offline”?"),
    (["batch", "in", "--job", "2"], "Did you mean “--jobs”?"),
    (["index", "serch", "x"], "Did you mean “search”?"),
    (["index"], "build, update, embed, info, verify, show, search"),
    (["ask", "--lang"], "--lang needs a value"),
    (["ask", "--json=yes", "x"], "takes no value"),
    (["ask", "--model", "gpt", "x"], "There is no model backend “gpt”"),
    (["ask", "--model", "gpt", "--offline", "x"], "--offline and --model gpt exclude each other"),
    (["brief", "--model", "gpt"], "“brief” works from documents, tables and rules alone"),
    (["triage", "--offline", "x"], "sends nothing; leave --offline out"),
    (["ask", "--lang", "fr", "x"], "There is no language “fr”"),
    (["ask", "--as-of", "2026-13-01", "x"], "takes a day as 2026-11-23"),
    (["index", "build"], "usage: city-agent index build DIR [options]"),
    (["index", "build", "/tmp"], "-o INDEX is missing"),
    (["index", "show", "a", "b"], "no place for “b”"),
    (["batch", "/tmp/none.jsonl"], "/tmp/none.jsonl: cannot be read"),
    (["batch", "--jobs", "0", "/dev/null"], "whole number from 1"),
    (["batch", "x", "--stdin"], "exclude each other"),
    (["batch", "--stdin", "--resume", "-o", "x"], "--resume needs files"),
    (["help", "idnex"], "Did you mean “index”?"),
    (["ask", "--home", "/proc/none", "x"], "--home: “/proc/none” is no folder"),
    (["ask", "--knowledge", "/proc/none", "x"], "/proc/none: there is no such folder"),
  ])
  func saysWhatIsWrongAndWhatToDo(_ words: [String], _ message: String) throws {
    let output = try BuiltCommand.run(words)
    #expect(output.status == 2, "\(output.error)")
    #expect(output.error.contains(message), "\(output.error)")
    #expect(output.text.isEmpty)
  }

  @Test func speaksChineseInAChineseLocale() throws {
    let output = try BuiltCommand.run(["ak"], environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(output.error.contains("没有“ak”这个命令。 您是不是要写“ask”？"), "\(output.error)")
    #expect(try BuiltCommand.run(["help"], environment: ["LANG": "zh_HK"]).text.contains("命令:"))
  }

  @Test(arguments: [
    ("ask", "ask", 0), ("ak", "ask", 1), ("sak", "ask", 1), ("--jbos", "--jobs", 1), ("", "abc", 3),
    ("kitten", "sitting", 3), ("问题", "问答题", 1),
  ])
  func countsEdits(_ a: String, _ b: String, _ expected: Int) {
    #expect(Suggestion.distance(a, b) == expected)
    #expect(Suggestion.distance(b, a) == expected)
  }

  /// The phrases are read off their sources: a phrase cannot be left out of the test.
  @Test func everyPhraseHasBothLanguagesAndTheSameArguments() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/city-agent/Interface")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("Phrase+") }
    var names: Set<String> = []
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let phrases = text.components(separatedBy: "static let ").dropFirst()
      #expect(!phrases.isEmpty, "\(file)")
      for phrase in phrases {
        let name = phrase.prefix { $0 != " " }
        #expect(names.insert(String(name)).inserted, "\(name) twice")
        let fence = phrase.contains("\"\"\"") ? "\"\"\"" : "\""
        let pieces = phrase.replacing("\\\"", with: "'").components(separatedBy: fence)
        #expect(pieces.count == 5, "\(name)")
        guard pieces.count == 5 else { continue }
        #expect(!pieces[1].isEmpty && !pieces[3].isEmpty, "\(name)")
        for mark in (0...8).map({ "{\($0)}" }) {
          #expect(pieces[1].contains(mark) == pieces[3].contains(mark), "\(name) \(mark)")
        }
      }
    }
    #expect(names.count > 200)
  }

  @Test func everyOptionAndCommandIsDescribedInBothLanguages() {
    var paths: Set<String> = []
    for command in HelpTable.commands {
      #expect(paths.insert(command.path).inserted)
      #expect(!command.chinese.isEmpty && !command.english.isEmpty)
      #expect(command.chineseNotes.count == command.englishNotes.count)
      #expect(Set(command.options.map(\.name)).count == command.options.count, "\(command.path)")
      for option in command.options { #expect(!option.chinese.isEmpty && !option.english.isEmpty) }
    }
  }

  @Test(arguments: [
    ("居住证办理", 6, "居住…"), ("居住证", 6, "居住证"), ("abc\n def", 20, "abc def"), ("abcdef", 4, "abc…"),
  ])
  func shortensToColumns(_ text: String, _ width: Int, _ expected: String) {
    #expect(DisplayWidth.shortened(text, to: width) == expected)
  }

  @Test(arguments: [
    (0.5, 0, "0"), (1.005, 2, "1.00"), (12.345, 1, "12.3"), (-0.004, 2, "0.00"), (3, 4, "3.0000"),
  ])
  func writesDecimals(_ number: Double, _ places: Int, _ expected: String) {
    #expect(Decimals.text(number, places: places) == expected)
  }
}
