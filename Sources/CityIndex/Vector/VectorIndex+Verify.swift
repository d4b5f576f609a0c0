extension VectorIndex {
  /// Checks every checksum and that every number means something; against its own index also that each passage's
  /// vector was made from that passage's text.
  ///
  /// - Parameter index: the index the file lies beside; one of another generation is not compared.
  /// - Complexity: O(bytes).
  /// - Throws: ``IndexError`` `.damaged` with the first thing that is wrong.
  public func verify(against index: KnowledgeIndex? = nil) throws(IndexError) {
    for section in VectorHeader.Section.allCases { try checkSum(of: section) }
    var next = 0
    for passage in 0..<passageCount {
      let row = places.u32(passage * 4)
      if row == VectorHeader.noRow { continue }
      // Rows are numbered as their passages first come.
      guard row <= next, row < count else {
        throw IndexError.damagedVectors("the place of passage \(passage) is wrong", path)
      }
      if row == next { next += 1 }
    }
    guard next == count else {
      throw IndexError.damagedVectors("\(count - next) vectors are of no passage", path)
    }
    for row in 0..<count {
      let filled = vectors.record(row, width: header.stride).raw
      guard filled.dropFirst(dimension).allSatisfy({ $0 == 0 }), !filled.contains(0x80) else {
        throw IndexError.damagedVectors("vector \(row) is none", path)
      }
    }
    guard let index, isFor(index) else { return }
    for passage in 0..<passageCount {
      let text = index.passageTextBytes(passage)
      let row = row(of: passage)
      guard text.isEmpty ? row == nil : row.map({ key(of: $0) }) == VectorKey(of: text) else {
        throw IndexError.damagedVectors("passage \(passage) has the vector of another text", path)
      }
    }
  }
}
