/// What filters ask of a document: kind, language, skills; 16 bytes.
struct FacetRecord {
  static let width = 16

  /// Labels.
  var kind: UInt32 = 0
  var language: UInt32 = 0
  /// A range of the section `skills`.
  var firstSkill: UInt32 = 0
  var skillCount: UInt32 = 0

  init() {}

  init(_ view: ByteView) {
    kind = view.u32(0)
    language = view.u32(4)
    firstSkill = view.u32(8)
    skillCount = view.u32(12)
  }

  func append(to bytes: inout [UInt8]) {
    for value in [kind, language, firstSkill, skillCount] { bytes.appendLittle(value) }
  }
}
