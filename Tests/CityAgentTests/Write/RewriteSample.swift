import CityAgentTesting
import CityIndex
import CityText
import Testing

@testable import CityAgent

/// A clause in a knowledge base of its own, as a source that a model rewrites.
struct RewriteSample {
  let knowledge: TemporaryKnowledge
  let source: RewriteSource

  init(_ text: String, title: String = "居民身份证换领", heading: String = "办理说明") throws {
    knowledge = try TemporaryKnowledge(files: [
      "guides/a.md": "---\ntitle: \(title)\n---\n# \(title)\n\n## \(heading)\n\(text)\n"
    ])
    let index = knowledge.base.index
    let number = try #require(
      (0..<index.passageCount).first {
        let passage = index.passage($0)
        return index.text(document: passage.document, range: passage.range)
          .map { ByteSearch.contains($0, Array(text.utf8)) } ?? false
      }, "no passage holds the text as it is")
    let passage = index.passage(number)
    let whole = index.text(document: passage.document, range: passage.range)!
    let start = ByteSearch.first(of: Array(text.utf8), in: whole)!
    let range =
      (passage.range.lowerBound + start)..<(passage.range.lowerBound + start + text.utf8.count)
    source = try #require(
      RewriteSource(
        DraftSentence(
          .quoted(text, EvidenceSpan(passage: number, range: range)), isCore: true),
        place: 0, language: RewriteCheck.language(of: text), index: index))
  }

  /// Whether sentences, taken in order, all hold and say all that the clause says.
  func accepts(_ sentences: [String]) -> Bool {
    var check = RewriteCheck(source)
    return sentences.allSatisfy { check.take($0) == nil } && check.isComplete
  }

  func fault(_ sentence: String) -> RewriteCheck.Fault? {
    var check = RewriteCheck(source)
    return check.take(sentence)
  }
}
