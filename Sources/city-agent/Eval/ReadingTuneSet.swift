import CityAgentKit
import CityIndex
import CityText

/// The questions of one folder whose answer stands in a relevant document.
struct ReadingTuneSet: Sendable {
  struct Item: Sendable {
    var reading: ReadingCase
    /// The answers' letters.
    var golds: [[UInt32]]
  }

  let name: String
  private(set) var items: [Item] = []

  /// - Throws: ``CommandFailure`` where the folder has no answers, no judgements, or none that goes with the other.
  init(_ folder: String, _ arguments: ParsedArguments) throws {
    name = TuneCommand.lastName(of: folder)
    let installation = try Installation(arguments)
    let queries = try EvaluationFolder.queries(folder).filter { !$0.golds.isEmpty }
    guard !queries.isEmpty else { throw CommandFailure.usage(Phrase.noGolds.text(folder)) }
    guard let judgements = try EvaluationFolder.judgements(folder) else {
      throw CommandFailure.usage(Phrase.noJudgements.text(folder))
    }
    let index = try EvaluationIndex.open(
      folder, arguments, installation, skills: installation.skills()
    ).index
    let finder = AnswerFinder(PassageRanker(index, silent: QuestionWords.phrases))
    for query in queries {
      let documents = (judgements[query.id] ?? []).compactMap { index.documentNumber(id: $0) }
      let reading = documents.sorted().lazy.compactMap { Self.reading(query, $0, finder) }.first
      guard let reading else { continue }
      items.append(Item(reading: reading, golds: query.golds.map(TextOverlap.letters)))
    }
    guard !items.isEmpty else { throw CommandFailure.usage(Phrase.tuneNoPlaces.text(folder)) }
  }

  /// Read where the answer stands, as if the search had found the passage.
  private static func reading(
    _ query: EvaluationQuery, _ document: Int, _ finder: AnswerFinder
  ) -> ReadingCase? {
    let index = finder.ranker.index
    let golds = query.golds.map { Array($0.utf8) }
    let passages = index.passages(of: document)
    let holder = passages.first { passage in
      guard let text = index.text(document: document, range: passage.range) else { return false }
      return golds.contains { ByteSearch.contains(text, $0) }
    }
    guard let passage = holder ?? passages.first, let page = finder.page(around: passage.number)
    else { return nil }
    return ReadingCase(
      ReadingQuestion(query.text, silent: finder.ranker.silent), in: page.text, known: page.known,
      answers: query.golds)
  }

  /// Neighbors in a file are often of one source: every fifth question, not every fifth part.
  func fold(_ number: Int) -> [Item] {
    items.indices.filter { $0 % TuneCommand.folds == number }.map { items[$0] }
  }

  func rest(_ number: Int) -> [Item] {
    items.indices.filter { $0 % TuneCommand.folds != number }.map { items[$0] }
  }
}
