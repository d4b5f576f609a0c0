extension DuplicateIndex {
  /// Votes of one query, by number of entry; kept between queries so that nothing is cleared.
  struct Scratch: Sendable {
    var votes: [Float] = []
    /// The query that a vote is of.
    var stamps: [UInt32] = []
    var query: UInt32 = 0
    var touched: [Int] = []
  }

  /// Chains are read so far: what is beyond is like what was read.
  private static let textChain = 16
  private static let titleChain = 24
  private static let otherChain = 12
  /// Terms of the title that are looked up, the rarest.
  private static let rarest = 8
  /// Candidates that are compared sign by sign.
  private static let compared = 16
  /// Below it a candidate is not worth a look.
  private static let least = 0.2

  mutating func candidates(
    for report: ComparableReport, _ signature: ReportSignature
  ) -> [DuplicateCandidate] {
    guard !entries.isEmpty else { return [] }
    var terms: [(weight: Float, term: UInt32)] = []
    terms.reserveCapacity(signature.title.count)
    var weight: Float = 0
    for term in signature.title {
      let own = rarity(postings.count(KeyHash.of(term, .title)) + 1)
      terms.append((own, term))
      weight += own
    }
    gather(signature, terms)

    // Between equal votes the later report first: it lies nearer.
    let best = Self.most(scratch.touched, Self.compared) {
      (scratch.votes[$0], $0) > (scratch.votes[$1], $1)
    }
    var found: [(score: Double, entry: Int, signs: DuplicateSigns)] = []
    for at in best where entries[at].id != report.id {
      let signs = signs(of: report, signature, terms, weight, entries[at])
      let score = signs.score
      if score >= Self.least { found.append((score, at, signs)) }
    }
    found.sort { ($0.score, $0.entry) > ($1.score, $1.entry) }
    var out: [DuplicateCandidate] = []
    for candidate in found where out.count < Self.most {
      let id = entries[candidate.entry].id
      if !out.contains(where: { $0.order == id }) {
        out.append(DuplicateCandidate(order: id, signs: candidate.signs))
      }
    }
    return out
  }

  /// Collects votes: pieces of text, rare terms of the title, the sender, place with matter.
  private mutating func gather(
    _ signature: ReportSignature, _ terms: [(weight: Float, term: UInt32)]
  ) {
    if scratch.votes.count < entries.count {
      let more = max(entries.count, 1_024)
      scratch.votes += [Float](repeating: 0, count: more)
      scratch.stamps += [UInt32](repeating: 0, count: more)
    }
    scratch.query &+= 1
    if scratch.query == 0 {
      scratch.stamps = [UInt32](repeating: 0, count: scratch.stamps.count)
      scratch.query = 1
    }
    scratch.touched.removeAll(keepingCapacity: true)
    var scratch = self.scratch
    self.scratch = Scratch()
    func vote(_ key: UInt32, _ limit: Int, _ weight: Float) {
      postings.each(key, limit: limit, from: live) { report in
        let at = report - first
        if scratch.stamps[at] == scratch.query {
          scratch.votes[at] += weight
        } else {
          scratch.stamps[at] = scratch.query
          scratch.votes[at] = weight
          scratch.touched.append(at)
        }
      }
    }
    // A piece of five characters in common says more than two characters of a title.
    for key in Self.textKeys(signature) { vote(key, Self.textChain, 20) }
    for (weight, term) in Self.most(terms, Self.rarest, by: { $0 > $1 }) {
      vote(KeyHash.of(term, .title), Self.titleChain, weight)
    }
    if let reporter = signature.reporter { vote(reporter, Self.otherChain, 10) }
    for key in Self.placeKeys(signature) { vote(key, Self.otherChain, 8) }
    self.scratch = scratch
  }

  private func signs(
    of report: ComparableReport, _ signature: ReportSignature,
    _ terms: [(weight: Float, term: UInt32)], _ weight: Float, _ entry: Entry
  ) -> DuplicateSigns {
    let other = entry.signature
    // What the titles share, and what of it is not the name of the place.
    var shared: Float = 0
    var beside: Float = 0
    var j = 0
    for (own, term) in terms {
      while j < other.title.count, other.title[j] < term { j += 1 }
      guard j < other.title.count, other.title[j] == term else { continue }
      shared += own
      if !signature.places.contains(term) { beside += own }
    }
    // A title of one usual word tells little even where it is the same.
    let either = max(weight + entry.weight - shared, shared) + 4
    let place = SortedKeys.meet(signature.places, other.places)
    let object =
      signature.matter != nil && other.matter != nil
      ? signature.matter == other.matter : beside >= 0.3 * min(weight, entry.weight) + 2
    return DuplicateSigns(
      text: signature.text.resemblance(to: other.text),
      title: min(1, Double(shared / either)), place: place, object: object,
      apart: Int(clamping: (report.received.seconds &- entry.received.seconds).magnitude),
      reporter: signature.reporter != nil && signature.reporter == other.reporter)
  }

  /// The first `count` of `all` in order, without sorting the rest.
  private static func most<Element>(
    _ all: [Element], _ count: Int, by isBefore: (Element, Element) -> Bool
  ) -> [Element] {
    var best: [Element] = []
    best.reserveCapacity(count + 1)
    for element in all {
      if best.count == count, !isBefore(element, best[count - 1]) { continue }
      var at = best.count
      while at > 0, isBefore(element, best[at - 1]) { at -= 1 }
      best.insert(element, at: at)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}
