import Glibc

/// Finds the lines of a corpus that an index knows, by their checksums; only the others are parsed.
struct CorpusChanges {
  private(set) var entries: [IndexEntry] = []
  private(set) var problems: [(line: Int, message: String)] = []
  /// How many documents the corpus has.
  private(set) var count = 0

  /// The sums of the lines that the index's documents come from.
  private let sums: [UInt64]
  private let first: Int
  private var isKept: [Bool]
  private var places: SumTable?
  /// The document that most likely comes next.
  private var next = 0
  private var reader: CorpusFile
  private var number = 0

  /// - Parameter documents: those of the index that were read from the file.
  /// - Returns: nil where the file must be read whole: it is not plain UTF-8 without carriage returns, has ids
  ///   twice, or was not read line by line before.
  init?(
    of path: [UInt8], id: String, lineLimit: Int, since documents: Range<Int>,
    of index: KnowledgeIndex
  ) {
    guard CorpusFile.recognises(FileReading.head(of: path)) else { return nil }
    sums = index.lineSums(of: documents)
    guard !sums.isEmpty, !sums.contains(0) else { return nil }
    first = documents.lowerBound
    isKept = [Bool](repeating: false, count: sums.count)
    reader = CorpusFile(id: id, lineLimit: lineLimit)
    let isRead = FileReading.lines(at: path, limit: lineLimit) { take($0) }
    guard isRead else { return nil }
    problems = reader.problems
    // The first of two documents with one id counts: whichever it is, only a whole reading tells.
    for case .new(let document) in entries {
      guard let old = index.documentNumber(id: document.id), documents.contains(old) else {
        continue
      }
      if isKept[old - first] { return nil }
    }
  }

  /// Takes a line; false where the file must be read whole.
  private mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
    number += 1
    let words = Self.trimmed(line)
    guard !words.isEmpty else { return true }
    let sum = Checksum64.sum(words)
    if next < sums.count, sums[next] == sum { return keep(next) }
    if places == nil { places = SumTable(sums) }
    if let place = places?.place(of: sum) { return keep(place) }
    return parse([UInt8](words))
  }

  private mutating func keep(_ place: Int) -> Bool {
    guard !isKept[place] else { return false }
    isKept[place] = true
    next = place + 1
    count += 1
    let document = first + place
    if case .kept(let last)? = entries.last, last.upperBound == document {
      entries[entries.count - 1] = .kept(last.lowerBound..<document + 1)
    } else {
      entries.append(.kept(document..<document + 1))
    }
    return true
  }

  private mutating func parse(_ line: [UInt8]) -> Bool {
    // What decoding a whole text would change, or take for another encoding.
    guard !line.contains(where: { $0 < 0x20 && $0 != 0x09 }),
      !line.starts(with: [0xEF, 0xBB, 0xBF]), SourceCheck.isUTF8(line)
    else { return false }
    // As `TextLines` cuts them.
    let range = line.trimmed(0..<line.count)
    guard !range.isEmpty else { return true }
    if range.count < line.count {
      let words = [UInt8](line[range])
      let sum = words.withUnsafeBytes { Checksum64.sum($0) }
      if let place = places?.place(of: sum) { return keep(place) }
    }
    let known = reader.documents.count
    reader.read(line, (number, range), isPlain: true)
    if reader.documents.count > known {
      entries.append(.new(reader.documents[known]))
      count += 1
    }
    return true
  }

  /// Without ASCII white space at either end; a carriage return stays, so that such a line is looked at.
  private static func trimmed(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var (low, high) = (0, line.count)
    while low < high, line[low] == 0x20 || line[low] == 0x09 { low += 1 }
    while high > low, line[high - 1] == 0x20 || line[high - 1] == 0x09 { high -= 1 }
    return UnsafeRawBufferPointer(rebasing: line[low..<high])
  }
}

extension KnowledgeIndex {
  /// The checksums of the lines that documents were read from.
  fileprivate func lineSums(of documents: Range<Int>) -> [UInt64] {
    var sums: [UInt64] = []
    sums.reserveCapacity(documents.count)
    var number = documents.lowerBound
    while let place = number < documents.upperBound ? place(ofDocument: number) : nil {
      let end = min(documents.upperBound, place.run.document + place.run.documents)
      for i in 0..<end - number { sums.append(place.segment.origin(of: place.number + i).line) }
      number = end
    }
    return sums.count == documents.count ? sums : []
  }
}

/// Where a sum stands in a list: open addressing, because there is one a line.
private struct SumTable {
  private var slots: [UInt32]
  private let sums: [UInt64]
  private let mask: Int

  init(_ sums: [UInt64]) {
    var size = 16
    while size < sums.count * 2 { size *= 2 }
    slots = [UInt32](repeating: .max, count: size)
    mask = size - 1
    self.sums = sums
    for (place, sum) in sums.enumerated() {
      var slot = Int(truncatingIfNeeded: sum) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place)
    }
  }

  func place(of sum: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: sum) & mask
    while slots[slot] != .max {
      if sums[Int(slots[slot])] == sum { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
