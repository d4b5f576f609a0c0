/// Takes the sections of an index as they are made, in the order of ``IndexFormat/Section``.
protocol SectionSink {
  /// Begins a section; its bytes follow.
  func begin(_ section: IndexFormat.Section)
  func append(_ bytes: [UInt8]) throws(IndexError)
  /// Ends the section begun last.
  func end() throws(IndexError)
}

extension SectionSink {
  /// Writes a section whole.
  func write(_ section: IndexFormat.Section, _ bytes: [UInt8]) throws(IndexError) {
    begin(section)
    try append(bytes)
    try end()
  }
}
