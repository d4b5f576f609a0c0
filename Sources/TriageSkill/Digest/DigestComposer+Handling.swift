import CityText

/// Deadlines, returns, repeats and ratings.
extension DigestComposer {
  mutating func handling() -> [Digest.Block] {
    let end = span.to
    func orders(_ isMeant: (DigestRecord) -> Bool) -> [Int] {
      records.indices.filter { isMeant(records[$0]) }
    }
    let items: [(String, [Int])] = [
      (words.overdueOpen, orders { $0.isOpen(at: end) && ($0.due.map { $0 < end } ?? false) }),
      (
        words.overdueClosed,
        orders { record in
          guard let closed = record.closed, let due = record.due else { return false }
          return span.contains(closed) && due < closed
        }
      ),
      (
        words.dueSoon,
        orders {
          $0.isOpen(at: end)
            && ($0.due.map { $0 >= end && $0 < end.adding(seconds: 86_400) } ?? false)
        }
      ),
      (words.returned, own.filter { records[$0].returned > 0 }),
      (words.repeated, own.filter { isRepeat(records[$0]) }),
      (words.again, sameAgain()),
    ]
    return [
      .table(
        headings: [words.item, words.count],
        rows: items.map { [[.text($0.0)], [count($0.0, $0.1)]] }, numbers: 1)
    ]
  }

  private func isRepeat(_ record: DigestRecord) -> Bool {
    record.group.map { $0 != record.order } ?? false
  }

  /// Orders of the span whose account wrote of the same issue before.
  private func sameAgain() -> [Int] {
    var again: Set<Int> = []
    for issue in issues {
      var known: Set<String> = []
      let members = issue.members.filter(records.indices.contains).sorted {
        (records[$0].received, $0) < (records[$1].received, $1)
      }
      for member in members {
        guard let reporter = records[member].reporter else { continue }
        if !known.insert(reporter).inserted, span.contains(records[member].received) {
          again.insert(member)
        }
      }
    }
    return own.filter(again.contains)
  }

  mutating func satisfaction() -> [Digest.Block] {
    guard !own.isEmpty else { return [] }
    let rated = own.filter { (1...5).contains(records[$0].satisfaction ?? 0) }
    guard !rated.isEmpty else { return [.note(words.noRatings)] }
    let sum = rated.reduce(0) { $0 + (records[$1].satisfaction ?? 0) }
    let mean = DecimalText.text(Double(sum) / Double(rated.count), decimals: 2)
    let low = rated.filter { (records[$0].satisfaction ?? 0) <= 2 }
    return [
      .lines([
        DigestWords.pieces(
          words.rated,
          [count(words.ratedName, rated), .text(mean), count(words.dissatisfied, low)])
      ])
    ]
  }
}
