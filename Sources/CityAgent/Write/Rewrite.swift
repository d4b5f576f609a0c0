/// The rewriting of one draft, as the model writes it: pulled group by group, in the draft's order.
///
/// A group is what stands in the place of one proved sentence. It is given as soon as it says all that the sentence says;
/// where it does not, the sentence itself stands, and a core sentence lost so ends the rewriting.
struct Rewrite {
  /// Why the draft itself must be said.
  enum Fault: Equatable {
    /// A core sentence did not survive: the model's words could not be proved.
    case unproved
    /// The model broke off, was too slow or wrote without end.
    case broken(String)
  }

  /// What stands in the place of a proved sentence; none of the model's means the sentence itself.
  struct Group {
    let source: RewriteSource
    let sentences: [String]

    /// Whether the answer reads as it would without the model.
    var isAsComposed: Bool { sentences.isEmpty || sentences == [source.text] }
  }

  private let sources: [RewriteSource]
  private let stream: ModelStream
  private var lines = RewriteLines()
  private var ready: [Group] = []
  /// The place in `sources` that the model is at, and what it has written of it.
  private var at = 0
  private var check: RewriteCheck
  private var sentences: [String] = []
  private var bytesLeft: Int
  private var isOver = false
  /// Set when the rewriting has failed; no group follows.
  private(set) var fault: Fault?

  /// - Parameter sources: at least one; the model knows them by their places from 1.
  init(_ sources: [RewriteSource], from stream: ModelStream) {
    self.sources = sources
    self.stream = stream
    check = RewriteCheck(sources[0])
    // A rewrite is about as long as its draft; what is much longer is none.
    bytesLeft = 8192 + 8 * sources.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// The next group; nil after the last, or where the rewriting has failed.
  mutating func next() async -> Group? {
    while ready.isEmpty, fault == nil, !isOver {
      do {
        try await read()
      } catch {
        fault = .broken("\(error)")
      }
    }
    if fault == nil, !ready.isEmpty { return ready.removeFirst() }
    stream.cancel()
    return nil
  }

  private mutating func read() async throws {
    switch try await stream.next() {
    case .text(let piece)?:
      bytesLeft -= piece.utf8.count
      if bytesLeft < 0 {
        fault = .broken("the model wrote far more than it was given")
        return
      }
      for sentence in lines.take(piece) where fault == nil { take(sentence) }
    case .finished(let reason)?:
      if reason == .refused { fault = .broken("the model declined") }
      close(before: sources.count)
      isOver = true
    case .toolCall?, .usage?: break
    case nil: fault = .broken("the model broke off")
    }
    if at == sources.count { isOver = true }
  }

  private mutating func take(_ sentence: RewriteLines.Sentence) {
    let place = sentence.number - 1
    // A sentence of a clause that is done, or of none, is dropped.
    guard place >= at, place < sources.count else { return }
    close(before: place)
    guard fault == nil, check.take(sentence.text) == nil else { return }
    sentences.append(sentence.text)
    if check.isComplete { give(sentences) }
  }

  /// Ends the groups up to a place, which lack something.
  private mutating func close(before place: Int) {
    while at < place, fault == nil {
      if sources[at].isCore {
        fault = .unproved
      } else {
        give([])
      }
    }
  }

  private mutating func give(_ group: [String]) {
    ready.append(Group(source: sources[at], sentences: group))
    at += 1
    sentences = []
    if at < sources.count { check = RewriteCheck(sources[at]) }
  }
}
