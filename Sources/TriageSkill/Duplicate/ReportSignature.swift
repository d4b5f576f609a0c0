import CityText

/// What a report is known by among others: a sample of its text, the terms of its title, its places, its sender.
struct ReportSignature: Sendable {
  /// Of title and text.
  let text: ShingleSketch
  /// Terms of the title, or of the text's beginning; ascending, distinct.
  let title: [UInt32]
  let places: [UInt32]
  let reporter: UInt32?
  let matter: UInt32?

  init(_ report: ComparableReport) {
    text = ShingleSketch(folded: Folding.fold(Array(report.title.utf8) + Array(report.text.utf8)))
    let heading = Self.heading(report)
    var terms: [UInt32] = []
    Self.eachTerm(Array(heading.utf8)) { terms.append($0) }
    title = SortedKeys.distinct(terms)
    places = PlaceKeys.keys(title: heading, places: report.places)
    reporter = report.reporter.map { KeyHash.of($0, .reporter) }
    matter = report.matter.map { KeyHash.of($0, .matter) }
  }

  /// The title, or the first forty characters of the text.
  static func heading(_ report: ComparableReport) -> String {
    let title = report.title.utf8.prefix(600)
    if !title.isEmpty { return String(decoding: title, as: UTF8.self) }
    return String(String.UnicodeScalarView(report.text.unicodeScalars.prefix(40)))
  }

  /// Calls `body` with the key of each pair of characters, word and number.
  @inline(__always)
  static func eachTerm(_ utf8: [UInt8], _ body: (UInt32) -> Void) {
    TermScanner.scan(utf8) { term in
      if term.kind != .unigram { body(KeyHash.of(term.key)) }
    }
  }
}
