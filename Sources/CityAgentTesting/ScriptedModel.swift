public import CityAgent
import Synchronization

/// A model that writes what it is told, and remembers what it was asked.
public final class ScriptedModel: ModelBackend {
  /// What a script does, in order.
  public enum Step: Sendable {
    case event(ModelEvent)
    /// Breaks off with an error.
    case failure(any Error)
    /// Writes nothing more, and does not heed being cancelled.
    case hang
  }

  public let name: String
  private let script: @Sendable (ModelRequest) -> [Step]
  private let seen = Mutex<[ModelRequest]>([])

  public init(_ name: String = "scripted", script: @escaping @Sendable (ModelRequest) -> [Step]) {
    self.name = name
    self.script = script
  }

  /// A model that writes a text in pieces of a few bytes, never cut inside a character, and stops.
  public convenience init(
    _ name: String = "scripted", pieces: Int = 5,
    text: @escaping @Sendable (ModelRequest) -> String
  ) {
    self.init(name) { request in
      Self.cut(text(request), pieces).map { .event(.text($0)) } + [.event(.finished(.stop))]
    }
  }

  /// The requests made, in order.
  public var requests: [ModelRequest] { seen.withLock { $0 } }

  public func generate(_ request: ModelRequest) -> AsyncThrowingStream<ModelEvent, any Error> {
    seen.withLock { $0.append(request) }
    let steps = script(request)
    let place = Mutex(0)
    return AsyncThrowingStream {
      let step = place.withLock { place -> Step? in
        defer { place += 1 }
        return steps.indices.contains(place) ? steps[place] : nil
      }
      switch step {
      case .event(let event)?: return event
      case .failure(let error)?: throw error
      case .hang?:
        let _: Void = await withUnsafeContinuation { _ in }
        return nil
      case nil: return nil
      }
    }
  }

  /// A text in pieces of `count` characters.
  public static func cut(_ text: String, _ count: Int) -> [String] {
    var pieces: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: rest.prefix(count))
      pieces.append(String(piece))
      rest = rest.dropFirst(count)
    }
    return pieces
  }
}
