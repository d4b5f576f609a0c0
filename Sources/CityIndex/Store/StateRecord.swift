/// The section `state`: what opening needs to know of the generation.
///
/// 4 × u64 terms in all titles, aliases, headings, bodies · u64 bytes of the texts · u32 documents, passages,
/// bytes of the fingerprint, zero · 32 bytes generation · fingerprint.
struct StateRecord {
  static let fixedWidth = 88

  var fieldTotals = SIMD4<UInt64>(repeating: 0)
  var textBytes: UInt64 = 0
  var documentCount = 0
  var passageCount = 0
  var generation: [UInt8] = []
  var fingerprint = ""

  init() {}

  /// Nil where the section has another length than it says.
  init?(_ view: ByteView) {
    for field in 0..<4 { fieldTotals[field] = view.u64(field * 8) }
    textBytes = view.u64(32)
    documentCount = Int(view.u32(40))
    passageCount = Int(view.u32(44))
    generation = view.slice(56, 32)?.bytes ?? []
    let length = Int(view.u32(48))
    guard view.count == Self.fixedWidth + length else { return nil }
    fingerprint = view.slice(Self.fixedWidth, length)?.string ?? ""
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for field in 0..<4 { bytes.appendLittle(fieldTotals[field]) }
    bytes.appendLittle(textBytes)
    let text = Array(fingerprint.utf8)
    for value in [documentCount, passageCount, text.count, 0] {
      bytes.appendLittle(UInt32(value))
    }
    return bytes + generation + text
  }

  var averageLengths: SIMD4<Float> {
    InfoRecord.averages(fieldTotals, passages: passageCount)
  }
}
