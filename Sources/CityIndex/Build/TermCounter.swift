import CityText

/// Counts the terms of one passage after the other, by field.
///
/// Title and aliases are scanned once a document and counted in each of its passages.
struct TermCounter {
  /// A term of the passage and how often it stands in title, aliases, headings, body.
  struct Found {
    var term: UInt32
    var counts: SIMD4<UInt32>
  }

  /// A term's key, and where it stands in ``found`` if it was met in this round.
  private struct Slot {
    var key: UInt64 = 0
    var round: UInt32 = 0
    var place: UInt32 = 0
  }

  /// The usual CJK characters have slots of their own, by scalar; all other terms share a table.
  private static let directStart: UInt64 = 1 << 60 | 0x3400
  private static let directCount = 0xA000 - 0x3400

  private var direct = [Slot](repeating: Slot(), count: directCount)
  private var directNumbers = [UInt32](repeating: .max, count: directCount)
  private var slots = [Slot](repeating: Slot(), count: 1 << 14)
  private var numbers = [UInt32](repeating: .max, count: 1 << 14)
  private var shift: UInt64 = 64 - 14
  private var round: UInt32 = 0
  private var documentTerms: [Found] = []
  private var documentKeys: [UInt64] = []
  private var documentLengths = SIMD4<UInt32>(repeating: 0)

  /// The keys of all terms met so far, by their numbers.
  private(set) var keys: [UInt64] = []
  /// The terms of the passage counted last.
  private(set) var found: [Found] = []
  /// How many terms its fields have.
  private(set) var lengths = SIMD4<UInt32>(repeating: 0)

  init() {}

  /// Counts what all passages of a document share.
  mutating func begin(_ document: SourceDocument) {
    start()
    lengths = SIMD4(repeating: 0)
    scan(Array(document.metadata.title.utf8), field: 0)
    for alias in document.metadata.aliases { scan(Array(alias.utf8), field: 1) }
    documentTerms = found
    documentKeys = found.map { keys[Int($0.term)] }
    documentLengths = lengths
  }

  /// Counts a passage of the document begun last.
  mutating func count(_ clause: SourceClause, of document: SourceDocument) {
    start()
    lengths = documentLengths
    for (term, key) in zip(documentTerms, documentKeys) {
      let place = place(of: key)
      found[place].counts = term.counts
    }
    scan(Array(clause.heading.utf8), field: 2)
    scan(document.text, in: clause.range, field: 3)
  }

  private mutating func start() {
    round += 1
    found.removeAll(keepingCapacity: true)
  }

  private mutating func scan(_ text: [UInt8], in range: Range<Int>? = nil, field: Int) {
    var count: UInt32 = 0
    TermScanner.scan(text, in: range) {
      found[place(of: $0.key)].counts[field] += 1
      count += 1
    }
    lengths[field] += count
  }

  /// Where a term stands in ``found``, put there if it is new to the passage.
  @inline(__always)
  private mutating func place(of key: UInt64) -> Int {
    let scalar = key &- Self.directStart
    if scalar < UInt64(Self.directCount) {
      let i = Int(scalar)
      if direct[i].round == round { return Int(direct[i].place) }
      if directNumbers[i] == .max { directNumbers[i] = number(key) }
      direct[i] = Slot(key: key, round: round, place: UInt32(found.count))
      return append(directNumbers[i])
    }
    var i = home(of: key)
    while numbers[i] != .max {
      if slots[i].key == key {
        if slots[i].round == round { return Int(slots[i].place) }
        slots[i].round = round
        slots[i].place = UInt32(found.count)
        return append(numbers[i])
      }
      i = (i &+ 1) & (slots.count &- 1)
    }
    numbers[i] = number(key)
    slots[i] = Slot(key: key, round: round, place: UInt32(found.count))
    let place = append(numbers[i])
    if keys.count * 2 > slots.count { grow() }
    return place
  }

  private mutating func append(_ term: UInt32) -> Int {
    found.append(Found(term: term, counts: SIMD4(repeating: 0)))
    return found.count - 1
  }

  private mutating func number(_ key: UInt64) -> UInt32 {
    keys.append(key)
    return UInt32(keys.count - 1)
  }

  private func home(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) &>> shift) }

  private mutating func grow() {
    let (oldSlots, oldNumbers) = (slots, numbers)
    slots = [Slot](repeating: Slot(), count: oldSlots.count * 2)
    numbers = [UInt32](repeating: .max, count: slots.count)
    shift -= 1
    for (slot, number) in zip(oldSlots, oldNumbers) where number != .max {
      var i = home(of: slot.key)
      while numbers[i] != .max { i = (i + 1) & (slots.count - 1) }
      slots[i] = slot
      numbers[i] = number
    }
  }
}
