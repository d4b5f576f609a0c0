import Testing

@testable import CityIndex

struct PostingCodingTests {
  @Test(arguments: 0...32)
  func packedNumbersComeBack(width: Int) {
    var generator = SeededGenerator(state: UInt64(width))
    let mask: UInt32 = width == 32 ? .max : 1 << UInt32(width) - 1
    let numbers = (0..<128).map { _ in UInt32.random(in: 0...(.max), using: &generator) & mask }
    var bytes: [UInt8] = []
    PackedBlock.append(numbers, width: width, to: &bytes)
    #expect(bytes.count == PackedBlock.size(width: width))
    let batch = PostingBatch()
    defer { batch.free() }
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return }
      PackedBlock.unpack(base, width: width, into: batch.passages)
      for i in 0..<128 {
        #expect(batch.passages[i] == numbers[i])
        #expect(PackedBlock.value(i, at: base, width: width) == numbers[i])
      }
    }
  }

  /// How many postings of how many passages: each shape, and where one becomes another.
  static let sizes: [(count: Int, passages: Int)] = [
    (1, 1), (1, 1_000_000), (127, 127), (127, 2_000_000), (128, 128), (128, 1024), (128, 1025),
    (129, 100_000), (255, 100_000), (256, 100_000), (1000, 8000), (1000, 8001), (1000, 1001),
    (5000, 5000), (5000, 300_000), (300, 511), (300, 512), (300, 513),
  ]

  struct Postings {
    var passages: [UInt32]
    var codes: [UInt32]
  }

  private func random(
    _ size: (count: Int, passages: Int), codes: ClosedRange<UInt32>, _ seed: UInt64
  ) -> Postings {
    var generator = SeededGenerator(state: seed)
    var left = size.count
    var passages: [UInt32] = []
    // Crowded here, rare there: distances of all widths.
    for passage in 0..<size.passages where left > 0 {
      let rest = size.passages - passage
      let share = passage / 700 % 2 == 0 ? 4 : 1
      if Int.random(in: 0..<rest, using: &generator) < left * share || rest == left {
        passages.append(UInt32(passage))
        left -= 1
      }
    }
    return Postings(
      passages: passages,
      codes: passages.map { _ in
        Int.random(in: 0..<20, using: &generator) == 0
          ? UInt32.random(in: codes, using: &generator)
          : min(codes.upperBound, UInt32.random(in: 0...2, using: &generator))
      })
  }

  private func encoded(_ postings: Postings, passages: Int, codes: Int) -> [UInt8] {
    let memory = StableBytes([])
    let impacts = ImpactTable(
      FieldWeights(), averages: SIMD4(repeating: 0),
      signatures: [SIMD4<UInt32>](repeating: SIMD4(0, 0, 0, 1), count: codes),
      lengths: PassageLengths(memory.view, passages: passages, totals: SIMD4(repeating: 0)),
      owner: memory)
    var encoder = PostingEncoder(passages: passages, impacts: impacts)
    var bytes: [UInt8] = []
    postings.passages.withUnsafeBufferPointer { holders in
      postings.codes.withUnsafeBufferPointer {
        encoder.append(holders, codes: $0, to: &bytes)
      }
    }
    return bytes
  }

  @Test(arguments: sizes.indices, [0...0, 0...3, 0...300, 0...70_000] as [ClosedRange<UInt32>])
  func postingsComeBackInOrderAndByPassage(size: Int, codes: ClosedRange<UInt32>) {
    let (count, passages) = Self.sizes[size]
    let postings = random((count, passages), codes: codes, UInt64(size))
    #expect(postings.passages.count == count)
    let bytes = encoded(postings, passages: passages, codes: Int(codes.upperBound) + 1)
    let batch = PostingBatch()
    defer { batch.free() }
    bytes.withUnsafeBytes { raw in
      let list = PostingList(
        ByteView(base: raw.baseAddress, count: raw.count), count: count, passages: passages)
      var walk = PostingWalk(list)
      var found = Postings(passages: [], codes: [])
      while case let size = walk.next(into: batch), size > 0 {
        for i in 0..<size {
          found.passages.append(batch.passages[i])
          found.codes.append(batch.codes[i])
        }
      }
      #expect(found.passages == postings.passages)
      #expect(found.codes == postings.codes)
      let codeOf = Dictionary(uniqueKeysWithValues: zip(postings.passages, postings.codes))
      for step in [1, 7, 500] {
        var probe = PostingProbe(list, using: batch)
        for passage in stride(from: 0, to: passages, by: max(step, passages / 4000)) {
          let code = probe.code(of: UInt32(passage))
          if code != codeOf[UInt32(passage)] {
            Issue.record("passage \(passage) has \(String(describing: code))")
            return
          }
        }
      }
    }
  }

  /// Whatever the bytes are, no posting leaves the segment.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func damagedListsStayInside(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let size = Self.sizes.randomElement(using: &generator) ?? (1, 1)
    let good = encoded(random(size, codes: 0...300, seed), passages: size.passages, codes: 301)
    let batch = PostingBatch()
    defer { batch.free() }
    for _ in 0..<50 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          [0, 1, 0x20, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator))
      }
      bytes.withUnsafeBytes { raw in
        let list = PostingList(
          ByteView(base: raw.baseAddress, count: raw.count), count: size.count,
          passages: size.passages)
        var walk = PostingWalk(list)
        while case let found = walk.next(into: batch), found > 0 {
          for i in 0..<found { #expect(Int(batch.passages[i]) < size.passages) }
        }
        var probe = PostingProbe(list, using: batch)
        for passage in stride(from: 0, to: size.passages, by: max(1, size.passages / 50)) {
          _ = probe.code(of: UInt32(passage))
        }
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func theDictionaryFindsEveryTermAndNoOther(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let count = [1, 15, 16, 17, 1000, 5000][Int(seed) - 1]
    var terms: [(key: UInt64, passages: UInt32, length: Int)] = []
    var key: UInt64 = 0
    for _ in 0..<count {
      key += UInt64.random(
        in: 1...(1 << [3, 20, 48].randomElement(using: &generator)!), using: &generator)
      terms.append(
        (
          key, UInt32.random(in: 1...70_000, using: &generator),
          Int.random(in: 1...300, using: &generator)
        ))
    }
    var writer = DictionaryWriter()
    for term in terms { writer.append(term.key, passages: term.passages, length: term.length) }
    writer.bytes.withUnsafeBytes { raw in
      let dictionary = TermDictionary(ByteView(base: raw.baseAddress, count: raw.count))
      #expect(dictionary.count == count)
      var offset: UInt64 = 0
      for (place, term) in terms.enumerated() {
        let entry = dictionary.entry(of: term.key)
        #expect(entry?.passages == Int(term.passages) && entry?.offset == offset)
        #expect(entry?.length == term.length)
        offset += UInt64(term.length)
        let next = place + 1 < count ? terms[place + 1].key : .max
        if next > term.key + 1 { #expect(dictionary.entry(of: term.key + 1) == nil) }
      }
      if terms[0].key > 0 { #expect(dictionary.entry(of: terms[0].key - 1) == nil) }
    }
    let empty = DictionaryWriter().bytes
    empty.withUnsafeBytes { raw in
      let dictionary = TermDictionary(ByteView(base: raw.baseAddress, count: raw.count))
      #expect(dictionary.count == 0 && dictionary.entry(of: 1) == nil)
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func theBestPassagesAreThoseOfASort(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for limit in [1, 2, 10, 100, 5000] {
      // Few scores, so that many are equal.
      let scores = (0..<3000).map { _ in Float(Int.random(in: 0...40, using: &generator)) / 8 }
      var best = TopPassages(limit: limit)
      for (passage, score) in scores.enumerated() where score > 0 { best.offer(passage, score) }
      let expected = scores.enumerated().filter { $0.element > 0 }
        .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.prefix(limit)
      #expect(best.sorted().map(\.passage) == expected.map(\.offset))
      #expect(best.byPassage().map(\.passage) == expected.map(\.offset).sorted())
    }
  }
}
