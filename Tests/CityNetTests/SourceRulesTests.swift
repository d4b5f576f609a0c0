import Foundation
import Testing

/// What the sources promise of themselves: one door to libcurl, one maker of what is sent.
@Suite struct SourceRulesTests {
  static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  /// The Swift files below Sources whose text holds any of the words, as paths from there.
  func files(with words: [String]) throws -> [String] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 100)
    return try files.filter { file in
      let path = Self.sources.appendingPathComponent(file)
      let text = try String(contentsOf: path, encoding: .utf8)
      return words.contains { text.contains($0) }
    }.sorted()
  }

  @Test func onlyCityNetImportsLibcurl() throws {
    let importers = try files(with: ["import CCurl"])
    #expect(!importers.isEmpty)
    #expect(importers.allSatisfy { $0.hasPrefix("CityNet/") })
  }

  @Test func onlyTheEgressGateClearsTransfers() throws {
    let makers = try files(with: ["ClearedTransfer(", "ClearedTransfer.init"])
    #expect(makers.allSatisfy { $0 == "CityAgent/Egress/EgressGate.swift" })
  }

  @Test func nothingOfCityNetReadsTheEnvironment() throws {
    let readers = try files(with: ["getenv", "ProcessInfo"])
    #expect(readers.allSatisfy { !$0.hasPrefix("CityNet/") && !$0.hasPrefix("CityBackends/") })
  }
}
