import CityText

/// Earlier reports, kept so that each new one finds those it may repeat. Nothing is merged here.
///
/// ```swift
/// var index = DuplicateIndex(windowDays: 90)
/// for report in reports { suggestions.append(index.match(report)) }
/// ```
/// The same reports in the same order give the same candidates. Memory is bounded by the window and by `capacity`:
/// about 1.5 KB a report.
public struct DuplicateIndex: Sendable {
  /// What of an earlier report is kept.
  struct Entry: Sendable {
    let id: String
    let received: Moment
    let signature: ReportSignature
    /// The rarity of the title's terms, summed, when it came.
    let weight: Float
  }

  /// Suggested at most.
  public static let most: Int = 5

  public let windowDays: Int
  /// Reports kept at most; the first to come is the first to go.
  public let capacity: Int

  var entries: [Entry] = []
  /// The number of `entries[0]`, counted from the first report ever added.
  var first = 0
  /// Entries before it have left the window and wait to be removed.
  var live = 0
  var postings = RecentPostings()
  private var lastRebuild = 0
  /// The moments of the latest reports, in the order they came.
  private var latest: [Moment] = []
  /// Room for one query; without meaning between two.
  var scratch = Scratch()

  /// - Parameters:
  ///   - windowDays: reports that are older than the stream by more fall out; 0 for never.
  ///   - capacity: reports kept at most.
  public init(windowDays: Int = 90, capacity: Int = 200_000) {
    self.windowDays = max(0, windowDays)
    self.capacity = max(1, min(capacity, 10_000_000))
  }

  /// How many reports are kept.
  public var count: Int { first + entries.count - live }

  /// The earlier reports that this one may repeat, best first, five at most; then it is earlier itself.
  /// - Complexity: O(n) in the text; what else it costs does not grow with the index.
  public mutating func match(_ report: ComparableReport) -> [DuplicateCandidate] {
    let signature = ReportSignature(report)
    let found = candidates(for: report, signature)
    insert(report, signature)
    return found
  }

  /// The candidates of a report that is not added.
  public mutating func candidates(for report: ComparableReport) -> [DuplicateCandidate] {
    candidates(for: report, ReportSignature(report))
  }

  /// Adds a report without asking.
  public mutating func add(_ report: ComparableReport) {
    insert(report, ReportSignature(report))
  }

  private mutating func insert(_ report: ComparableReport, _ signature: ReportSignature) {
    let number = first + entries.count
    for key in Self.textKeys(signature) { postings.insert(key, number) }
    var weight: Float = 0
    for term in signature.title {
      let key = KeyHash.of(term, .title)
      postings.insert(key, number)
      weight += rarity(postings.count(key))
    }
    if let reporter = signature.reporter { postings.insert(reporter, number) }
    for key in Self.placeKeys(signature) { postings.insert(key, number) }
    entries.append(
      Entry(id: report.id, received: report.received, signature: signature, weight: weight))
    expire(report.received)
  }

  /// The smallest pieces: two texts that share four fifths miss each other in all eight once in 400,000 times.
  static func textKeys(_ signature: ReportSignature) -> some Sequence<UInt32> {
    signature.text.hashes.prefix(8).lazy.map { KeyHash.of($0, .shingle) }
  }

  /// Place and matter in one.
  static func placeKeys(_ signature: ReportSignature) -> [UInt32] {
    guard let matter = signature.matter else { return [] }
    return signature.places.map { KeyHash.of(UInt64($0) << 32 | UInt64(matter)) }
  }

  /// How much a term of the title tells that `count` reports had, among all that ever came.
  func rarity(_ count: Int) -> Float {
    NaturalLogarithm.of(1 + Float(first + entries.count + 1) / Float(max(1, count)))
  }

  /// Lets go what is beyond the window or the capacity.
  private mutating func expire(_ moment: Moment) {
    latest.append(moment)
    if latest.count > 9 { latest.removeFirst() }
    live = max(live, first + entries.count - capacity)
    if windowDays > 0, latest.count == 9 {
      // The median of nine: a date in the future or the past of a few reports empties nothing.
      let now = latest.sorted()[4]
      let oldest = now.adding(seconds: -windowDays * 86_400)
      while live < first + entries.count - 1, entries[live - first].received < oldest { live += 1 }
    }
    let gone = live - first
    if gone > 1_024, gone > entries.count / 2 {
      entries.removeFirst(gone)
      first = live
      scratch = Scratch()
    }
    if first + entries.count - lastRebuild > max(8_192, entries.count) {
      postings.rebuild(dropping: live)
      lastRebuild = first + entries.count
    }
  }
}
