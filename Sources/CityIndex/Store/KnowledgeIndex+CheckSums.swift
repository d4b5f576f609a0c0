extension KnowledgeIndex {
  /// Checks the sums of some sections of the parts in use, and of the last part.
  ///
  /// Opening a large index sums little, and what is wrong in a rank harms nobody for long. An update writes down again what
  /// it reads: it asks first.
  /// - Complexity: O(bytes of the sections), at memory speed.
  /// - Throws: ``IndexError`` `.damaged` with the first section that has changed.
  func checkSums(of sections: Set<IndexFormat.Section>) throws(IndexError) {
    for segment in segments
    where segment === last || searched.contains(where: { $0.segment === segment }) {
      for entry in segment.header.entries where sections.contains(entry.section) {
        try segment.checkSum(of: entry)
      }
    }
  }
}
