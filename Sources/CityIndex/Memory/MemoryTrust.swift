/// How far a memory is to be believed: what it would have said of its own questions.
///
/// Each question is asked with the others alone. Where no two were ever confirmed for the same place, as among
/// letters that each got a reply of their own, similar questions tell nothing, and the memory lifts nothing.
enum MemoryTrust {
  /// Questions asked at most, spread over all.
  private static let asked = 1_000
  /// The share of right votes from which on a memory is believed wholly: 0.11–0.38 where questions share answers.
  private static let whole: Float = 0.05
  /// Votes, of which that share were right, that a memory begins with.
  private static let credit: Float = 5

  /// 0…1.
  /// - Parameters:
  ///   - bytes: a compiled memory.
  ///   - questions: the terms of its questions.
  /// - Complexity: O(1,000 · postings of a question's terms).
  static func trust(in bytes: [UInt8], _ questions: [[MemoryTerms.Weighted]]) -> Float {
    guard let memory = try? AnswerMemory(bytes, path: AnswerMemory.tableName) else { return 0 }
    var (right, all) = (whole * credit, credit)
    for number in stride(from: 0, to: questions.count, by: max(1, questions.count / asked)) {
      let own = Set(memory.targets(of: number))
      let similar = memory.similar(
        to: questions[number], least: MemoryRecall.leastSimilarity,
        limit: MemoryRecall.neighbors + 1
      ).filter { $0.question != number }
      let squares = similar.reduce(MemoryRecall.doubt) { $0 + $1.similarity * $1.similarity }
      for item in similar {
        let vote = item.similarity * item.similarity / squares
        let targets = memory.targets(of: item.question)
        all += vote
        right += vote * Float(targets.count(where: own.contains)) / Float(max(1, targets.count))
      }
    }
    return min(1, right / all / whole)
  }
}
