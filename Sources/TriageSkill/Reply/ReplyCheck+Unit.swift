import CityText

extension ReplyCheck {
  /// Whether a reply names a unit: the one in charge, any other, only “our office”, or none.
  static func unit(_ draft: ReplyDraft, _ subject: ReplySubject) -> ReplyFinding {
    func finding(
      _ verdict: ReplyFinding.Verdict, _ reason: ReplyReason, _ evidence: [Range<Int>]
    ) -> ReplyFinding {
      ReplyFinding(rule: .unit, verdict: verdict, evidence: evidence, reason: reason)
    }
    for unit in subject.units {
      for name in names(unit) {
        if let at = ByteSearch.first(of: name, in: draft.text.bytes) {
          return finding(.passed, .assignedUnit, [draft.source(at..<(at + name.count))])
        }
      }
    }
    for (sign, range) in draft.signs where sign == .unitEnd {
      if let start = nameStart(draft, before: range.lowerBound) {
        return finding(.passed, .otherUnit, [draft.source(start..<range.upperBound)])
      }
    }
    let ours = draft.signs.filter { $0.sign == .ours }.map { draft.source($0.range) }
    if !ours.isEmpty { return finding(.unclear, .onlyPronoun, ours) }
    return finding(
      .failed, .noUnit, draft.signs.filter { $0.sign == .anyUnit }.map { draft.source($0.range) })
  }

  /// A unit's name, and the name without the 区 or 市 before it: 区水务局, 水务局.
  private static func names(_ unit: String) -> [[UInt8]] {
    let whole = Folding.fold([UInt8](unit.utf8))
    guard whole.count > 9 else { return whole.isEmpty ? [] : [whole] }
    let isPrefixed = ["区", "市"].contains { whole.starts(with: $0.utf8) }
    return isPrefixed ? [whole, [UInt8](whole[3...])] : [whole]
  }

  /// Where the name of a unit begins whose end word begins at `end`; nil where nothing names it.
  private static func nameStart(_ draft: ReplyDraft, before end: Int) -> Int? {
    let text = draft.text.bytes
    if text[end] < 0x80 {
      // An English name is written with a capital before its end word, or goes on with “of …”.
      let place = draft.source(end..<(end + 1)).lowerBound
      var at = place
      while at > 0, draft.bytes[at - 1] == 0x20 { at -= 1 }
      while at > 0, draft.bytes[at - 1] != 0x20, draft.bytes[at - 1] != 0x0A { at -= 1 }
      guard at < place, draft.bytes[at] &- 0x41 < 26, draft.bytes[place] &- 0x41 < 26 else {
        return nil
      }
      let word = Folding.fold([UInt8](draft.bytes[at..<place]))
      return ["the ", "our ", "this ", "your "].contains { word.elementsEqual($0.utf8) }
        ? nil : max(0, end - word.count)
    }
    var start = end
    var letters = 0
    while start >= 3, letters < 12 {
      let scalar = text[(start - 3)..<start]
      // Han scalars that fold to themselves take three bytes of E3 to E9; punctuation ends a name.
      guard scalar.first! >= 0xE4, scalar.first! <= 0xE9, !borders.contains([UInt8](scalar)) else {
        break
      }
      start -= 3
      letters += 1
    }
    guard letters >= 2 else { return nil }
    let name = [UInt8](text[start..<end])
    return unnamed.contains { name.starts(with: $0) } ? nil : start
  }

  /// Characters that stand before a name and are no part of it.
  private static let borders = Set(
    "由请向经与和的到对是在转为让被把我该您你及或".unicodeScalars.map { Array(String($0).utf8) })

  private static let unnamed = ["相关", "有关", "职能", "主管", "上级", "本", "各", "其他", "责任"].map {
    Array($0.utf8)
  }
}
