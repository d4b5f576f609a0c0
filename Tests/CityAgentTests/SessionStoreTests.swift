import Foundation
import Testing

@testable import CityAgent

@Suite struct SessionStoreTests {
  static func item(_ text: String) -> SessionItem {
    SessionItem(
      question: text, outcome: .clarify, skill: "s",
      memory: SubjectMemory(skill: "s", subject: "x", aspects: ["time"]),
      options: [ClarifyOption(label: "甲", question: text, skill: "s", value: "1")])
  }

  func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.path + "/sessions-" + UUID().uuidString
  }

  @Test func itemsOnDiskComeBackInOrderAfterAnotherStart() async throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try FileSessionStore(folder: folder)
    for i in 0..<5 { try await store.append(Self.item("问\(i)"), to: "甲/../乙") }
    let again = try FileSessionStore(folder: folder)
    #expect(try await again.items("甲/../乙", limit: 3) == (2..<5).map { Self.item("问\($0)") })
    #expect(try await again.items("other", limit: 3).isEmpty)
    try await again.clear("甲/../乙")
    #expect(try await again.items("甲/../乙", limit: 3).isEmpty)
    try await again.clear("never there")
  }

  @Test(arguments: 1..<40)
  func aTornLastLineIsForgottenAndTheNextAppendIsWhole(cut: Int) async throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try FileSessionStore(folder: folder)
    try await store.append(Self.item("一"), to: "s")
    try await store.append(Self.item("二"), to: "s")
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let path = folder + "/" + file
    let bytes = try #require(FileManager.default.contents(atPath: path))
    try bytes.dropLast(cut).write(to: URL(fileURLWithPath: path))
    let kept = try await store.items("s", limit: 9)
    #expect(kept == (cut == 1 ? [Self.item("一"), Self.item("二")] : [Self.item("一")]))
    try await store.append(Self.item("三"), to: "s")
    #expect(try await store.items("s", limit: 9) == kept + [Self.item("三")])
  }

  @Test func memoryKeepsOnlyTheLastItems() async {
    let store = MemorySessionStore(kept: 2)
    for i in 0..<5 { await store.append(Self.item("\(i)"), to: "s") }
    #expect(await store.items("s", limit: 9).map(\.question) == ["3", "4"])
  }
}
