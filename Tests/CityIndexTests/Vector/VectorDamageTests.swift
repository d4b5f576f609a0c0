import Glibc
import Testing

@testable import CityIndex

struct VectorDamageTests {
  private func sample(_ folder: String) throws -> (KnowledgeIndex, String, [UInt8]) {
    let (index, vectors) = try VectorSample.write(IndexSample.city, to: folder + "/i")
    return (index, vectors.path, try IndexSample.read(vectors.path))
  }

  /// Replaces the file: one that is mapped must not be cut short.
  private func put(_ bytes: [UInt8], at path: String) throws {
    unlink(path)
    try IndexSample.write(bytes, to: path)
  }

  @Test func everyFlippedBitIsFound() throws {
    try IndexSample.withFolder { folder in
      let (index, path, bytes) = try sample(folder)
      for place in bytes.indices {
        var damaged = bytes
        damaged[place] ^= UInt8(1) << UInt8(place % 8)
        try put(damaged, at: path)
        let error = #expect(throws: IndexError.self, "byte \(place)") {
          try VectorIndex.open(path)
        }
        #expect(error?.path == path)
        // A large file is not summed when it is opened: reading what is in it must not crash.
        guard let vectors = try? VectorIndex(path, summedUpTo: 0) else { continue }
        for hit in (try? vectors.search(VectorSample.hashed("身份证"), in: index, limit: 99)) ?? [] {
          #expect((0..<index.passageCount).contains(hit.passage) && hit.score.isFinite)
        }
        #expect(throws: IndexError.self) { try vectors.verify() }
      }
    }
  }

  @Test func everyCutIsFound() throws {
    try IndexSample.withFolder { folder in
      let (_, path, bytes) = try sample(folder)
      for length in 0..<bytes.count {
        try put(Array(bytes[..<length]), at: path)
        #expect(throws: IndexError.self) { try VectorIndex.open(path) }
      }
      try put(bytes + [0], at: path)
      #expect(throws: IndexError.self) { try VectorIndex.open(path) }
    }
  }

  /// Damage that the checksums agree with.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func resealedDamageNeverCrashes(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    try IndexSample.withFolder { folder in
      let (index, path, bytes) = try sample(folder)
      for _ in 0..<400 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(
            in: 8..<(Bool.random(using: &generator) ? VectorHeader.size : bytes.count),
            using: &generator)
          damaged[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator)!
        }
        reseal(&damaged)
        try put(damaged, at: path)
        guard let vectors = try? VectorIndex(path, summedUpTo: 0) else { continue }
        for limit in [1, 1000] {
          let found = try? vectors.search(VectorSample.hashed("身份证"), in: index, limit: limit)
          for hit in found ?? [] {
            #expect((0..<index.passageCount).contains(hit.passage) && hit.score.isFinite)
          }
        }
        _ = try? vectors.verify(against: index)
        let build = try VectorBuild(index, model: "hash")
        #expect(build.kept + build.missing.count == build.total)
        build.leave()
      }
    }
  }

  /// What verify finds behind sums that agree.
  @Test(arguments: ["model", "places", "keys", "scales", "vectors"])
  func contentThatMeansNothingIsFound(name: String) throws {
    try IndexSample.withFolder { folder in
      var (index, path, bytes) = try sample(folder)
      let header = try VectorIndex.open(path).header
      let section = try #require(
        VectorHeader.Section.allCases.first { "\($0)" == name })
      let place = Int(header.place(of: section).offset)
      switch section {
      case .scales: bytes.replaceSubrange(place..<place + 4, with: [0, 0, 0xC0, 0x7F])
      case .vectors: bytes[place + 48] = 1
      default: bytes[place] ^= 0x10
      }
      reseal(&bytes)
      try put(bytes, at: path)
      if section == .model {
        #expect(try VectorIndex.open(path).model == "xash")
      } else {
        let error = #expect(throws: IndexError.self) {
          try VectorIndex.open(path).verify(against: index)
        }
        #expect(error?.code == .damaged)
      }
      index = try KnowledgeIndex.open(index.path)
    }
  }

  private func reseal(_ bytes: inout [UInt8]) {
    seal(&bytes)
    guard
      let header = bytes.withUnsafeBytes({ raw -> VectorHeader? in
        try? VectorHeader(ByteView(base: raw.baseAddress, count: raw.count), path: "")
      })
    else { return }
    for section in VectorHeader.Section.allCases {
      let place = header.place(of: section)
      let sum = bytes[Int(place.offset)..<Int(place.offset + place.filled)].withUnsafeBytes {
        Checksum64.sum($0)
      }
      store(sum, at: 72 + 8 * section.rawValue, in: &bytes)
    }
    seal(&bytes)
  }

  private func seal(_ bytes: inout [UInt8]) {
    let end = VectorHeader.size - 8
    store(bytes[..<end].withUnsafeBytes { Checksum64.sum($0) }, at: end, in: &bytes)
  }

  private func store(_ value: UInt64, at place: Int, in bytes: inout [UInt8]) {
    for i in 0..<8 { bytes[place + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
  }

  @Test func foreignFilesAndOtherVersionsAreNamed() throws {
    try IndexSample.withFolder { folder in
      var (_, path, bytes) = try sample(folder)
      bytes[8] = 7
      seal(&bytes)
      try put(bytes, at: path)
      let error = #expect(throws: IndexError.self) { try VectorIndex.open(path) }
      #expect(error?.code == .otherVersion && error?.message.contains("version 7") == true)
      for content in ["", "CITY", "CITYIDX1 and more", String(repeating: "x", count: 500)] {
        try put(Array(content.utf8), at: path)
        let error = #expect(throws: IndexError.self) { try VectorIndex.open(path) }
        #expect(error?.code == .notAnIndex)
      }
      let missing = #expect(throws: IndexError.self) { try VectorIndex.open(folder + "/none") }
      #expect(missing?.code == .notFound)
    }
  }
}
