/// What a part says of its generation besides the documents.
struct GenerationContent: Sendable {
  /// By name and version.
  var tables: [IndexTable]
  var synonyms: [UInt8]
  var fingerprint: String
  /// ``SourceFileTable``.
  var files: [UInt8]

  /// The name of the generation (``GenerationName``).
  /// - Parameter new: the section `documents` of the part being made.
  func generation(stretches: [UpdatePlan.Stretch], new: [UInt8]) -> [UInt8] {
    var name = GenerationName()
    for stretch in stretches {
      if let segment = stretch.segment {
        for number in stretch.documents { name.add(document: segment.identity(of: number).raw) }
      } else {
        for number in stretch.documents {
          let end = (number + 1) * DocumentRecord.width
          name.add(document: new[end - DocumentRecord.identityWidth..<end])
        }
      }
    }
    name.add(synonyms: synonyms)
    for table in tables {
      name.add(table: Array(table.name.utf8), version: table.version, bytes: table.bytes)
    }
    return name.finish()
  }
}
