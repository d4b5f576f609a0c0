/// The section `info`: what opening needs to know of a part's documents, those included that are no longer in
/// the generation.
///
/// 4 × u64 terms in all titles, aliases, headings, bodies (each passage counts its document's title and
/// aliases) · u32 documents, passages, terms, zero.
struct InfoRecord {
  static let width = 48

  var fieldTotals = SIMD4<UInt64>(repeating: 0)
  var documentCount = 0
  var passageCount = 0
  var termCount = 0

  init() {}

  /// Nil where the section has another length.
  init?(_ view: ByteView) {
    guard view.count == Self.width else { return nil }
    for field in 0..<4 { fieldTotals[field] = view.u64(field * 8) }
    documentCount = Int(view.u32(32))
    passageCount = Int(view.u32(36))
    termCount = Int(view.u32(40))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for field in 0..<4 { bytes.appendLittle(fieldTotals[field]) }
    for value in [documentCount, passageCount, termCount, 0] { bytes.appendLittle(UInt32(value)) }
    return bytes
  }

  /// Average terms of a field in a passage.
  var averageLengths: SIMD4<Float> { Self.averages(fieldTotals, passages: passageCount) }

  static func averages(_ totals: SIMD4<UInt64>, passages: Int) -> SIMD4<Float> {
    var averages = SIMD4<Float>(repeating: 0)
    guard passages > 0 else { return averages }
    for field in 0..<4 { averages[field] = Float(Double(totals[field]) / Double(passages)) }
    return averages
  }
}
