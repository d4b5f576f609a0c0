public import CityText

/// What routing says to people.
struct RouteWords: Sendable {
  let isEnglish: Bool

  init(_ language: WrittenLanguage) { isEnglish = language == .english }

  private func word(_ chinese: String, _ english: String) -> String {
    isEnglish ? english : chinese
  }

  var noMatter: String { word("未匹配事项", "no matter of the table") }
  var noRow: String {
    word("没有事项与文字相符，按兜底规则分派。", "No row fits the words: the fallback owner has it.")
  }
  var unverified: String { word("未核实", "not verified") }
  var prior: String { word("类别相符", "the category speaks for it") }

  /// `1 M106 井盖缺失 → 区水务局 (4.5): 井盖+没了 1.9, …`
  func candidate(_ number: Int, _ candidate: Routing.Candidate, hits: [String]) -> String {
    var notes = [DecimalText.text(candidate.score, decimals: 2)]
    if candidate.hasPrior { notes.append(prior) }
    if !candidate.row.isVerified { notes.append(unverified) }
    let head = "\(number) \(candidate.row.id) \(candidate.row.name) → \(candidate.row.lead)"
    let list = hits.joined(separator: word("、", ", "))
    return isEnglish
      ? "\(head) (\(notes.joined(separator: ", "))): \(list)"
      : "\(head)（\(notes.joined(separator: "，"))）：\(list)"
  }
}

extension ResponsibilityTable {
  /// Why a routing came out as it did: a line a candidate, with the words found as they stand in the report.
  /// - Parameter whole: the report's whole text, as it was routed.
  public func explain(_ routing: Routing, of whole: [UInt8], language: WrittenLanguage) -> [String]
  {
    let words = RouteWords(language)
    var lines: [String] = routing.assignment.value.isFallback ? [words.noRow] : []
    for (i, candidate) in routing.candidates.enumerated() {
      let hits = candidate.hits.map { hit in
        let found = hit.ranges.map {
          String(decoding: whole[$0.clamped(to: 0..<whole.count)], as: UTF8.self)
        }
        return "\(found.joined(separator: "…")) \(DecimalText.text(hit.weight, decimals: 2))"
      }
      lines.append(words.candidate(i + 1, candidate, hits: hits))
    }
    return lines
  }
}
