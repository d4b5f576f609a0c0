import Synchronization

/// Which passage of the generation a passage of a part is, and the other way round: an array each.
///
/// Passages of all parts in use stand one part after the other (``SearchedPart/offset``).
struct PassageNumbers: Sendable {
  static let none: UInt32 = .max

  /// By place among the parts' passages; ``none`` where the generation has the passage no longer.
  let numbers: [UInt32]
  /// By number in the generation.
  let places: [UInt32]

  init(_ order: DocumentOrder, parts: [SearchedPart], passages: Int) {
    let room = parts.last.map { ($0.offset + $0.passages + 15) & ~15 } ?? 0
    let passages = min(passages, room)
    var numbers = [UInt32](repeating: Self.none, count: room)
    var places = [UInt32](repeating: 0, count: passages)
    for number in 0..<order.runCount {
      let run = order.run(number)
      guard let part = parts.first(where: { $0.segment.number == run.part }) else { continue }
      // Clamped, so that a damaged file leads to wrong ranks at worst.
      let count = min(
        run.passages, part.passages - run.localPassage, passages - run.passage)
      guard count > 0 else { continue }
      let place = part.offset + run.localPassage
      for i in 0..<count {
        numbers[place + i] = UInt32(run.passage + i)
        places[run.passage + i] = UInt32(place + i)
      }
    }
    (self.numbers, self.places) = (numbers, places)
  }
}

extension KnowledgeIndex {
  /// Nil where a passage has the same number in the one part and in the generation.
  var passageNumbers: PassageNumbers? {
    guard !order.isWhole else { return nil }
    return numbers.withLock { known in
      if let known { return known }
      let made = PassageNumbers(order, parts: searched, passages: passageCount)
      known = made
      return made
    }
  }
}
