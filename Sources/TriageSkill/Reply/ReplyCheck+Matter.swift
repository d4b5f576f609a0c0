import CityText

extension ReplyCheck {
  /// From this share of a matter's content words on, a reply speaks of it; below the other one it does not.
  ///
  /// Ours, and coarse on purpose: between the two a person judges.
  static let covers = 0.3
  static let misses = 0.1
  /// A long complaint is not told back: this many of its words are all that count.
  private static let mostTerms = 20

  /// Whether a reply speaks of one of the report's matters: names its object, or has enough of its content words.
  static func matter(_ number: Int, of subject: ReplySubject, _ draft: ReplyDraft) -> ReplyFinding {
    let range = subject.matters[number].clamped(to: 0..<subject.whole.count)
    func finding(
      _ verdict: ReplyFinding.Verdict, _ reason: ReplyReason, _ evidence: [Range<Int>] = []
    ) -> ReplyFinding {
      ReplyFinding(
        rule: .matter, verdict: verdict, matter: number, evidence: evidence, reason: reason)
    }
    let objects = subject.objects.filter {
      range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound && $0.count > 3
    }
    let named = objects.flatMap {
      places(of: Folding.fold([UInt8](subject.whole[$0])), in: draft.text.bytes)
    }.map { draft.source($0) }
    if !named.isEmpty {
      return finding(.passed, .named, ResponsibilityTable.merged(named))
    }
    let wanted = ReplyTerms.content(subject.whole, in: range)
    guard wanted.count >= 2 else { return finding(.unclear, .nothingToCompare) }
    let given = ReplyTerms.content(draft.bytes)
    let first = Dictionary(
      given.map { ($0.key, $0.range) }, uniquingKeysWith: { a, _ in a })
    let common = wanted.compactMap { first[$0.key] }
    let share = Double(common.count) / Double(min(wanted.count, mostTerms))
    let evidence = ResponsibilityTable.merged(common)
    if share >= covers { return finding(.passed, .covered, evidence) }
    if isEnglish([UInt8](subject.whole[range])) != isEnglish(draft.bytes), !draft.bytes.isEmpty {
      return finding(.unclear, .otherLanguage, evidence)
    }
    return share < misses ? finding(.failed, .missing) : finding(.unclear, .partly, evidence)
  }

  /// Where a word stands in a reply, or both halves of one of four characters: 井盖松动 in 松动的井盖.
  private static func places(of word: [UInt8], in reply: [UInt8]) -> [Range<Int>] {
    if let at = ByteSearch.first(of: word, in: reply) { return [at..<(at + word.count)] }
    guard word.count == 12, word.allSatisfy({ $0 >= 0x80 }),
      let first = ByteSearch.first(of: [UInt8](word[..<6]), in: reply),
      let second = ByteSearch.first(of: [UInt8](word[6...]), in: reply)
    else { return [] }
    return [first..<(first + 6), second..<(second + 6)]
  }

  private static func isEnglish(_ text: [UInt8]) -> Bool {
    WrittenLanguage.detect(text) == .english
  }
}

/// The content words of a text: pairs of Han characters and words, without those that every report has.
enum ReplyTerms {
  /// Each once, with its first place.
  static func content(_ text: [UInt8], in range: Range<Int>? = nil) -> [Term] {
    var seen = Set<UInt64>()
    var terms: [Term] = []
    TermScanner.scan(text, in: range) { term in
      switch term.kind {
      case .unigram, .number: return
      case .bigram:
        let first = UInt32(truncatingIfNeeded: term.key >> 21 & 0x1F_FFFF)
        let second = UInt32(truncatingIfNeeded: term.key & 0x1F_FFFF)
        if emptyCharacters.contains(first) || emptyCharacters.contains(second) { return }
      case .word: break
      }
      if !emptyTerms.contains(term.key), seen.insert(term.key).inserted { terms.append(term) }
    }
    return terms
  }

  private static let emptyCharacters = Set(
    "的了是我你您他她它们在有不和就也都很到说要去会着看这那个一吗呢吧啊把被让给为与及或但而且则并还又再没请能可以从向对于之其".unicodeScalars.map(\.value))

  private static let emptyTerms: Set<UInt64> = {
    let words = """
      希望 请问 谢谢 感谢 领导 尊敬 反映 投诉 解决 处理 情况 问题 有关 相关 部门 单位 现在 目前 已经 没有 我们 市民 居民 群众 政府 来电 来信 \
      先生 女士 你好 您好 工作 人员 时间 今天 昨天 最近 一直 经常 严重 影响 尽快 及时 马上 附近 地方 这里 那里 进行 收悉 关于 回复 答复 诉求
      the a an and or of to in on at for with by is are was were be been it its this that there here please thank thanks you your we our i my me \
      have has had not no dear sir madam hello report complaint problem issue department help
      """
    var keys = Set<UInt64>()
    for term in TermScanner.terms(of: words) where term.kind == .bigram || term.kind == .word {
      keys.insert(term.key)
    }
    return keys
  }()
}
