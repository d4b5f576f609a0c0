/// The compiled memory of a generation: which clauses were confirmed for which kinds of questions.
///
/// It lifts among passages and says nothing of whether one answers. Its bytes are read with every offset
/// checked: damaged ones lift wrongly at worst. Safe to use from any thread.
public struct AnswerMemory: Sendable {
  public static let tableName: String = "answer-memory"
  public static let tableVersion: Int = 1

  /// A document, or a clause of one, that was confirmed.
  struct Place {
    var document: Int
    /// Nil where the whole document was.
    var clause: Int?
    /// How many questions it was confirmed for.
    var questions: Int
    /// The number of the work that the document is a part of.
    var work: Int?
  }

  private let bytes: StableBytes
  private var view: ByteView { bytes.view }
  let questionCount: Int
  private let termCount: Int
  private let postingCount: Int
  private let targetCount: Int
  let placeCount: Int
  private let workCount: Int
  private let starts: Int
  private let postings: Int
  private let targetStarts: Int
  private let targets: Int
  private let places: Int
  private let works: Int

  /// Pairs taken when it was compiled, and left out.
  public var taken: Int { Int(view.u32(24)) }
  public var leftOut: Int { Int(view.u32(28)) }
  public var isEmpty: Bool { questionCount == 0 }
  /// 0…1, as ``MemoryTrust`` has it.
  var trust: Float {
    let trust = Float(bitPattern: view.u32(32))
    return trust >= 0 && trust <= 1 ? trust : 0
  }

  /// The memory of a generation; nil where it has none.
  /// - Throws: ``IndexError`` `.damaged` where its parts do not fit each other.
  public init?(_ index: KnowledgeIndex) throws(IndexError) {
    guard let bytes = index.table(Self.tableName, version: Self.tableVersion) else { return nil }
    try self.init(bytes, path: index.path)
  }

  /// A memory that was compiled for an index and is no part of it, for evaluations.
  /// - Throws: ``IndexError`` `.damaged`, as above.
  public init(_ compilation: MemoryCompilation) throws(IndexError) {
    try self.init(compilation.table.bytes, path: Self.tableName)
  }

  init(_ table: [UInt8], path: String) throws(IndexError) {
    bytes = StableBytes(table)
    let view = bytes.view
    questionCount = Int(view.u32(0))
    termCount = Int(view.u32(4))
    postingCount = Int(view.u32(8))
    targetCount = Int(view.u32(12))
    placeCount = Int(view.u32(16))
    workCount = Int(view.u32(20))
    starts = MemoryWriter.headSize + 8 * termCount
    postings = starts + 4 * (termCount + 1)
    targetStarts = postings + 8 * postingCount
    targets = targetStarts + 4 * (questionCount + 1)
    places = targets + 4 * targetCount
    works = places + 16 * placeCount
    guard view.count == works + 8 * workCount else {
      throw IndexError(
        .damaged, "the memory's parts do not fit each other: build the index again", path: path)
    }
  }

  /// Checks every number of the table.
  /// - Throws: ``IndexError`` `.damaged`.
  func verify(documents: Int, path: String) throws(IndexError) {
    func ascends(_ base: Int, _ count: Int, to end: Int) -> Bool {
      (0..<count).allSatisfy { view.u32(base + 4 * $0) <= view.u32(base + 4 * $0 + 4) }
        && view.u32(base) == 0 && view.u32(base + 4 * count) == UInt32(end)
    }
    let areKeysSorted = (1..<max(1, termCount)).allSatisfy { key($0 - 1) < key($0) }
    let arePostingsWhole = (0..<postingCount).allSatisfy {
      view.u32(postings + 8 * $0) < UInt32(questionCount)
        && (0...1.0001).contains(weight(ofPosting: $0))
    }
    let areTargetsWhole = (0..<targetCount).allSatisfy {
      view.u32(targets + 4 * $0) < UInt32(placeCount)
    }
    let arePlacesWhole = (0..<placeCount).allSatisfy { number in
      let place = place(number)
      let next = number + 1 < placeCount ? self.place(number + 1) : nil
      return place.document < documents && place.questions > 0
        && place.work.map { $0 < workCount } ?? true
        && next.map { ($0.document, $0.clause ?? .max) > (place.document, place.clause ?? .max) }
          ?? true
    }
    let areWorksSorted = (1..<max(1, workCount)).allSatisfy { stem($0 - 1) < stem($0) }
    guard ascends(starts, termCount, to: postingCount),
      ascends(targetStarts, questionCount, to: targetCount), areKeysSorted, arePostingsWhole,
      areTargetsWhole, arePlacesWhole, areWorksSorted,
      Float(bitPattern: view.u32(32)) == trust, view.u32(36) == 0
    else {
      throw IndexError(.damaged, "the memory is damaged: build the index again", path: path)
    }
  }

