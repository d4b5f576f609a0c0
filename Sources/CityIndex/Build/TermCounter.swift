import CityText

/// Counts the terms of one passage after the other, by field.
///
/// Title and aliases are scanned once a document and counted in each of its passages.
///
/// Kernel with unsafe pointers over tables of its own: a term is looked up for every character of a text, and
/// the checks of arrays took half of that time.
final class TermCounter {
  /// A term of the passage and how often it stands in title, aliases, headings, body.
  struct Found {
    var term: UInt32
    var counts: SIMD4<UInt32>
  }

  /// A term's key, its number + 1 (0 where the slot is free), and where it stands in ``found`` if it was met
  /// in this round.
  private struct Slot {
    var key: UInt64 = 0
    var number: UInt32 = 0
    var round: UInt32 = 0
    var place: UInt32 = 0
  }

  /// The usual CJK characters have slots of their own, by scalar; all other terms share a table.
  private static let directStart: UInt64 = 1 << 60 | 0x3400
  private static let directCount = 0xA000 - 0x3400

  private let direct: UnsafeMutablePointer<Slot>
  private var slots: UnsafeMutablePointer<Slot>
  private var size = 1 << 14
  private var shift: UInt64 = 64 - 14
  private var round: UInt32 = 0
  private var documentTerms: [Found] = []
  private var documentLengths = SIMD4<UInt32>(repeating: 0)

  /// The keys of all terms met so far, by their numbers.
  private(set) var keys: [UInt64] = []
  /// The terms of the passage counted last.
  private(set) var found: UnsafeMutablePointer<Found>
  private(set) var foundCount = 0
  private var foundRoom = 1 << 10
  /// How many terms its fields have.
  private(set) var lengths = SIMD4<UInt32>(repeating: 0)

  init() {
    direct = .allocate(capacity: Self.directCount)
    direct.initialize(repeating: Slot(), count: Self.directCount)
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    found = .allocate(capacity: foundRoom)
  }

  deinit {
    direct.deallocate()
    slots.deallocate()
    found.deallocate()
  }

  /// Counts what all passages of a document share.
  func begin(_ document: SourceDocument) {
    start()
    lengths = SIMD4(repeating: 0)
    scan(Array(document.metadata.title.utf8), field: 0)
    for alias in document.metadata.aliases { scan(Array(alias.utf8), field: 1) }
    documentTerms = Array(UnsafeBufferPointer(start: found, count: foundCount))
    documentLengths = lengths
  }

  /// Counts a passage of the document begun last.
  func count(_ clause: SourceClause, of document: SourceDocument) {
    start()
    lengths = documentLengths
    for term in documentTerms { found[place(of: keys[Int(term.term)])].counts = term.counts }
    scan(Array(clause.heading.utf8), field: 2)
    scan(document.text, in: clause.range, field: 3)
  }

  private func start() {
    round += 1
    foundCount = 0
  }

  private func scan(_ text: [UInt8], in range: Range<Int>? = nil, field: Int) {
    var count: UInt32 = 0
    TermScanner.scan(text, in: range) {
      found[place(of: $0.key)].counts[field] &+= 1
      count &+= 1
    }
    lengths[field] += count
  }

  /// Where a term stands in ``found``, put there if it is new to the passage.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let scalar = key &- Self.directStart
    var slot = direct
    if scalar < UInt64(Self.directCount) {
      slot += Int(truncatingIfNeeded: scalar)
    } else {
      var i = home(of: key)
      while slots[i].number != 0, slots[i].key != key { i = (i &+ 1) & (size &- 1) }
      slot = slots + i
    }
    return slot.pointee.round == round ? Int(slot.pointee.place) : enter(key, slot)
  }

  /// Notes a term that is new to the passage.
  private func enter(_ key: UInt64, _ slot: UnsafeMutablePointer<Slot>) -> Int {
    let isNew = slot.pointee.number == 0
    if isNew {
      keys.append(key)
      slot.pointee.key = key
      slot.pointee.number = UInt32(keys.count)
    }
    let place = foundCount
    slot.pointee.round = round
    slot.pointee.place = UInt32(place)
    if place == foundRoom { growFound() }
    (found + place).initialize(
      to: Found(term: slot.pointee.number - 1, counts: SIMD4(repeating: 0)))
    foundCount += 1
    if isNew, keys.count * 2 > size { grow() }
    return place
  }

  private func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  private func growFound() {
    let old = found
    found = .allocate(capacity: foundRoom * 2)
    found.moveInitialize(from: old, count: foundCount)
    foundRoom *= 2
    old.deallocate()
  }

  private func grow() {
    let (old, oldSize) = (slots, size)
    size *= 2
    shift -= 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    for place in 0..<oldSize where old[place].number != 0 {
      var i = home(of: old[place].key)
      while slots[i].number != 0 { i = (i + 1) & (size - 1) }
      slots[i] = old[place]
    }
    old.deallocate()
  }
}
