import CityText

/// Confirmed pairs while they are being compiled: questions as terms, each with what it was confirmed for.
struct GatheredPairs {
  private let catalogue: MemoryCatalogue
  private let synonyms: Synonyms
  private let silent: PhraseTable
  /// By folded and rewritten question.
  private var numbers: [[UInt8]: Int] = [:]
  private var questions: [[MemoryTerms.Weighted]] = []
  /// By question.
  private var targets: [[Target]] = []
  /// By document confirmed: the work it is a part of.
  private var stems: [UInt32: UInt64] = [:]

  private struct Target: Hashable {
    var document: UInt32
    var clause: UInt32

    static func < (a: Target, b: Target) -> Bool {
      (a.document, a.clause) < (b.document, b.clause)
    }
  }

  struct Unusable: Error {
    var reason: String
  }

  init(_ catalogue: MemoryCatalogue, _ synonyms: Synonyms, _ silent: PhraseTable) {
    self.catalogue = catalogue
    self.synonyms = synonyms
    self.silent = silent
  }

  mutating func take(_ pair: ConfirmedPair) throws(Unusable) {
    guard pair.question.utf8.count <= MemoryCompilation.questionLimit else {
      throw Unusable(
        reason: "The question is longer than \(MemoryCompilation.questionLimit) bytes: shorten it.")
    }
    guard let document = catalogue[pair.document] else {
      throw Unusable(
        reason: "There is no document “\(pair.document)”: correct or delete the line.")
    }
    var target = Target(document: UInt32(document.number), clause: MemoryWriter.none)
    if let path = pair.clause, !path.isEmpty {
      guard let place = document.clauses[Array(path.utf8)] else {
        throw Unusable(
          reason:
            "The document “\(pair.document)” has no clause “\(path)”: correct or delete the line.")
      }
      target.clause = UInt32(place)
    }
    let question = synonyms.rewritten(Folding.fold(Array(pair.question.utf8)))
    if let number = numbers[question] {
      guard !targets[number].contains(target) else {
        throw Unusable(reason: "The same pair stands in an earlier line: delete the line.")
      }
      targets[number].append(target)
    } else {
      let terms = MemoryTerms.terms(of: question, silent: silent)
      guard !terms.isEmpty else {
        throw Unusable(reason: "The question holds no words: delete the line.")
      }
      numbers[question] = questions.count
      questions.append(terms)
      targets.append([target])
    }
    stems[target.document] = document.stem
  }

  func table(taken: Int, leftOut: Int) -> IndexTable {
    var writer = MemoryWriter()
    (writer.taken, writer.leftOut) = (taken, leftOut)
    writer.setTerms(questions)
    writer.works = Set(stems.values).subtracting([0]).sorted()
    let work = Dictionary(
      uniqueKeysWithValues: writer.works.enumerated().map { ($1, UInt32($0)) })
    var counts: [Target: UInt32] = [:]
    for target in targets.joined() { counts[target, default: 0] += 1 }
    let places = counts.keys.sorted(by: <)
    var number: [Target: UInt32] = [:]
    for (i, place) in places.enumerated() {
      number[place] = UInt32(i)
      writer.places.append(
        MemoryWriter.Place(
          document: place.document, clause: place.clause, questions: counts[place] ?? 0,
          work: stems[place.document].flatMap { work[$0] } ?? MemoryWriter.none))
    }
    writer.targets = targets.map { $0.compactMap { number[$0] } }
    writer.trust = MemoryTrust.trust(in: writer.bytes, questions)
    return IndexTable(
      name: AnswerMemory.tableName, version: AnswerMemory.tableVersion, bytes: writer.bytes)
  }
}
