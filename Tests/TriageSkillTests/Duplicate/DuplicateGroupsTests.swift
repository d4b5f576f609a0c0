import Testing

@testable import TriageSkill

@Suite struct DuplicateGroupsTests {
  @Test func anUnmergeRestoresWhatWasBefore() throws {
    let alone = DuplicateGroups(orders: ["a", "b", "c", "d", "a"])
    #expect(alone.orders == ["a", "b", "c", "d"])
    let pair = try alone.merging("b", into: "a", because: "text")
    let four = try pair.merging("d", into: "c", because: "place")
      .merging("c", into: "b", because: "same hole")
    #expect(four.groups == ["a": "a", "b": "a", "c": "a", "d": "a"])
    #expect(four.members(of: "a") == ["a", "b", "c", "d"])
    #expect(four.merges.map(\.reason) == ["text", "place", "same hole"])
    let back = try four.unmerging("c")
    #expect(back.groups == ["a": "a", "b": "a", "c": "c", "d": "c"])
    #expect(try back.unmerging("d") == pair)
    #expect(try pair.unmerging("b") == alone)
    #expect(alone.groups == ["a": "a", "b": "b", "c": "c", "d": "d"])
  }

  @Test func impossibleMergesAreRefusedWithAReason() throws {
    let groups = try DuplicateGroups(orders: ["a", "b", "c"]).merging("b", into: "a", because: "")
    func code(_ body: () throws -> DuplicateGroups) -> TriageError.Code? {
      do {
        _ = try body()
        return nil
      } catch { return (error as? TriageError)?.code }
    }
    #expect(code { try groups.merging("x", into: "a", because: "") } == .notFound)
    #expect(code { try groups.merging("a", into: "x", because: "") } == .notFound)
    #expect(code { try groups.merging("a", into: "a", because: "") } == .notAllowed)
    #expect(code { try groups.merging("a", into: "b", because: "") } == .notAllowed)
    #expect(code { try groups.merging("b", into: "c", because: "") } == .notAllowed)
    #expect(code { try groups.unmerging("a") } == .notFound)
    #expect(code { try groups.unmerging("c") } == .notFound)
    #expect(code { try groups.unmerging("x") } == .notFound)
  }

  @Test func onePersonsFloodCountsOnce() throws {
    let orders = (0..<500).map { "r\($0)" } + ["s", "t", "u"]
    var groups = DuplicateGroups(orders: orders)
    for order in orders.dropFirst() { groups = try groups.merging(order, into: "r0", because: "") }
    var reporters = Dictionary(uniqueKeysWithValues: (0..<500).map { ("r\($0)", "flood") })
    reporters["s"] = "second"
    #expect(groups.persons(reporters) == ["r0": 4])
  }

  /// Random merges and unmerges against groups worked out anew from the merges that hold.
  @Test func groupsAreTheConnectedOrdersOfTheMergesThatHold() {
    var dice = DuplicateDice(seed: 9)
    let orders = (0..<20).map { "o\($0)" }
    var groups = DuplicateGroups(orders: orders)
    for _ in 0..<600 {
      let (a, b) = (orders.randomElement(using: &dice)!, orders.randomElement(using: &dice)!)
      if Int.random(in: 0..<3, using: &dice) == 0 {
        groups = (try? groups.unmerging(a)) ?? groups
      } else {
        groups = (try? groups.merging(a, into: b, because: "")) ?? groups
      }
      for x in orders {
        var reached: Set = [x]
        var grew = true
        while grew {
          grew = false
          for merge in groups.merges
          where reached.contains(merge.order) != reached.contains(merge.target) {
            reached.formUnion([merge.order, merge.target])
            grew = true
          }
        }
        #expect(Set(groups.members(of: groups.group(of: x))) == reached)
      }
    }
  }
}
