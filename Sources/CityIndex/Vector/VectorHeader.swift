/// The layout of a vector file, version 1 (docs/vector-format.md): header, then five sections, each filled up with
/// zeros to a multiple of 8.
struct VectorHeader: Equatable {
  static let magic: [UInt8] = Array("CITYVEC1".utf8)
  static let size = 120
  static let greatestDimension = 65_536
  /// The row of a passage that has no vector.
  static let noRow: UInt32 = .max

  /// What a file holds after its header, in this order.
  enum Section: Int, CaseIterable {
    /// The model's name.
    case model
    /// u32 a passage: the row of its vector.
    case places
    /// ``VectorKey``s, 16 bytes a row.
    case keys
    /// Float a row.
    case scales
    /// Bytes a row, filled up to the kernel's block.
    case vectors
  }

  var dimension: Int
  var rowCount: Int
  var passageCount: Int
  /// Bytes.
  var modelLength: Int
  /// 32 bytes: the generation whose passages ``Section/places`` numbers.
  var generation: [UInt8]
  /// ``Checksum64`` by section, over section and filling.
  var checksums: [UInt64]

  var stride: Int { VectorKernel.stride(of: dimension) }

  func length(of section: Section) -> UInt64 {
    switch section {
    case .model: UInt64(modelLength)
    case .places: UInt64(passageCount) * 4
    case .keys: UInt64(rowCount) * UInt64(VectorKey.size)
    case .scales: UInt64(rowCount) * 4
    case .vectors: UInt64(rowCount) * UInt64(stride)
    }
  }

  /// Where a section and its filling lie.
  func place(of section: Section) -> (offset: UInt64, filled: UInt64) {
    var offset = UInt64(Self.size)
    for earlier in Section.allCases.prefix(section.rawValue) { offset += filled(earlier) }
    return (offset, filled(section))
  }

  private func filled(_ section: Section) -> UInt64 { (length(of: section) + 7) & ~7 }

  var fileSize: UInt64 {
    let last = place(of: .vectors)
    return last.offset + last.filled
  }

  var bytes: [UInt8] {
    var bytes = Self.magic
    bytes.appendLittle(UInt32(VectorIndex.formatVersion))
    for count in [dimension, rowCount, passageCount, modelLength] {
      bytes.appendLittle(UInt32(count))
    }
    bytes.appendLittle(UInt32(0))
    bytes.appendLittle(fileSize)
    bytes += generation
    for sum in checksums { bytes.appendLittle(sum) }
    bytes.appendLittle(bytes.withUnsafeBytes { Checksum64.sum($0) })
    return bytes
  }

  init(
    dimension: Int, rowCount: Int, passageCount: Int, modelLength: Int, generation: [UInt8],
    checksums: [UInt64] = []
  ) {
    self.dimension = dimension
    self.rowCount = rowCount
    self.passageCount = passageCount
    self.modelLength = modelLength
    self.generation = generation
    self.checksums = checksums
  }

  /// Reads and checks the header of the whole file `view`.
  init(_ view: ByteView, path: String) throws(IndexError) {
    try FileMagic(bytes: Self.magic, version: VectorIndex.formatVersion).check(
      view, foreign: "this is no vector file; delete it and run city-agent index embed",
      name: "the vectors have", advice: "delete the file and run city-agent index embed", path: path
    )
    guard let head = view.slice(0, Self.size - 8), view.count >= Self.size,
      Checksum64.sum(head.raw) == view.u64(Self.size - 8)
    else { throw IndexError.damagedVectors("its header has changed", path) }
    self.init(
      dimension: Int(view.u32(12)), rowCount: Int(view.u32(16)), passageCount: Int(view.u32(20)),
      modelLength: Int(view.u32(24)), generation: view.slice(40, 32)?.bytes ?? [],
      checksums: Section.allCases.map { view.u64(72 + 8 * $0.rawValue) })
    guard view.u32(28) == 0, (1...Self.greatestDimension).contains(dimension) else {
      throw IndexError.damagedVectors("its header means nothing", path)
    }
    guard view.u64(32) == fileSize, fileSize == UInt64(view.count) else {
      throw IndexError.damagedVectors("it has \(view.count) of \(fileSize) bytes", path)
    }
  }
}

extension IndexError {
  /// The error of a vector file whose bytes are not what was written.
  static func damagedVectors(_ what: String, _ path: String) -> IndexError {
    IndexError(
      .damaged,
      "the vectors are damaged: \(what); delete the file and run city-agent index embed", path: path
    )
  }
}
