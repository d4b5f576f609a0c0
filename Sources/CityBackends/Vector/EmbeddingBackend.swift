public import CityAgent
import CityJSON
public import CityNet

/// A model behind `POST /embeddings`.
public struct EmbeddingBackend: Embedder {
  public let endpoint: BackendEndpoint
  private let gate: any EgressClearing
  private let client: RetryingClient

  public init(_ endpoint: BackendEndpoint, gate: any EgressClearing, client: RetryingClient) {
    self.endpoint = endpoint
    self.gate = gate
    self.client = client
  }

  public var name: String { endpoint.name }
  public var model: String { endpoint.model }

  /// Asked in batches of the profile's size, one after another.
  /// - Throws: ``BackendError``, or what the gate throws.
  public func embed(_ texts: [String]) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    vectors.reserveCapacity(texts.count)
    var start = 0
    while start < texts.count {
      let end = min(start + max(endpoint.profile.embeddingBatch, 1), texts.count)
      vectors += try await batch(Array(texts[start..<end]))
      start = end
    }
    guard Set(vectors.map(\.count)).count <= 1 else {
      throw endpoint.error(.notAnAnswer, "the vectors are of different lengths")
    }
    return vectors
  }

  private func batch(_ texts: [String]) async throws -> [[Float]] {
    let value = try await BackendCall(endpoint, purpose: "embedder", gate: gate, client: client)
      .post(
        "embeddings",
        .members([
          "model": .string(endpoint.model), "input": .strings(texts),
          "encoding_format": .string("float"),
        ]))
    var vectors: [[Float]?] = Array(repeating: nil, count: texts.count)
    for (place, item) in (value["data"]?.array ?? []).enumerated() {
      let index = item["index"]?.double.flatMap { Int(exactly: $0) } ?? place
      guard vectors.indices.contains(index), let vector = Self.unit(item["embedding"]) else {
        throw endpoint.error(.notAnAnswer, "vector \(place + 1) of the answer cannot be used")
      }
      vectors[index] = vector
    }
    let whole = vectors.compactMap { $0 }
    guard whole.count == texts.count else {
      throw endpoint.error(
        .notAnAnswer, "the answer has \(whole.count) vectors for \(texts.count) texts")
    }
    return whole
  }

  /// A vector of length 1; nil where it is none or has no length. Not every server normalises.
  private static func unit(_ value: JSONValue?) -> [Float]? {
    guard let numbers = value?.array?.map({ $0.double }), !numbers.isEmpty else { return nil }
    let vector = numbers.compactMap { $0 }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard vector.count == numbers.count, length > 0, length.isFinite else { return nil }
    return vector.map { Float($0 / length) }
  }
}
