/// The section `order`: which documents of which parts stand at which numbers of the generation.
///
/// u32 parts in use · u32 runs · their numbers, u32 each · the runs, in the generation's order · u32 numbers of
/// the runs in the order of (part, document of the part). A *run* is a stretch of documents that follow one
/// another in their part too: u32 part, first document and first passage in the generation, first
/// document and first passage in the part. The section is empty where the part is all of the generation.
struct DocumentOrder: Sendable {
  static let runWidth = 20

  struct Run {
    var part = 0
    /// In the generation.
    var document = 0
    var passage = 0
    /// In the part.
    var localDocument = 0
    var localPassage = 0
    /// How many there are.
    var documents = 0
    var passages = 0
  }

  /// The parts in use, the first part first.
  let parts: [Int]
  let runCount: Int
  private let runs: ByteView
  private let byPart: ByteView
  private let documents: Int
  private let passages: Int

  /// - Parameters:
  ///   - documents: of the generation.
  ///   - last: the number of the part that holds the section.
  /// - Returns: nil where the section has another length than it says, or names a part that is not there.
  init?(_ view: ByteView, documents: Int, passages: Int, last: Int) {
    self.documents = documents
    self.passages = passages
    guard view.count > 0 else {
      parts = [last]
      (runCount, runs, byPart) = (1, .empty, .empty)
      return
    }
    let used = Int(view.u32(0))
    let count = Int(view.u32(4))
    guard view.count == 8 + used * 4 + count * (Self.runWidth + 4),
      let runs = view.slice(8 + used * 4, count * Self.runWidth),
      let byPart = view.slice(8 + used * 4 + count * Self.runWidth, count * 4)
    else { return nil }
    parts = (0..<used).map { Int(view.u32(8 + $0 * 4)) }
    guard !parts.isEmpty, zip(parts, parts.dropFirst()).allSatisfy(<), parts[used - 1] <= last
    else { return nil }
    (self.runCount, self.runs, self.byPart) = (count, runs, byPart)
  }

  /// Whether the part is all of the generation, in its own order.
  var isWhole: Bool { runs.count == 0 && runCount == 1 }

  /// The run of that number; an empty one outside.
  func run(_ number: Int) -> Run {
    guard !isWhole else {
      return number == 0
        ? Run(part: parts[0], documents: documents, passages: passages) : Run()
    }
    let view = runs.record(number, width: Self.runWidth)
    guard view.count > 0 else { return Run() }
    let next = runs.record(number + 1, width: Self.runWidth)
    let isLast = next.count == 0
    var run = Run()
    run.part = Int(view.u32(0))
    run.document = Int(view.u32(4))
    run.passage = Int(view.u32(8))
    run.localDocument = Int(view.u32(12))
    run.localPassage = Int(view.u32(16))
    run.documents = max(0, (isLast ? documents : Int(next.u32(4))) - run.document)
    run.passages = max(0, (isLast ? passages : Int(next.u32(8))) - run.passage)
    return run
  }

  /// The run at that place in the order of (part, document of the part).
  func run(byPart place: Int) -> Run { isWhole ? run(place) : run(Int(byPart.u32(place * 4))) }

  /// The run that holds a document of the generation; an empty one outside.
  /// - Complexity: O(log runs).
  func run(ofDocument number: Int) -> Run {
    guard number >= 0, number < documents else { return Run() }
    return run(last { Int(runs.record($0, width: Self.runWidth).u32(4)) <= number })
  }

  /// The run that holds a passage of the generation; an empty one outside.
  /// - Complexity: O(log runs).
  func run(ofPassage number: Int) -> Run {
    guard number >= 0, number < passages else { return Run() }
    return run(last { Int(runs.record($0, width: Self.runWidth).u32(8)) <= number })
  }

  /// The document of the generation that is this one of a part; nil where it is there no longer.
  /// - Complexity: O(log runs).
  func document(_ local: Int, ofPart part: Int) -> Int? {
    let place = last { place in
      let run = isWhole ? .empty : runs.record(Int(byPart.u32(place * 4)), width: Self.runWidth)
      return (Int(run.u32(0)), Int(run.u32(12))) <= (part, local)
    }
    let run = run(byPart: place)
    let offset = local - run.localDocument
    return run.part == part && offset >= 0 && offset < run.documents ? run.document + offset : nil
  }

  /// The last of the runs for which `holds` does, all before it included; 0 where there is none.
  private func last(_ holds: (Int) -> Bool) -> Int {
    guard !isWhole else { return 0 }
    var (low, high) = (0, runCount)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The section for runs that are given in the generation's order.
  static func bytes(parts: [Int], runs: [Run]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLittle(UInt32(parts.count))
    bytes.appendLittle(UInt32(runs.count))
    for part in parts { bytes.appendLittle(UInt32(part)) }
    for run in runs {
      for value in [run.part, run.document, run.passage, run.localDocument, run.localPassage] {
        bytes.appendLittle(UInt32(value))
      }
    }
    let order = runs.indices.sorted {
      (runs[$0].part, runs[$0].localDocument) < (runs[$1].part, runs[$1].localDocument)
    }
    for number in order { bytes.appendLittle(UInt32(number)) }
    return bytes
  }
}
