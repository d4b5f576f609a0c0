import CityAgent
import CityAgentTesting
import CityIndex
import Foundation
import Testing

/// Hosts that run for weeks answer from the newest generation.
struct LiveAgentTests {
  private let knowledge: TemporaryKnowledge
  private var sources: KnowledgeSources {
    KnowledgeSources(
      documents: knowledge.folder + "/seeds", skills: knowledge.folder + "/skills",
      index: knowledge.folder + "/.city-index/knowledge.cityindex")
  }

  init() throws {
    knowledge = try TemporaryKnowledge(files: ["guides/a.md": "# 居住证\n## 费用\n不收费。\n"])
  }

  private func live() throws -> LiveAgent {
    try LiveAgent(index: sources.index) { base in
      Agent(
        knowledge: base, skills: [],
        configuration: AgentConfiguration(asOf: CalendarDay("2026-11-26")!))
    }
  }

  private func change(_ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: sources.documents + "/guides/a.md"))
    return try KnowledgeBase.update(sources, skills: []).base.index.generation
  }

  @Test func anUpdateIsSeenByTheNextTurnAndTheOldOneGoesOn() throws {
    let live = try live()
    let first = live.agent()
    #expect(live.agent() === first)
    let generation = try change("# 居住证\n## 费用\n每证二十元。\n")
    let second = live.agent()
    #expect(second !== first && second.knowledge.index.generation == generation)
    #expect(live.agent() === second)
    let old = first.knowledge.index
    #expect(String(decoding: old.text(document: 0) ?? [], as: UTF8.self).contains("不收费"))
    try old.verify()
  }

  @Test func aFileThatCannotBeOpenedLeavesTheAgentAsItIs() throws {
    let live = try live()
    let first = live.agent()
    let whole = try Data(contentsOf: URL(fileURLWithPath: sources.index))
    let damaged = sources.index + ".new"
    try Data("no index".utf8).write(to: URL(fileURLWithPath: damaged))
    #expect(rename(damaged, sources.index) == 0)
    #expect(live.agent() === first)
    try FileManager.default.removeItem(atPath: sources.index)
    #expect(live.agent() === first)
    try whole.write(to: URL(fileURLWithPath: sources.index))
    #expect(live.agent() === first, "the same generation again")
    let generation = try change("# 居住证\n## 费用\n每证三十元。\n")
    #expect(live.agent().knowledge.index.generation == generation)
  }

  @Test func manyCallersDuringUpdatesSeeWholeGenerations() async throws {
    let live = try live()
    var known: Set<String> = [live.agent().knowledge.index.generation]
    let isDone = Flag()
    let seen = await withTaskGroup(of: Set<String>.self) { tasks in
      for _ in 0..<4 {
        tasks.addTask {
          var seen: Set<String> = []
          while !isDone.value {
            let index = live.agent().knowledge.index
            if index.text(document: 0) != nil { seen.insert(index.generation) }
            await Task.yield()
          }
          return seen
        }
      }
      for round in 0..<20 {
        if let generation = try? change("# 居住证\n## 费用\n每证\(round)元。\n") {
          known.insert(generation)
        }
        await Task.yield()
      }
      isDone.set()
      return await tasks.reduce(into: Set<String>()) { $0.formUnion($1) }
    }
    #expect(known.count == 21 && seen.isSubset(of: known) && !seen.isEmpty)
  }
}

private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var isSet = false
  var value: Bool { lock.withLock { isSet } }
  func set() { lock.withLock { isSet = true } }
}
