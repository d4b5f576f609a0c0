public import CityAgent
import Synchronization

/// An embedder without a model: texts that share runs of three letters are near each other, always the same way.
///
/// Fails, hangs or refuses as it is told, and counts what it was asked.
public final class HashedEmbedder: Embedder {
  /// What it does instead of its work.
  public enum Fault: Sendable {
    case none
    case fails
    /// Never answers, and does not heed cancellation until ``HashedEmbedder/release()``.
    case hangs
    /// Fails from the n-th request on, counted from 0.
    case failsFrom(request: Int)
    /// Takes no request that holds a longer text, in bytes.
    case refusesLongerThan(Int)
    /// Gives this vector for every text.
    case gives([Float])
    /// Gives one vector too few.
    case leavesOneOut
  }

  /// What a request failed with.
  public struct Failure: TextRefusal, CustomStringConvertible {
    public let refusesText: Bool

    public var description: String { refusesText ? "the text is too long" : "the embedder is gone" }
  }

  public let name: String
  private let dimension: Int
  private let state: Mutex<State>

  private struct State {
    var fault: Fault
    var requests: [[String]] = []
    var hanging: [CheckedContinuation<Void, Never>] = []
    var isReleased = false
  }

  public init(name: String = "hash", dimension: Int = 96, fault: Fault = .none) {
    self.name = name
    self.dimension = dimension
    state = Mutex(State(fault: fault))
  }

  public var fault: Fault {
    get { state.withLock { $0.fault } }
    set { state.withLock { $0.fault = newValue } }
  }

  /// The texts of every request, in order.
  public var requests: [[String]] { state.withLock { $0.requests } }

  public func embed(_ texts: [String]) async throws -> [[Float]] {
    let (fault, number) = state.withLock { state in
      state.requests.append(texts)
      return (state.fault, state.requests.count - 1)
    }
    switch fault {
    case .none: break
    case .fails: throw Failure(refusesText: false)
    case .failsFrom(let first) where number >= first: throw Failure(refusesText: false)
    case .failsFrom: break
    case .hangs:
      await withCheckedContinuation { continuation in
        let isReleased = state.withLock { state in
          if !state.isReleased { state.hanging.append(continuation) }
          return state.isReleased
        }
        if isReleased { continuation.resume() }
      }
    case .refusesLongerThan(let limit):
      if texts.contains(where: { $0.utf8.count > limit }) { throw Failure(refusesText: true) }
    case .gives(let vector): return texts.map { _ in vector }
    case .leavesOneOut: return texts.dropLast().map { vector(of: $0) }
    }
    return texts.map { vector(of: $0) }
  }

  /// Lets every request that hangs go on.
  public func release() {
    let hanging = state.withLock { state in
      state.isReleased = true
      defer { state.hanging = [] }
      return state.hanging
    }
    for continuation in hanging { continuation.resume() }
  }

  /// The vector of a text, of length 1.
  public func vector(of text: String) -> [Float] {
    var vector = [Float](repeating: 0.01, count: dimension)
    let bytes = Array(text.lowercased().utf8)
    for start in 0..<max(0, bytes.count - 2) {
      // FNV-1a; its high bits are the well-mixed ones.
      let hash = bytes[start..<start + 3].reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      vector[Int((hash >> 20) % UInt64(dimension))] += hash >> 63 == 0 ? 1 : -1
    }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / length }
  }
}
