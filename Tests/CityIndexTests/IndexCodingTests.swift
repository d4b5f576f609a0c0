import Testing

@testable import CityIndex

struct IndexCodingTests {
  @Test(arguments: [0, 1, 127, 128, 16383, 16384, 1 << 21 - 1, 1 << 21, 1 << 28, .max] as [UInt32])
  func varintsComeBack(value: UInt32) {
    var bytes: [UInt8] = []
    Varint.append(value, to: &bytes)
    #expect(bytes.count == Varint.size(value))
    var written = [UInt8](repeating: 0, count: bytes.count)
    var cursor = 0
    Varint.write(value, to: &written, at: &cursor)
    #expect(written == bytes && cursor == bytes.count)
    bytes.withUnsafeBytes { raw in
      cursor = 0
      #expect(Varint.read(ByteView(base: raw.baseAddress, count: raw.count), at: &cursor) == value)
      #expect(cursor == bytes.count)
      // Cut short.
      cursor = 0
      let view = ByteView(base: raw.baseAddress, count: raw.count - 1)
      #expect(Varint.read(view, at: &cursor) == nil)
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFF, 0xFF, 0xFF, 0x10], [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], [],
    ] as [[UInt8]])
  func varintsOverThirtyTwoBitsAreRefused(bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      var cursor = 0
      #expect(Varint.read(ByteView(base: raw.baseAddress, count: raw.count), at: &cursor) == nil)
    }
  }

  @Test func checksumsDoNotDependOnHowBytesAreCut() {
    var generator = SeededGenerator(state: 3)
    let bytes = (0..<1000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for length in [0, 1, 7, 31, 32, 33, 63, 64, 500, 1000] {
      let whole = bytes[..<length].withUnsafeBytes { Checksum64.sum($0) }
      for _ in 0..<20 {
        var sum = Checksum64()
        var start = 0
        while start < length {
          let end = min(length, start + Int.random(in: 0...80, using: &generator))
          bytes[start..<end].withUnsafeBytes { sum.update($0) }
          start = end
        }
        #expect(sum.finish() == whole)
      }
    }
  }

  @Test func checksumsTellLengthAndOrder() {
    var seen: Set<UInt64> = []
    for length in 0...100 {
      seen.insert([UInt8](repeating: 0, count: length).withUnsafeBytes { Checksum64.sum($0) })
    }
    for place in 0..<100 {
      var bytes = [UInt8](repeating: 0, count: 100)
      bytes[place] = 1
      seen.insert(bytes.withUnsafeBytes { Checksum64.sum($0) })
    }
    #expect(seen.count == 201)
  }

  /// Files stay readable only as long as this sum stays what it is.
  @Test func theChecksumIsTheOneOfTheFormat() {
    let bytes = Array("CITYIDX1 and forty more bytes, to fill a block.".utf8)
    let sum = bytes.withUnsafeBytes { Checksum64.sum($0) }
    #expect(sum == Self.defined(bytes))
  }

  /// The definition, word by word.
  private static func defined(_ bytes: [UInt8]) -> UInt64 {
    let padded = bytes + [UInt8](repeating: 0, count: (32 - bytes.count % 32) % 32)
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes = (1...4).map { UInt64($0) &* prime }
    for i in 0..<padded.count / 8 {
      let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[i * 8 + $1]) << UInt64(8 * $1) }
      let mixed = lanes[i % 4] ^ word
      lanes[i % 4] = (mixed << 29 | mixed >> 35) &* prime
    }
    return lanes.reduce(UInt64(bytes.count)) { sum, lane in
      let next = (sum ^ lane) &* prime
      return next ^ next >> 32
    }
  }

  @Test(arguments: ["", "policies/", "一网通办/a"])
  func idsAreInTheOrderOfTheirBytes(prefix: String) {
    var generator = SeededGenerator(state: 12)
    let letters = ["a", "b", "0", "/", "é", "深", "\u{0}", "\u{7F}", "𠮷"]
    for count in [0, 1, 2, 60, 300] {
      let ids = Set(
        (0..<count).map { _ in
          prefix
            + (0..<Int.random(in: 0...12, using: &generator)).map { _ in
              letters.randomElement(using: &generator) ?? ""
            }.joined()
        }
      ).sorted().shuffled(using: &generator)
      let bytes = ids.map { Array($0.utf8) }
      #expect(
        IdentifierOrder.numbers(of: ids)
          == ids.indices.sorted { bytes[$0].lexicographicallyPrecedes(bytes[$1]) })
    }
  }
}
