import CityText

/// Reads where a report is about: the address field first, then its words, then its coordinates.
struct PlaceReader {
  private let reading: ReportReading
  private let register: PlaceRegister

  init(_ reading: ReportReading, register: PlaceRegister) {
    self.reading = reading
    self.register = register
  }

  /// So many mentions of a text are joined: a report of a thousand places is about none.
  private static let limit = 24

  func place() -> Finding<PlaceReading>? {
    let address = reading.report.address.map { FoldedText(Array($0.utf8)) }
    var scan = PlaceScan(register: register)
    if let address {
      scan.read(address, source: Array(reading.report.address!.utf8), isText: false)
    }
    scan.read(reading.folded, source: reading.text, isText: true)
    let mentions = Array(scan.mentions.prefix(Self.limit))
    if let first = mentions.first {
      let (candidates, used) = join(mentions)
      let close = narrowed(candidates)
      return Finding(
        PlaceReading(candidates: close, words: words(used, first)),
        by: FindingOrigin(.table, "places", version: register.version),
        evidence: used.compactMap(\.range).sorted { $0.lowerBound < $1.lowerBound })
    }
    if let home = scan.home { return coordinates() ?? finding("place.district", home) }
    if let elsewhere = scan.elsewhere {
      return Finding(
        PlaceReading(candidates: [], words: elsewhere.words, elsewhere: elsewhere.name),
        by: FindingOrigin(.table, "places", version: register.version),
        evidence: elsewhere.range.map { [$0] } ?? [])
    }
    return coordinates() ?? addressField() ?? unknown()
  }

  private func finding(_ rule: String, _ mention: PlaceMention) -> Finding<PlaceReading> {
    Finding(
      PlaceReading(candidates: [], words: mention.words), by: Extractor.rule(rule),
      evidence: mention.range.map { [$0] } ?? [])
  }

  /// Joins mentions that can be one place; what disagrees is kept as a further candidate.
  private func join(
    _ mentions: [PlaceMention]
  ) -> (candidates: [PlaceReading.Candidate], used: [PlaceMention]) {
    var groups: [(candidates: [PlaceReading.Candidate], rank: Int)] = []
    for mention in mentions {
      var isJoined = false
      for i in groups.indices {
        var joined: [PlaceReading.Candidate] = []
        for old in groups[i].candidates {
          for new in mention.candidates {
            if let both = old.joined(with: new, closer: groups[i].rank >= mention.rank),
              !joined.contains(both)
            {
              joined.append(both)
            }
          }
        }
        if !joined.isEmpty {
          groups[i] = (joined, max(groups[i].rank, mention.rank))
          isJoined = true
          break
        }
      }
      if !isJoined, groups.count < 4 { groups.append((mention.candidates, mention.rank)) }
    }
    var all: [PlaceReading.Candidate] = []
    for candidate in groups.flatMap(\.candidates) where !all.contains(candidate) {
      all.append(candidate)
    }
    return (Array(all.prefix(8)), mentions)
  }

  /// Coordinates decide between candidates; they do not overrule the words.
  private func narrowed(
    _ candidates: [PlaceReading.Candidate]
  ) -> [PlaceReading.Candidate] {
    guard candidates.count > 1, let latitude = reading.report.latitude,
      let longitude = reading.report.longitude,
      let near = register.nearest(latitude: latitude, longitude: longitude)
    else { return candidates }
    let close = candidates.filter { near.contains($0.street) }
    return close.isEmpty ? candidates : close
  }

  /// The words of the mentions that stand together, from the first on.
  private func words(_ mentions: [PlaceMention], _ first: PlaceMention) -> String {
    guard var range = first.range else { return first.words }
    for mention in mentions.dropFirst() {
      guard let next = mention.range, next.lowerBound >= range.upperBound,
        next.lowerBound - range.upperBound <= 6
      else { break }
      range = range.lowerBound..<next.upperBound
    }
    return reading.string(range)
  }

  private func coordinates() -> Finding<PlaceReading>? {
    guard let latitude = reading.report.latitude, let longitude = reading.report.longitude,
      let near = register.nearest(latitude: latitude, longitude: longitude)
    else { return nil }
    let candidates = near.map {
      PlaceReading.Candidate(
        street: $0, name: $0, latitude: latitude, longitude: longitude, isUnverified: true)
    }
    return Finding(
      PlaceReading(candidates: candidates, words: ""), by: Extractor.rule("place.coordinates"))
  }

  private func addressField() -> Finding<PlaceReading>? {
    guard let address = reading.report.address, !address.isEmpty else { return nil }
    return Finding(
      PlaceReading(candidates: [], words: address), by: FindingOrigin(.sender, "address"))
  }

  /// Words that look like a place that the register does not have: 某某小区.
  private func unknown() -> Finding<PlaceReading>? {
    for (number, cue) in reading.cues.enumerated() where cue.kind == .placeEnd {
      var start = cue.range.lowerBound
      var count = 0
      while count < 6, start >= 3, isNamePart(start - 3) {
        start -= 3
        count += 1
      }
      guard count >= 2 else { continue }
      // 幸福里小区 ends twice.
      var end = cue.range.upperBound
      for next in reading.cues[(number + 1)...].prefix(2)
      where next.kind == .placeEnd && next.range.lowerBound == end {
        end = next.range.upperBound
      }
      return finding(
        "place.unknown",
        PlaceMention(
          candidates: [], rank: 0, range: start..<end, words: reading.string(start..<end)))
    }
    return nil
  }

  private static let noNamePart: Set<UInt32> = Set(
    "的了我们你他她它这那个在于从到和与对向是有没就都很也被把让给给条些每各哪整本该某一进出上下里外前后旁边家住位您好请为因为去来走开过附近小公马道".unicodeScalars
      .map(\.value))

  private func isNamePart(_ at: Int) -> Bool {
    let text = reading.text
    guard text[at] >= 0xE4, text[at] <= 0xE9 else { return false }
    let scalar =
      UInt32(text[at] & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
    return !Self.noNamePart.contains(scalar)
  }
}
