import Testing

@testable import CityIndex

/// Invented vectors, and indexes with vectors beside them.
enum VectorSample {
  static func vector(_ dimension: Int, _ generator: inout SeededGenerator) -> [Float] {
    // Sums of even numbers lie about as the numbers of real sentence vectors do.
    let numbers = (0..<dimension).map { _ in
      (0..<4).reduce(Float(0)) { sum, _ in sum + .random(in: -1...1, using: &generator) }
    }
    return unit(numbers)
  }

  /// Near another, as a question's vector is near an answer's.
  static func near(
    _ vector: [Float], _ distance: Float, _ generator: inout SeededGenerator
  ) -> [Float] {
    let other = Self.vector(vector.count, &generator)
    return unit(zip(vector, other).map { $0 + distance * $1 })
  }

  static func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / length }
  }

  /// A vector that a text alone decides: its bytes in threes, each adding to one number.
  static func hashed(_ text: String, dimension: Int = 48) -> [Float] {
    var vector = [Float](repeating: 0.001, count: dimension)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: max(0, bytes.count - 2), by: 1) {
      var generator = SeededGenerator(
        state: bytes[start..<start + 3].reduce(0) { $0 << 8 | UInt64($1) })
      let word = generator.next()
      vector[Int(word % UInt64(dimension))] += word >> 63 == 0 ? 1 : -1
    }
    return unit(vector)
  }

  /// Writes an index and all its vectors into `folder`.
  @discardableResult
  static func write(
    _ documents: [SourceDocument], to path: String, model: String = "hash",
    vector: (String) -> [Float] = { hashed($0) }
  ) throws -> (index: KnowledgeIndex, vectors: VectorIndex) {
    _ = try IndexBuilder().write(
      documents, tables: [], synonyms: [], fingerprint: "", to: path)
    let index = try KnowledgeIndex.open(path)
    let build = try VectorBuild(index, model: model)
    try build.append(build.missing.map { vector(index.passageText($0)) }, for: build.missing)
    return (index, try build.finish())
  }
}
