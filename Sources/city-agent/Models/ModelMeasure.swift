import CityAgentKit
import CityBackends
import CityJSON
import CityNet

/// How soon the first words of a model come, and how many tokens a second from there on.
struct ModelMeasure: Sendable {
  let backend: String
  /// Milliseconds to the first piece of text, a run each, in rising order.
  private var first: [Double] = []
  /// Tokens a second after the first piece, in rising order; runs of a single piece have none.
  private var rates: [Double] = []
  /// Whether the server counted the tokens; else pieces of its stream are counted.
  private var isCounted = true
  /// Why it was given up.
  private(set) var failure: String?

  private init(_ backend: String) { self.backend = backend }

  /// Streams the same short text `runs` times, one after another.
  static func of(
    _ endpoint: BackendEndpoint, runs: Int, audit: any EgressAudit
  ) async -> ModelMeasure {
    var measure = ModelMeasure(endpoint.name)
    let gate = EgressGate(permitting: [endpoint.address], audit: audit)
    let client = RetryingClient(policy: RetryPolicy(retries: 0))
    let backend = ChatBackend(endpoint, purpose: "measure", gate: gate, client: client)
    do {
      for _ in 0..<runs { try await measure.run(backend) }
    } catch {
      measure.failure = "\(error) – " + ProbeHint.text(for: error, .stream, endpoint)
    }
    measure.first.sort()
    measure.rates.sort()
    return measure
  }

  private mutating func run(_ backend: ChatBackend) async throws {
    var request = ModelRequest(
      messages: [.user("Describe a city in winter in about a hundred words.")])
    request.maximumTokens = 160
    let start = ContinuousClock.now
    var begin: ContinuousClock.Instant?
    var end = start
    var pieces = 0
    var counted: Int?
    for try await event in backend.generate(request) {
      switch event {
      case .text:
        end = .now
        if begin == nil { begin = end }
        pieces += 1
      case .usage(let usage): counted = usage.output
      case .toolCall, .finished: break
      }
    }
    guard let begin else { return }
    first.append(start.duration(to: begin).seconds * 1000)
    if counted == nil { isCounted = false }
    let seconds = begin.duration(to: end).seconds
    // The first piece's token came before the span that is measured.
    if pieces > 1, seconds > 0 { rates.append(Double((counted ?? pieces) - 1) / seconds) }
  }

  private static func summary(
    _ values: [Double]
  ) -> (median: Double, least: Double, most: Double)? {
    guard let least = values.first, let most = values.last else { return nil }
    let half = values.count / 2
    let median =
      values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
    return (median, least, most)
  }

  var lines: [String] {
    var lines: [String] = []
    func row(_ phrase: Phrase, _ values: [Double]) {
      guard let sum = Self.summary(values) else { return }
      lines.append(
        "\(backend): "
          + phrase.text(
            Decimals.text(sum.median, places: 1), Decimals.text(sum.least, places: 1),
            Decimals.text(sum.most, places: 1), "\(values.count)"))
    }
    row(.measureFirst, first)
    row(isCounted ? .measureTokens : .measurePieces, rates)
    if let failure { lines.append("✗ \(backend): \(failure)") }
    if lines.isEmpty { lines.append("\(backend): \(Phrase.probeNoText.text())") }
    return lines
  }

  func write(into writer: inout JSONWriter) {
    writer.object { w in
      w.key("backend", backend)
      w.key("unit", isCounted ? "tokens" : "pieces")
      for (name, values) in [("firstMilliseconds", first), ("perSecond", rates)] {
        w.key(named: name)
        if let sum = Self.summary(values) {
          w.object { w in
            w.key("median", (sum.median * 10).rounded() / 10)
            w.key("min", (sum.least * 10).rounded() / 10)
            w.key("max", (sum.most * 10).rounded() / 10)
            w.key("runs", values.count)
          }
        } else {
          w.null()
        }
      }
      w.key("error", failure)
    }
  }
}
