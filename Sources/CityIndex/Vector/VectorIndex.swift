/// A memory-mapped file of vectors beside an index: one for each text that a passage of the index has.
///
/// Opening checks the header and, up to 4 MB, every checksum; ``verify(against:)`` checks every byte. Damage gives wrong
/// ranks at worst or an ``IndexError``, never a crash. Safe to use from any thread.
public final class VectorIndex: Sendable {
  /// The one version of the file format that this program reads and writes.
  public static let formatVersion: Int = 1

  /// Where the vectors of an index lie.
  public static func path(of index: String) -> String { index + ".vectors" }

  /// Where it was opened.
  public let path: String
  /// The model that made the vectors.
  public let model: String
  /// The generation of the index whose passages are numbered here.
  public let generation: String

  private let file: MappedFile
  let header: VectorHeader
  let places: ByteView
  let scales: ByteView
  let vectors: ByteView

  /// Numbers a vector has.
  public var dimension: Int { header.dimension }
  /// Different texts.
  public var count: Int { header.rowCount }
  public var passageCount: Int { header.passageCount }
  /// Size of the file.
  public var bytes: Int { file.view.count }

  /// The checksum of its header, which holds those of all sections: other bytes have another one.
  public var sum: String {
    let bytes = file.view.slice(VectorHeader.size - 8, 8)?.bytes ?? []
    return KnowledgeIndex.hex(bytes)
  }

  /// Maps a vector file.
  /// - Complexity: O(vectors) above 4 MB, O(bytes) below.
  /// - Throws: ``IndexError`` `.notFound`, `.unreadable`, `.notAnIndex`, `.otherVersion`, `.damaged`.
  public static func open(_ path: String) throws(IndexError) -> VectorIndex {
    try VectorIndex(path, summedUpTo: KnowledgeIndex.summedAtOpen)
  }

  init(_ path: String, summedUpTo limit: Int) throws(IndexError) {
    self.path = path
    file = try MappedFile(path, populate: limit, isWhole: true)
    let view = file.view
    let header = try VectorHeader(view, path: path)
    self.header = header
    func section(_ section: VectorHeader.Section) -> ByteView {
      view.slice(header.place(of: section).offset, header.length(of: section)) ?? .empty
    }
    model = section(.model).string
    generation = KnowledgeIndex.hex(header.generation)
    places = section(.places)
    scales = section(.scales)
    vectors = section(.vectors)
    for section in VectorHeader.Section.allCases
    where view.count <= limit || section == .model || section == .scales {
      try checkSum(of: section)
    }
    for row in 0..<header.rowCount where !(scale(of: row) <= QuantisedVector.greatestScale) {
      throw IndexError.damagedVectors("the scale of vector \(row) is none", path)
    }
  }

  func checkSum(of section: VectorHeader.Section) throws(IndexError) {
    let place = header.place(of: section)
    guard let bytes = file.view.slice(place.offset, place.filled),
      Checksum64.sum(bytes.raw) == header.checksums[section.rawValue]
    else { throw IndexError.damagedVectors("its \(section) have changed", path) }
  }

  /// Whether the passages of this index are those that the vectors are of.
  public func isFor(_ index: KnowledgeIndex) -> Bool {
    generation == index.generation && passageCount == index.passageCount
  }

  /// The row of a passage's vector; nil where it has none.
  func row(of passage: Int) -> Int? {
    guard passage >= 0, passage < passageCount else { return nil }
    let row = Int(places.u32(passage * 4))
    return row < count ? row : nil
  }

  func scale(of row: Int) -> Float { Float(bitPattern: scales.u32(row * 4)) }

  func key(of row: Int) -> VectorKey {
    let keys = header.place(of: .keys).offset
    return VectorKey(file.view.slice(keys + UInt64(row * VectorKey.size), 16) ?? .empty)
  }

  func vector(of row: Int) -> QuantisedVector {
    let bytes = vectors.record(row, width: header.stride).raw.prefix(dimension)
    return QuantisedVector(numbers: bytes.map { Int8(bitPattern: $0) }, scale: scale(of: row))
  }
}
