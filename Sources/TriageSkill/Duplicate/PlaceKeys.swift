import CityText

/// Names of places in a title, as keys that two reports of one place share.
///
/// A name is what stands before a word such as 小区 or 路, back to a word that no name holds, four characters at most.
/// This is no register: it knows no place, only that two names differ. Districts and towns give no keys, since a
/// report from the same district is no sign of the same place.
struct PlaceKeys {
  /// The keys of the names in `title` and of the names in `places`, ascending, distinct.
  static func keys(title: String, places: [String]) -> [UInt32] {
    var keys: [UInt32] = []
    add(title, to: &keys, isName: false)
    for place in places { add(place, to: &keys, isName: true) }
    return SortedKeys.distinct(keys)
  }

  private static let longest = 4
  /// Bytes of a title that are looked at.
  private static let longestTitle = 600

  private static func add(_ text: String, to keys: inout [UInt32], isName: Bool) {
    var folded = Folding.fold(Array(text.utf8.prefix(longestTitle)))
    let count = keys.count
    // A cut within a character folds to U+FFFD, which no name holds.
    folded.append(0x20)
    var start = 0
    var at = 0
    while at < folded.count {
      if folded[at] < 0x80, !isLatin(folded[at]) {
        start = at + 1
      } else if let match = words.table.longest(in: folded, at: at) {
        switch words.kind(match.number) {
        case .stop: start = match.end
        case .place where characters(folded, start..<at) >= 2:
          emit(folded, start..<at, to: &keys)
          start = match.end
        case .area: start = match.end
        // What comes too early belongs to the name: 园岭, 城东.
        case .place: break
        }
        at = match.end
        continue
      }
      at += 1
    }
    emitPairs(folded, to: &keys)
    // A register's name without any such word: 莲花北.
    if isName, keys.count == count { emit(folded, 0..<folded.count - 1, to: &keys) }
  }

  /// Each pair of characters of the last four.
  private static func emit(_ text: [UInt8], _ range: Range<Int>, to keys: inout [UInt32]) {
    var bigrams: [UInt32] = []
    TermScanner.scan(text, in: range) { term in
      if term.kind == .bigram { bigrams.append(KeyHash.of(term.key)) }
    }
    keys += bigrams.suffix(longest - 1)
  }

  /// `main street` of English names: the word before a street's word.
  private static func emitPairs(_ text: [UInt8], to keys: inout [UInt32]) {
    var last: UInt64?
    TermScanner.scan(text) { term in
      guard term.kind == .word || term.kind == .number else {
        last = nil
        return
      }
      if let last, words.streets.contains(term.key) { keys.append(KeyHash.of(last)) }
      last = words.streets.contains(term.key) ? nil : term.key
    }
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x61 < 26
  }

  private static func characters(_ text: [UInt8], _ range: Range<Int>) -> Int {
    text[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static let words = PlaceWords()
}

/// The words by which ``PlaceKeys`` finds names.
private struct PlaceWords: Sendable {
  enum Kind: Sendable { case place, area, stop }

  private(set) var table = PhraseTable()
  private var kinds: [Kind] = []
  /// Keys of the words that English streets end with.
  let streets: Set<UInt64>

  init() {
    streets = Set(
      TermScanner.terms(
        of: "street st road rd avenue ave lane drive boulevard blvd square park garden court plaza"
      ).map(\.key))
    insert(.place, Self.places)
    insert(.area, Self.areas)
    insert(.stop, Self.stops)
  }

  func kind(_ number: Int) -> Kind { kinds[number] }

  private mutating func insert(_ kind: Kind, _ words: String) {
    for word in words.split(separator: " ") {
      table.insert(Array(word.utf8)[...])
      while kinds.count < table.count { kinds.append(kind) }
    }
  }

  private static let places =
    "小区 社区 花园 家园 公寓 大厦 广场 大道 学校 中学 小学 幼儿园 大学 学院 医院 公司 集团 银行 市场 商场 酒店 工地 楼盘"
    + " 路 街 巷 村 苑 园 城 府 郡 湾 庭 居 站 厂 桥"
  private static let areas = "街道 区 县 镇 乡 市 省"
  private static let stops =
    "的 在 与 和 及 或 旁 附近 投诉 举报 反映 反应 咨询 询问 关于 希望 建议 反对 请 请问 对 被 把 将 让 为 是 有 没 不 何 谁"
    + " 里 内 上 下 门口 前 后 期 栋 各 每 该 本 我 你 他 这 那 某 多 几 一 强烈 严重 恳请 要求 请求"
}