  private func key(_ term: Int) -> UInt64 { view.u64(MemoryWriter.headSize + 8 * term) }
  private func stem(_ work: Int) -> UInt64 { view.u64(works + 8 * work) }
  private func weight(ofPosting number: Int) -> Float {
    Float(bitPattern: view.u32(postings + 8 * number + 4))
  }

  func place(_ number: Int) -> Place {
    let at = places + 16 * number
    let (clause, work) = (view.u32(at + 4), view.u32(at + 12))
    return Place(
      document: Int(view.u32(at)), clause: clause == MemoryWriter.none ? nil : Int(clause),
      questions: Int(view.u32(at + 8)), work: work == MemoryWriter.none ? nil : Int(work))
  }

  /// The first place of a document with that number or a greater one.
  func firstPlace(from document: Int) -> Int {
    Self.lowest(placeCount) { Int(view.u32(places + 16 * $0)) >= document }
  }

  /// The number of a work among those confirmed; nil where nothing of it was.
  func work(ofStem stem: UInt64) -> Int? {
    let number = Self.lowest(workCount) { self.stem($0) >= stem }
    return stem != 0 && number < workCount && self.stem(number) == stem ? number : nil
  }

  /// The places confirmed for a question.
  func targets(of question: Int) -> [Int] {
    let first = Int(view.u32(targetStarts + 4 * question))
    let end = min(Int(view.u32(targetStarts + 4 * question + 4)), targetCount)
    guard first < end else { return [] }
    return (first..<end).map { Int(view.u32(targets + 4 * $0)) }
  }

  /// The questions that resemble one (cosine, 0…1), most similar first; ties by number.
  /// - Complexity: O(postings of the terms + questions).
  func similar(
    to terms: [MemoryTerms.Weighted], least: Float, limit: Int
  ) -> [(question: Int, similarity: Float)] {
    var sums = [Float](repeating: 0, count: questionCount)
    var length: Float = 0
    for term in terms {
      let number = Self.lowest(termCount) { key($0) >= term.key }
      let isKnown = number < termCount && key(number) == term.key
      var range = 0..<0
      if isKnown {
        let first = Int(view.u32(starts + 4 * number))
        range = first..<max(first, min(postingCount, Int(view.u32(starts + 4 * number + 4))))
      }
      // A word that no question has sets this one apart; one without postings is in more than it is worth.
      let frequency = isKnown && range.isEmpty ? questionCount : range.count
      let weight = term.factor * MemoryWriter.rarity(frequency, of: questionCount)
      length += weight * weight
      for posting in range {
        let question = Int(view.u32(postings + 8 * posting))
        if question < sums.count { sums[question] += weight * self.weight(ofPosting: posting) }
      }
    }
    guard length > 0 else { return [] }
    let norm = 1 / length.squareRoot()
    var best: [(question: Int, similarity: Float)] = []
    for question in sums.indices where sums[question] * norm >= least {
      best.append((question, min(1, sums[question] * norm)))
    }
    best.sort { ($1.similarity, $0.question) < ($0.similarity, $1.question) }
    return Array(best.prefix(limit))
  }

  /// The first of `0..<count` that meets a condition which all behind it meet too.
  private static func lowest(_ count: Int, _ isThere: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isThere(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
