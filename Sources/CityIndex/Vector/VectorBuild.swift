/// The making of an index's vector file: what is missing, what was made so far, and the end.
///
/// This module knows no model: the caller has the missing passages' texts embedded and hands the vectors in, batch by
/// batch. Each batch is on the disk when ``append(_:for:)`` returns, so a stop at any point loses the one batch that was
/// under way; beginning again goes on from there. Vectors of texts that are still in the index are kept from the file
/// before; those of other texts are left out of the new one.
public final class VectorBuild {
  public let index: KnowledgeIndex
  /// The model, as the files name it.
  public let model: String
  /// Where the vectors go.
  public let path: String
  /// Different texts of the index.
  public let total: Int
  /// Texts whose vectors the file before has.
  public let kept: Int
  /// Texts whose vectors an interrupted build had made.
  public let resumed: Int
  /// For each text without a vector the first passage that has it, in order.
  public let missing: [Int]
  /// Whether the file is there and is of this model and generation.
  public let isCurrent: Bool

  /// By passage; nil where it has no text.
  private let keys: [VectorKey?]
  private let old: VectorIndex?
  private let oldRows: [VectorKey: Int]
  private let journal: VectorJournal

  /// Looks at what there is; nothing but an empty list of vectors is written.
  /// - Complexity: O(bytes of the texts).
  /// - Throws: ``IndexError`` `.inUse`, `.unwritable`, `.otherVectors` where an interrupted build was of another model.
  public init(_ index: KnowledgeIndex, model: String) throws(IndexError) {
    self.index = index
    self.model = model
    path = VectorIndex.path(of: index.path)
    journal = try VectorJournal(path + ".partial", model: model)
    old = Self.usable(path, model: model, dimension: journal.dimension)
    var oldRows: [VectorKey: Int] = [:]
    if let old { for row in 0..<old.count { oldRows[old.key(of: row)] = row } }
    var keys: [VectorKey?] = []
    keys.reserveCapacity(index.passageCount)
    var seen: Set<VectorKey> = []
    var missing: [Int] = []
    var (kept, resumed) = (0, 0)
    for passage in 0..<index.passageCount {
      let text = index.passageTextBytes(passage)
      let key = text.isEmpty ? nil : VectorKey(of: text)
      keys.append(key)
      guard let key, seen.insert(key).inserted else { continue }
      if oldRows[key] != nil {
        kept += 1
      } else if journal.vectors[key] != nil {
        resumed += 1
      } else {
        missing.append(passage)
      }
    }
    total = seen.count
    (self.kept, self.resumed, self.missing) = (kept, resumed, missing)
    (self.keys, self.oldRows) = (keys, oldRows)
    isCurrent = missing.isEmpty && resumed == 0 && old?.isFor(index) == true
  }

  /// The file before, where its vectors can be used: one of another model or damaged is made anew.
  private static func usable(_ path: String, model: String, dimension: Int) -> VectorIndex? {
    guard let old = try? VectorIndex.open(path), old.model == model,
      dimension == 0 || old.dimension == dimension, (try? old.verify()) != nil
    else { return nil }
    return old
  }

  /// Keeps the vectors of missing passages, in their order.
  /// - Throws: ``IndexError`` `.otherVectors` for a vector that is none or of another dimension than those there are,
  ///   `.unwritable`.
  public func append(_ vectors: [[Float]], for passages: some Collection<Int>) throws(IndexError) {
    guard vectors.count == passages.count else {
      throw wrong("the model gave \(vectors.count) vectors for \(passages.count) texts")
    }
    var batch: [(key: VectorKey, vector: QuantisedVector)] = []
    let known = [journal.dimension, old?.dimension ?? 0].first { $0 > 0 }
    let dimension = known ?? vectors.first?.count ?? 0
    for (passage, numbers) in zip(passages, vectors) {
      guard keys.indices.contains(passage), let key = keys[passage] else { continue }
      guard numbers.count == dimension, numbers.count <= VectorHeader.greatestDimension else {
        throw wrong(
          "the model gave a vector of \(numbers.count) numbers where the others have \(dimension); if its name now stands "
            + "for another model, delete the files of vectors")
      }
      guard let vector = QuantisedVector(numbers) else {
        throw wrong("the model gave no vector with a direction for passage \(passage)")
      }
      batch.append((key, vector))
    }
    try journal.append(batch)
  }

  private func wrong(_ what: String) -> IndexError { IndexError(.otherVectors, what, path: path) }

  /// Writes the vector file and deletes the list of vectors made so far.
  /// - Throws: ``IndexError`` `.unwritable`; the file before and the list stay as they were. `.otherVectors` where
  ///   vectors are still missing.
  public func finish() throws(IndexError) -> VectorIndex {
    var rows: [VectorKey: UInt32] = [:]
    var order: [VectorKey] = []
    var places: [UInt8] = []
    for case let key in keys {
      guard let key else {
        places.appendLittle(VectorHeader.noRow)
        continue
      }
      if rows[key] == nil {
        rows[key] = UInt32(order.count)
        order.append(key)
      }
      places.appendLittle(rows[key] ?? 0)
    }
    let dimension = max(journal.dimension, old?.dimension ?? 0)
    guard dimension > 0, order.allSatisfy({ vector(of: $0) != nil }) else {
      throw wrong("there is no vector yet of some passages; run city-agent index embed again")
    }
    let writer = try VectorFileWriter(path)
    var header = VectorHeader(
      dimension: dimension, rowCount: order.count, passageCount: keys.count,
      modelLength: model.utf8.count, generation: index.state.generation)
    try writer.append(Array(model.utf8))
    try writer.endSection()
    try writer.append(places)
    try writer.endSection()
    var keyBytes: [UInt8] = []
    var scaleBytes: [UInt8] = []
    for key in order {
      key.append(to: &keyBytes)
      scaleBytes.appendLittle(vector(of: key)?.scale.bitPattern ?? 0)
    }
    try writer.append(keyBytes)
    try writer.endSection()
    try writer.append(scaleBytes)
    try writer.endSection()
    for key in order { try writer.append(vector(of: key)?.filled ?? []) }
    try writer.endSection()
    header.checksums = writer.checksums
    try writer.finish(header)
    journal.remove()
    return try VectorIndex.open(path)
  }

  private func vector(of key: VectorKey) -> QuantisedVector? {
    journal.vectors[key] ?? old.flatMap { old in oldRows[key].map { old.vector(of: $0) } }
  }

  /// Lets the build go: the list of vectors made so far stays, one that holds nothing the file has not goes.
  public func leave() { if isCurrent || journal.vectors.isEmpty { journal.remove() } }
}
