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
    var best: FoundPassage?
    for candidate in passages {
      guard
        let found = examine(
          candidate.number, content: content, least: max(least, best?.score ?? 0) * total,
          asked: asked, turn: turn, knowledge: environment.knowledge)
      else { continue }
      if found.score > (best?.score ?? 0) { best = found }
    }
    return best
  }

  private func examine(
    _ number: Int, content: QuestionContent, least: Double, asked: AskedFor, turn: Turn,
    knowledge: KnowledgeBase
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
    let sentences = answering(text, content: content, asked: asked)
    guard !sentences.isEmpty else { return nil }
    return FoundPassage(
      passage: number,
      sentences: sentences.map {
        ($0.lowerBound + passage.range.lowerBound)..<($0.upperBound + passage.range.lowerBound)
      },
      score: weight / content.contentWeight,
      subject: String(decoding: turn.folded[run.range], as: UTF8.self))
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
