public import CityIndex
import CityText

/// A passage that answers, the sentences of it that do, and how sure that is.
public struct FoundPassage: Sendable {
  public var passage: Int
  /// Sentences in the document's canonical text, in order.
  public var sentences: [Range<Int>]
  /// The share of the question's content that the passage and its headings account for, 0…1.
  public var score: Double
  /// The words of the question by which the passage's subject was recognised.
  public var subject: String
}

/// Finds the passage that answers a question of running text, or nothing.
///
/// A retrieval score alone never answers. The subject must be recognised: a run of the question of at
/// least ``subjectWeight`` stands in the passage or its headings as it is; the passage must account
/// for enough of the question's content; and hold the kind of thing asked for.
public struct PassageFinder: Sendable {
  /// Least weight of the run: three characters, or two words.
  public static let subjectWeight: Double = 3
  static let candidates = 8

  let silent: PhraseTable

  /// - Parameter stopwords: folded words without content, besides ``QuestionWords``.
  public init(stopwords: [ArraySlice<UInt8>] = []) {
    var table = PhraseTable()
    for word in QuestionWords.folded + stopwords { table.insert(word) }
    silent = table
  }

  /// The question's content without question words.
  public func content(of folded: [UInt8]) -> QuestionContent {
    QuestionContent(folded, silent: silent.matches(in: folded).map(\.range))
  }

  /// The best passage among those the filter of `query` keeps; nil where nothing answers.
  ///
  /// - Parameters:
  ///   - content: what ``content(of:)`` gives for the turn.
  ///   - least: the share of the content that a passage must account for.
  public func find(
    _ turn: Turn, _ content: QuestionContent, query: IndexQuery, least: Double,
    in environment: SkillEnvironment
  ) async -> FoundPassage? {
    let total = content.contentWeight
    guard total >= Self.subjectWeight else { return nil }
    let asked = AskedFor(folded: turn.folded)
    let passages =
      (try? await environment.retriever.passages(
        for: RetrievalQuery(query, text: turn.text), limit: Self.candidates)) ?? []
    guard !passages.isEmpty else { return nil }
    let reading = ReadingQuestion(turn.text, silent: environment.knowledge.ranker.silent)
    var best: FoundPassage?
    for candidate in passages.prefix(Self.candidates) {
      guard
        let found = examine(
          candidate.number, content: content, least: max(least, best?.score ?? 0) * total,
          asked: asked, reading: reading, turn: turn, knowledge: environment.knowledge)
      else { continue }
      if found.score > (best?.score ?? 0) { best = found }
    }
    return best
  }

  private func examine(
    _ number: Int, content: QuestionContent, least: Double, asked: AskedFor,
    reading: ReadingQuestion, turn: Turn, knowledge: KnowledgeBase
  ) -> FoundPassage? {
    let holder = knowledge.passageTerms.terms(of: number, in: knowledge.index)
    let covered = content.covered(by: holder.contains)
    let weight = content.weight(of: covered)
    guard weight >= least else { return nil }
    let run = content.longestRun(of: covered, holds: holder.contains)
    guard run.weight >= Self.subjectWeight else { return nil }
    let passage = knowledge.index.passage(number)
    guard let text = knowledge.index.text(document: passage.document, range: passage.range)
    else { return nil }
    let covering = answering(text, content: content, asked: asked)
    guard !covering.isEmpty else { return nil }
    let title = knowledge.index.metadata(document: passage.document, key: "title").first ?? ""
    let sentences = joined(
      read(text, reading, asked: asked, known: [title, passage.heading]), covering, of: text)
    return FoundPassage(
      passage: number,
      sentences: sentences.map {
        ($0.lowerBound + passage.range.lowerBound)..<($0.upperBound + passage.range.lowerBound)
      },
      score: weight / content.contentWeight,
      subject: String(decoding: turn.folded[run.range], as: UTF8.self))
  }

  /// The sentences that the span found by reading stands in; none where they hold nothing of the kind asked for.
  private func read(
    _ text: [UInt8], _ question: ReadingQuestion, asked: AskedFor, known: [String]
  ) -> [Range<Int>] {
    let known = known.map { Array($0.utf8) }
    guard let span = AnswerReader().read(question, in: text, known: known) else { return [] }
    let sentences = Segmentation.sentences(text).filter { $0.overlaps(span.range) }
    return sentences.contains { asked.isHeld(by: Array(text[$0])) } ? sentences : []
  }

  /// What a person is told: whole sentences, because the condition belongs to the amount.
  ///
  /// Those that reading found, and beside them any that cover the question: of 40 answers that reading
  /// changed, the benefit itself stood in the next sentence in one. A question in the text is not its own answer.
  private func joined(
    _ read: [Range<Int>], _ covering: [Range<Int>], of text: [UInt8]
  ) -> [Range<Int>] {
    guard !read.isEmpty else { return covering }
    let all = Segmentation.sentences(text)
    var chosen = Set(read)
    for (i, sentence) in all.enumerated() where covering.contains(sentence) {
      let beside = [i - 1, i + 1].filter(all.indices.contains)
      if beside.contains(where: { read.contains(all[$0]) }) { chosen.insert(sentence) }
    }
    if let last = all.lastIndex(where: chosen.contains), last + 1 < all.count,
      asks(text[all[last]])
    {
      chosen.insert(all[last + 1])
    }
    return all.filter(chosen.contains)
  }

  private func asks(_ sentence: ArraySlice<UInt8>) -> Bool {
    sentence.last == 0x3F || sentence.suffix(3).elementsEqual("？".utf8)
  }

  /// The sentences that account for most of the content and hold what is asked for; at most three.
  private func answering(
    _ text: [UInt8], content: QuestionContent, asked: AskedFor
  ) -> [Range<Int>] {
    let sentences = Segmentation.sentences(text)
    let scores = sentences.map { range -> Double in
      let sentence = Array(text[range])
      let terms = TermSet([sentence])
      let weight = content.weight(of: content.covered(by: terms.contains))
      return asked.isHeld(by: sentence) ? weight : 0
    }
    guard let best = scores.max(), best >= 2 else { return [] }
    return zip(sentences, scores).filter { $0.1 >= best * 0.85 }.map(\.0).prefix(3).map { $0 }
  }
}
