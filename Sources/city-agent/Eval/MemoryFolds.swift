import CityAgentKit
import CityIndex

/// Judged questions dealt into folds by a fixed seed; each fold is asked with a memory of all the others.
struct MemoryFolds: Sendable {
  /// The fold of each question.
  let parts: [Int]
  let count: Int
  private let questions: [String]
  private let answers: [[String]]

  /// - Parameters:
  ///   - answers: by question, the ids of its relevant documents.
  ///   - byAnswer: keeps questions that share a document in one fold.
  init(
    _ questions: [String], answers: [[String]], count: Int, seed: UInt64, byAnswer: Bool
  ) {
    self.questions = questions
    self.answers = answers
    self.count = count
    let group = byAnswer ? Self.groups(answers) : Array(answers.indices)
    let members = Dictionary(grouping: answers.indices, by: { group[$0] })
    var random = SplitMix(state: seed)
    var order = members.keys.sorted()
    order.shuffle(using: &random)
    // Large groups first, each into the smallest fold so far.
    let ranked = order.enumerated().sorted {
      (-(members[$0.element]?.count ?? 0), $0.offset)
        < (-(members[$1.element]?.count ?? 0), $1.offset)
    }
    var sizes = [Int](repeating: 0, count: count)
    var parts = [Int](repeating: 0, count: answers.count)
    for (_, key) in ranked {
      let fold = sizes.indices.min { (sizes[$0], $0) < (sizes[$1], $1) } ?? 0
      for member in members[key] ?? [] { parts[member] = fold }
      sizes[fold] += members[key]?.count ?? 0
    }
    self.parts = parts
  }

  /// By question the least number of those that it shares a document with, over others too.
  private static func groups(_ answers: [[String]]) -> [Int] {
    var group = Array(answers.indices)
    func root(_ i: Int) -> Int {
      var i = i
      while group[i] != i { i = group[i] }
      return i
    }
    var first: [String: Int] = [:]
    for (i, own) in answers.enumerated() {
      for answer in own {
        guard let other = first[answer] else {
          first[answer] = i
          continue
        }
        let (a, b) = (root(i), root(other))
        group[max(a, b)] = min(a, b)
      }
    }
    return answers.indices.map(root)
  }

  /// The questions of a fold.
  func questions(of part: Int) -> [Int] { parts.indices.filter { parts[$0] == part } }

  /// The ranker with a memory of the questions of all other folds.
  func ranker(_ ranker: PassageRanker, for part: Int) throws -> PassageRanker {
    try ranker.remembering(
      parts.indices.filter { parts[$0] != part }.flatMap { i in
        answers[i].map { ConfirmedPair(question: questions[i], document: $0) }
      })
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
