extension IndexSegment {
  /// Checks lengths, terms and every posting.
  func verifyRanking() throws(IndexError) {
    try verifyLengths()
    let batch = PostingBatch()
    defer { batch.free() }
    let impacts = ImpactTable(
      FieldWeights(), averages: info.averageLengths, signatures: signatures, lengths: lengths,
      owner: self)
    var walk = TermWalk(terms)
    var (last, offset): (UInt64, UInt64) = (0, 0)
    for number in 0..<terms.count {
      guard let entry = walk.next(), number == 0 || entry.key > last, entry.offset == offset,
        let list = postings(of: entry)
      else { throw damage("term \(number)") }
      guard verify(list, impacts, batch) else { throw damage("a posting of term \(number)") }
      last = entry.key
      offset += UInt64(entry.length)
    }
    guard parts.terms.u32(4) == 0, offset == parts.postings.count,
      walk.cursor == parts.terms.count || terms.count == 0
    else { throw damage("the end of the postings") }
  }

  private func verifyLengths() throws(IndexError) {
    var totals = SIMD4<UInt64>(repeating: 0)
    for number in 0..<passageCount {
      totals &+= SIMD4<UInt64>(truncatingIfNeeded: lengths.lengths(of: number))
    }
    var last: UInt64 = 0
    for number in 0..<lengths.long.count / PassageLengths.longWidth {
      let record = lengths.long.record(number, width: PassageLengths.longWidth)
      let place = UInt64(record.u32(0)) << 2 | UInt64(record.u32(4))
      guard number == 0 || place > last, record.u32(8) >= PassageLengths.saturated else {
        throw damage("long length \(number)")
      }
      last = place
    }
    guard totals == info.fieldTotals, lengths.long.count % PassageLengths.longWidth == 0 else {
      throw damage("the lengths of the fields")
    }
  }

  /// Whether a list decodes to as many postings as it says, all of which make sense.
  private func verify(_ list: PostingList, _ impacts: ImpactTable, _ batch: PostingBatch) -> Bool {
    guard isFilled(list) else { return false }
    var walk = PostingWalk(list)
    var (found, block, last) = (0, 0, -1)
    while case let count = walk.next(into: batch), count > 0 {
      var greatest: Float = 0
      for i in 0..<count {
        let (passage, code) = (Int(batch.passages[i]), batch.codes[i])
        guard passage > last, code < signatures.count,
          all(signatures[Int(code)] .<= lengths.lengths(of: passage))
        else { return false }
        greatest = max(greatest, impacts.impact(code: code, passage: passage))
        last = passage
      }
      let limit =
        list.shape == .blocks
        ? min(list.greatestImpact, list.greatestImpact(ofBlock: block)) : list.greatestImpact
      guard ImpactTable.rounded(greatest) <= limit else { return false }
      if list.shape == .blocks, Int(list.lastPassage(ofBlock: block)) != last { return false }
      found += count
      block += 1
    }
    return found == list.count
  }

  /// Whether the parts of a list fill its bytes.
  private func isFilled(_ list: PostingList) -> Bool {
    let batch = PostingBatch()
    defer { batch.free() }
    func fills(_ view: ByteView, _ size: Int) -> Bool {
      guard size < PostingShape.block else {
        return BlockPostings(view).decode(
          after: .max, below: Int(Int32.max), codes: true, into: batch)
      }
      var used = 0
      return ShortPostings(view, count: size).decode(
        after: .max, below: Int(Int32.max), into: batch, used: &used) && used == view.count
    }
    switch list.shape {
    case .short: return fills(list.view, list.count)
    case .dense: return DensePostings(list)?.ranksAreRight ?? false
    case .blocks:
      guard list.view.u32(1 + list.blockCount * 4) == PostingShape.blocksStart(list.count) else {
        return false
      }
      return (0..<list.blockCount).allSatisfy {
        fills(list.bytes(ofBlock: $0), list.size(ofBlock: $0))
      }
    }
  }
}
