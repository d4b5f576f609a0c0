import CityText

@testable import CityIndex

extension FuzzTargets {
  /// The bytes are a synonym file and, behind 0x1E, a question.
  func synonyms(_ bytes: [UInt8]) throws(FuzzFailure) {
    let parts = bytes.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false)
    let file = Array(parts[0])
    let read = try opened { () throws(IndexError) in try Synonyms.parse(file, path: "synonyms.txt")
    }
    guard let synonyms = read else { return }
    let question = parts.count > 1 ? Array(parts[1]) : file
    let folded = Folding.fold(TextDecoding.repaired(question))
    let rewritten = synonyms.rewritten(folded)
    try FuzzFailure.check(
      String(validating: rewritten, as: UTF8.self) != nil, "a rule cuts a character")
    if synonyms.replacements.isEmpty {
      try FuzzFailure.check(rewritten == folded, "a question is rewritten without a rule")
    }
    var last = -1
    for expansion in synonyms.expansions(of: rewritten) {
      let range = expansion.range
      try FuzzFailure.check(
        range.lowerBound > last && !range.isEmpty && range.upperBound <= rewritten.count,
        "a word lies outside the question or before the one before")
      last = range.lowerBound
      let word = String(decoding: rewritten[range], as: UTF8.self)
      try FuzzFailure.check(
        Set(expansion.equals.map { Array($0.utf8) }).count == expansion.equals.count
          && !expansion.equals.contains { $0.utf8.elementsEqual(word.utf8) },
        "“\(word)” has an equal twice, or itself")
    }
    let query = IndexQuery(String(decoding: question, as: UTF8.self), synonyms: synonyms)
    try FuzzFailure.check(
      Set(query.terms.map(\.key)).count == query.terms.count, "a query has a term twice")
  }
}
