import Foundation
import Testing

struct IndicatorForecastTests {
  private static let series =
    #"{"id":"a","period":1,"h":3,"train":[10,12,11,13,14,13,15,16]}"#

  @Test func aLineGivesAForecastWithBands() throws {
    let output = try BuiltCommand.run(
      ["indicators", "forecast", "-"], input: Array((Self.series + "\n").utf8))
    let line = try output.object()
    #expect(output.status == 0 && line["id"] as? String == "a" && line["line"] as? Int == 1)
    for key in ["forecast", "low", "high", "low80", "high80"] {
      #expect((line[key] as? [Double])?.count == 3, "\(key): \(output.text)")
    }
  }

  @Test func badLinesAreToldByNumberAndTheRestGoesOn() throws {
    let lines = [
      "{bad", "", "[1]", #"{"id":7,"h":1,"train":[1]}"#, #"{"period":1,"h":1}"#,
      #"{"period":1,"h":1,"train":[]}"#, #"{"period":1,"h":1,"train":[1,null]}"#,
      #"{"period":1,"h":0,"train":[1]}"#, #"{"period":1.5,"h":1,"train":[1]}"#,
      #"{"freq":"Q","train":[1]}"#, #"{"period":1,"h":1,"train":[1],"kind":"x"}"#,
      #"{"period":1,"h":1,"train":[1e999]}"#, Self.series,
    ]
    let output = try BuiltCommand.run(
      ["indicators", "forecast", "-"], input: Array(lines.joined(separator: "\n").utf8))
    let objects = try JSONLines.objects(output.bytes)
    #expect(output.status == 1)
    #expect(objects.map { $0["line"] as? Int } == [1] + (3...13).map { $0 })
    let codes = objects.map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(
      codes == [
        "bad-json", "bad-json", "no-period", "no-values", "empty", "bad-value", "bad-horizon",
        "no-period", "no-horizon", "bad-kind", "bad-value", nil,
      ])
    #expect(objects[2]["id"] as? Int == 7)
  }

  @Test func optionsStandForWhatLinesLeaveOut() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", #"{"freq":"Q","values":[3,1,2,4,3,2,5,4,6,5]}"# + "\n")
    let output = try BuiltCommand.run([
      "indicators", "forecast", input, "-o", folder.path + "/out", "--horizon", "2", "--kind",
      "rate", "--backtest", "3",
    ])
    #expect(output.status == 0 && output.bytes.isEmpty, "\(output.error)")
    let line = try JSONLines.objects(folder.bytes("out"))[0]
    #expect((line["forecast"] as? [Double])?.count == 2)
    let backtest = try #require(line["backtest"] as? [String: Any])
    // Ten values leave two ends behind the first two years.
    #expect(backtest["origins"] as? Int == 2 && (backtest["mae"] as? [Double])?.count == 2)
  }

  @Test(arguments: [
    ["--kind", "levels"], ["--method", "magic"], ["--horizon", "0"], ["--backtest", "x"],
  ])
  func wrongOptionsAreUsageErrors(_ options: [String]) throws {
    let output = try BuiltCommand.run(["indicators", "forecast", "-"] + options)
    #expect(output.status == 2 && output.error.contains(options[0]))
  }

  @Test func theInputIsNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("in.jsonl", Self.series + "\n")
    #expect(try BuiltCommand.run(["indicators", "forecast", input, "-o", input]).status == 2)
    #expect(folder.bytes("in.jsonl") == Array((Self.series + "\n").utf8))
    #expect(try BuiltCommand.run(["indicators", "forecast", folder.path]).status == 2)
    #expect(try BuiltCommand.run(["indicators", "forecast", input + "x"]).status == 2)
  }
}
