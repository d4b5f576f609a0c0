import CityText

/// Hot spots, warnings and issues.
extension DigestComposer {
  /// Issues of fewer persons are not listed.
  private static let fewestOfIssue = 3

  mutating func hotSpots(_ spots: [HotSpot]) -> [Digest.Block] {
    guard !spots.isEmpty else { return [.note(words.noSpots)] }
    let rows = distinct(spots).prefix(Self.mostRows).map { spot -> [[Digest.Piece]] in
      let (place, matter) = names(spot)
      let name = DigestWords.fill(words.hotSpot, self.name(spot))
      return [
        [.text(place)], [.text(matter)], [persons(name, spot.recent)], [count(name, spot.recent)],
        [.text(spot.usual.map { DecimalText.text($0, decimals: 1) } ?? "—")],
        [.text(spot.chance.map(chance) ?? "—")], [.text("\(spot.likes)")],
        [.text(DecimalText.text(spot.heat, decimals: 1))],
      ]
    }
    return [
      .table(
        headings: [
          words.place, words.matter, words.persons, words.count, words.usual, words.chance,
          words.likes, words.heat,
        ], rows: rows, numbers: 2), .note(words.hotNote),
    ]
  }

  /// Without spots whose orders are mostly those of a hotter one.
  private func distinct(_ spots: [HotSpot]) -> [HotSpot] {
    var kept: [(spot: HotSpot, orders: Set<Int>)] = []
    for spot in spots where kept.count < 2 * Self.mostRows {
      let orders = Set(spot.recent)
      let isCovered = kept.contains {
        $0.orders.intersection(orders).count * 5 >= orders.count * 4
      }
      if !isCovered { kept.append((spot, orders)) }
    }
    return kept.map(\.spot)
  }

  mutating func warnings(_ spots: [HotSpot]) -> [Digest.Block] {
    var lines: [[Digest.Piece]] = []
    let open = records.indices.filter {
      records[$0].urgency == .emergency && records[$0].isOpen(at: span.to)
    }
    if !open.isEmpty {
      lines.append(DigestWords.pieces(words.emergencies, [count(words.openEmergency, open)]))
    }
    for spot in distinct(spots.filter(\.isWarning)) {
      let name = self.name(spot)
      let heading = DigestWords.fill(words.hotSpot, name)
      lines.append(
        DigestWords.pieces(
          words.warning,
          [
            .text(name), persons(heading, spot.recent), count(heading, spot.recent),
            .text(DecimalText.text(spot.usual ?? 0, decimals: 1)),
            .text(chance(spot.chance ?? 1)),
          ]))
    }
    var blocks: [Digest.Block] = lines.isEmpty ? [.note(words.noWarnings)] : [.lines(lines)]
    if spots.contains(where: { $0.chance == nil }) { blocks.append(.note(words.noBaseline)) }
    return blocks
  }

  /// The largest issues with a report in the span.
  mutating func issueTable() -> [Digest.Block] {
    guard !own.isEmpty else { return [] }
    // What came after the span is not known yet.
    let current = issues.compactMap { issue -> (title: String, members: [Int], persons: Int)? in
      let members = issue.members.filter {
        records.indices.contains($0) && records[$0].received < span.to
      }
      let persons = ReportClusters.persons(members.lazy.map { [records] in records[$0].reporter })
      guard persons >= Self.fewestOfIssue,
        members.contains(where: { span.contains(records[$0].received) })
      else { return nil }
      let known = members.contains(issue.representative)
      return (shortTitle(known ? issue.representative : members[0]), members, persons)
    }.enumerated().sorted {
      ($1.element.persons, $0.offset) < ($0.element.persons, $1.offset)
    }.map(\.element)
    guard !current.isEmpty else { return [.note(words.noIssues)] }
    let rows = current.prefix(Self.mostRows).map { issue -> [[Digest.Piece]] in
      let (title, members, _) = issue
      let name = DigestWords.fill(words.issueName, title)
      let moments = members.map { records[$0].received }
      return [
        [.text(title)], [persons(name, members)], [count(name, members)],
        [.text(moments.min().map { "\($0.day)" } ?? "—")],
        [.text(moments.max().map { "\($0.day)" } ?? "—")],
      ]
    }
    return [
      .table(
        headings: [words.issue, words.persons, words.count, words.first, words.last], rows: rows,
        numbers: 1), .note(words.issueNote),
    ]
  }

  private func names(_ spot: HotSpot) -> (place: String, matter: String) {
    switch spot.subject {
    case .placeAndMatter(let place, let matter): return (place, matter)
    case .issue(let representative):
      let streets = Set(spot.recent.compactMap { records[$0].street })
      return (streets.count == 1 ? streets.first ?? "" : words.noPlace, shortTitle(representative))
    }
  }

  private func name(_ spot: HotSpot) -> String {
    switch spot.subject {
    case .placeAndMatter(let place, let matter):
      return DigestWords.fill(words.among, place, matter)
    case .issue(let representative): return "“\(shortTitle(representative))”"
    }
  }

  /// A probability at four decimals.
  private func chance(_ value: Double) -> String {
    value < 0.0001 ? words.below + "0.0001" : DecimalText.text(value, decimals: 4)
  }
}
