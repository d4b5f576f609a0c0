import CityJSON
import CityText

/// Replaces the personal data in a body by placeholders.
///
/// Every text counts, keys and numbers too. What was found in one place is replaced in all: a name that is told by
/// the words around it once must not stand bare elsewhere.
struct EgressMasking {
  private(set) var body: JSONValue
  private(set) var table = PlaceholderTable()
  /// How many different pieces of each kind were found.
  private(set) var counts: [PersonalData.Kind: Int] = [:]
  /// The body before masking, to keep placeholders apart from what looks like them.
  private let original: [UInt8]

  /// Masking may bring words together in which more is found; a few rounds settle it.
  private static let rounds = 4

  init(_ body: JSONValue) {
    self.body = body
    original = body.bytes
  }

  /// Masks until nothing more is found; false where that does not come to an end.
  mutating func mask() -> Bool {
    for _ in 0..<Self.rounds {
      var hasFound = false
      Self.visit(body) { text in
        for finding in findings(in: Array(text.utf8)) {
          hasFound = true
          name(finding)
        }
      }
      guard hasFound else { return true }
      let known = table.originals.map { (Array($0.original.utf8), Array($0.placeholder.utf8)) }
        // The longest first: a number may be a part of an address.
        .sorted { $0.0.count > $1.0.count }
      body = Self.rewrite(body) { replaced(Array($0.utf8), known) }
    }
    return false
  }

  /// Personal data in a text, and the words that were there before anything was masked.
  private struct Finding {
    var kind: PersonalData.Kind
    var range: Range<Int>
    var words: String
  }

  private func findings(in text: [UInt8]) -> [Finding] {
    let places = table.originals.flatMap { Self.places(of: Array($0.placeholder.utf8), in: text) }
    return PersonalData.find(in: text).compactMap { data in
      // A placeholder's own letters are no name, but with words beside it, it may be a part of an address.
      let touched = places.filter { $0.overlaps(data.range) }
      let range = touched.reduce(data.range) {
        min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
      }
      if touched.contains(range) { return nil }
      let words = table.restored(String(decoding: text[range], as: UTF8.self))
      return Finding(kind: data.kind, range: range, words: words)
    }
  }

  private mutating func name(_ finding: Finding) {
    let known = table.originals.count
    _ = table.placeholder(for: finding.words, kind: finding.kind.label) { placeholder in
      ByteSearch.contains(original, Array(placeholder.utf8))
    }
    if table.originals.count > known { counts[finding.kind, default: 0] += 1 }
  }

  private static func places(of needle: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var at = 0
    while let place = ByteSearch.first(of: needle, in: text, from: at) {
      places.append(place..<(place + needle.count))
      at = place + needle.count
    }
    return places
  }

  /// A text with its findings, and whatever was found elsewhere, replaced; nil where it has none.
  private func replaced(
    _ text: [UInt8], _ known: [(words: [UInt8], placeholder: [UInt8])]
  ) -> String? {
    var spans: [(range: Range<Int>, placeholder: [UInt8])] = findings(in: text).compactMap {
      finding in
      table.originals.first { $0.original == finding.words }
        .map { (finding.range, Array($0.placeholder.utf8)) }
    }
    // A surname alone (of “张先生”) stands in half of all sentences as something else.
    for (words, placeholder) in known where words.count(where: { $0 & 0xC0 != 0x80 }) > 1 {
      for place in Self.places(of: words, in: text)
      where Self.standsAlone(place, in: text)
        && !spans.contains(where: { $0.range.overlaps(place) })
      {
        spans.append((place, placeholder))
      }
    }
    guard !spans.isEmpty else { return nil }
    spans.sort { $0.range.lowerBound < $1.range.lowerBound }
    var out: [UInt8] = []
    var at = 0
    for span in spans {
      out += text[at..<span.range.lowerBound] + span.placeholder
      at = span.range.upperBound
    }
    return String(decoding: out + text[at...], as: UTF8.self)
  }

  /// Whether no letter goes on as a letter and no digit as a digit: the name Li does not stand in “limit”.
  private static func standsAlone(_ place: Range<Int>, in text: [UInt8]) -> Bool {
    func kind(_ at: Int) -> Int {
      guard text.indices.contains(at) else { return 0 }
      return switch text[at] {
      case 0x30...0x39: 1
      case 0x41...0x5A, 0x61...0x7A: 2
      default: 0
      }
    }
    func goesOn(_ at: Int) -> Bool { kind(at) != 0 && kind(at) == kind(at - 1) }
    return !goesOn(place.lowerBound) && !goesOn(place.upperBound)
  }

  // MARK: every text of a value

  private static func visit(_ value: JSONValue, _ see: (String) -> Void) {
    switch value {
    case .string(let text), .number(let text): see(text)
    case .array(let values): for value in values { visit(value, see) }
    case .object(let members):
      for member in members {
        see(member.key)
        visit(member.value, see)
      }
    case .null, .bool: break
    }
  }

  /// A value with the texts that `change` gives anew; a number becomes a text where it is changed.
  private static func rewrite(_ value: JSONValue, _ change: (String) -> String?) -> JSONValue {
    switch value {
    case .string(let text), .number(let text):
      change(text).map { .string($0) } ?? value
    case .array(let values): .array(values.map { rewrite($0, change) })
    case .object(let members):
      .object(
        members.map {
          JSONValue.Member(change($0.key) ?? $0.key, rewrite($0.value, change))
        })
    case .null, .bool: value
    }
  }
}

extension PersonalData.Kind {
  /// What a placeholder of the kind is called: words that every model knows.
  fileprivate var label: String {
    switch self {
    case .identity: "ID"
    case .phone: "PHONE"
    case .card: "CARD"
    case .plate: "PLATE"
    case .email: "EMAIL"
    case .passport: "PASSPORT"
    case .permit: "PERMIT"
    case .hongKongIdentity: "HKID"
    case .address: "ADDRESS"
    case .name: "NAME"
    }
  }
}
