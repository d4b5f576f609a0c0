/// What a passage is judged by when it is ranked again: shares of the question, mostly 0…1.
///
/// “Weight” is a term's inverse passage frequency, lowered for question words. A question's *main* terms are
/// its pairs of characters, its words and numbers; single characters count apart. Lengths are in bytes over
/// those usual in the index.
public enum RankFeature: Int, CaseIterable, Sendable {
  /// First-stage score, as a share of the best one.
  case score
  /// The document's first-stage score of its second best passage, as a share of the best of all.
  case secondScore
  /// Main terms by weight with saturated frequency and strong length normalisation, over the text alone.
  case saturation
  /// Weight of the single characters that stand in the text, its headings or title.
  case characters
  /// Single characters by weight with saturated frequency.
  case characterSaturation
  /// Weight of distinct single characters within the best 30 of the text.
  case characterWindow
  /// Weight of neighboring characters that stand within four, in their order.
  case spreadPairs
  /// Weight of distinct main terms within the best 40 characters or words of the text.
  case window
  /// Weight of neighboring main terms that are neighbors in the text, in the same order.
  case order
  /// Weight of the longest run of the question that stands in the text as it is.
  case longestRun
  /// Weight of the main terms in the document's title.
  case title
  /// Share of the title's own terms that the question names.
  case titleNamed
  /// Share of the question's numbers and Latin words that the text, headings or title have.
  case literals
  /// Logarithm of the text's length.
  case length
  /// Main terms by weight with saturated frequency over the whole document.
  case document
  /// Logarithm of how many documents the work has that this one is a part of (``WorkSizes``).
  case work

  // Of a memory of confirmed questions (``AnswerMemory``); all 0 without one.

  /// The share of similar questions that the passage was confirmed for.
  case confirmed
  /// The same for passages that stand next to it in its work or document, less the farther they are.
  case besideConfirmed
  /// The share of similar questions that the passage's work was confirmed for.
  case similarWork
  /// Logarithm of how often passages near it were confirmed for any question.
  case askedNearby
  /// Whether nothing of the passage's work was ever confirmed, so far as the memory is to be believed in that.
  case unaskedWork
  /// ``work``, as far as the memory is to be believed: it knows better than the size what is asked for.
  case askedWorkSize

  /// Those of a memory.
  public static let ofMemory: [RankFeature] = [
    .confirmed, .besideConfirmed, .similarWork, .askedNearby, .unaskedWork, .askedWorkSize,
  ]

  /// Features whose weight changes with the question's length (``RankQuestion/longness``): a short question
  /// asks for a passage that has all of it, a long one tells a story of which passages have some.
  public static let varying: [RankFeature] = [
    .score, .characters, .characterWindow, .window, .title, .literals, .length, .document,
  ]

  /// Those that may speak against a passage; the others only for it.
  static let signed: Set<RankFeature> = [
    .secondScore, .saturation, .length, .unaskedWork, .askedWorkSize,
  ]

  /// As the file of weights writes it.
  public var name: String { "\(self)" }
}
