/// The section `info`: what opening needs to know.
///
/// 4 × u64 terms in all titles, aliases, headings, bodies (each passage counts its document's title and
/// aliases) · u32 documents, passages, terms, bytes of the fingerprint · 32 bytes generation · fingerprint.
struct InfoRecord {
  static let fixedWidth = 80
  private static let fingerprintOffset = 80

  var fieldTotals = SIMD4<UInt64>(repeating: 0)
  var documentCount = 0
  var passageCount = 0
  var termCount = 0
  var generation: [UInt8] = []
  var fingerprint = ""

  init() {}

  /// Nil where the section has another length than it says.
  init?(_ view: ByteView) {
    for field in 0..<4 { fieldTotals[field] = view.u64(field * 8) }
    documentCount = Int(view.u32(32))
    passageCount = Int(view.u32(36))
    termCount = Int(view.u32(40))
    generation = view.slice(48, 32)?.bytes ?? []
    let length = Int(view.u32(44))
    guard view.count == Self.fixedWidth + length else { return nil }
    fingerprint = view.slice(Self.fingerprintOffset, length)?.string ?? ""
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for field in 0..<4 { bytes.appendLittle(fieldTotals[field]) }
    let text = Array(fingerprint.utf8)
    for value in [documentCount, passageCount, termCount, text.count] {
      bytes.appendLittle(UInt32(value))
    }
    return bytes + generation + text
  }

  /// Average terms of a field in a passage.
  var averageLengths: SIMD4<Float> {
    guard passageCount > 0 else { return SIMD4(repeating: 0) }
    var averages = SIMD4<Float>(repeating: 0)
    for field in 0..<4 {
      averages[field] = Float(Double(fieldTotals[field]) / Double(passageCount))
    }
    return averages
  }
}
