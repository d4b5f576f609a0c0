import CityText

/// One pass over a text that collects the places it names.
struct PlaceScan {
  private let register: PlaceRegister
  /// In text order, those of the address field first.
  private(set) var mentions: [PlaceMention] = []
  /// The district, where only it is named.
  private(set) var home: PlaceMention?
  /// Another district or city, the first that is named.
  private(set) var elsewhere: (name: String, words: String, range: Range<Int>?)?

  init(register: PlaceRegister) { self.register = register }

  private static let limit = 64

  mutating func read(_ folded: FoldedText, source: [UInt8], isText: Bool) {
    let text = folded.bytes
    var at = 0
    while mentions.count < Self.limit {
      at = register.first.next(in: text, from: at)
      guard at < text.count else { break }
      guard let match = register.phrases.longest(in: text, at: at) else {
        at += 1
        continue
      }
      at = max(at + 1, read(match, at: at, folded, source: source, isText: isText))
    }
  }

  private mutating func read(
    _ match: (number: Int, end: Int), at start: Int, _ folded: FoldedText, source: [UInt8],
    isText: Bool
  ) -> Int {
    let entries = register.names[match.number].entries.map { register.entries[$0] }
    var end = match.end
    var label: String?
    if entries.contains(where: { $0.kind == .station }) {
      if let exit = Self.exit(behind: end, in: folded.bytes) {
        (label, end) = exit
      } else {
        label = Self.exit(before: start, in: folded.bytes)
      }
    }
    let range = folded.source(of: start..<end)
    let words = String(decoding: source[range], as: UTF8.self)
    let place = isText ? range : nil
    switch entries[0].kind {
    case .district:
      home =
        home ?? PlaceMention(candidates: [], rank: 0, range: place, words: words)
    case .elsewhere, .elsewhereIfThere:
      let isThere =
        entries[0].kind == .elsewhere
        ? !Self.isOrigin(behind: end, in: folded.bytes)
        : !isText || Self.isThere(before: start, behind: end, in: folded.bytes)
      if isThere, elsewhere == nil { elsewhere = (entries[0].name, words, place) }
    default:
      var candidates: [PlaceReading.Candidate] = []
      for entry in entries { add(entry, exit: label, to: &candidates) }
      guard !candidates.isEmpty else { break }
      let rank = entries.map(\.kind.rank).max()! + (label == nil ? 0 : 2)
      mentions.append(
        PlaceMention(candidates: candidates, rank: rank, range: place, words: words))
    }
    return end
  }

  /// Adds what an entry may be, one candidate a street; a community beats the bare street of the same name.
  private func add(
    _ entry: PlaceRegister.Entry, exit label: String?, to candidates: inout [PlaceReading.Candidate]
  ) {
    var streets = entry.streets
    var name = entry.name
    if let label, let exit = entry.exits.first(where: { $0.label == label }) {
      name += label + "口"
      if !exit.streets.isEmpty { streets = exit.streets }
    }
    for street in streets {
      let candidate = PlaceReading.Candidate(
        street: register.streetNames[street],
        community: streets.count == 1 ? entry.community : nil, name: name,
        latitude: entry.latitude, longitude: entry.longitude, isUnverified: !entry.isConfirmed)
      if let same = candidates.firstIndex(where: { $0.street == candidate.street }) {
        if let both = candidates[same].joined(with: candidate, closer: label == nil) {
          candidates[same] = both
          continue
        }
      }
      candidates.append(candidate)
    }
  }

  /// An exit behind a station's name: `A口`, `d1出口`, `3号口`, `, exit b`.
  private static func exit(behind end: Int, in text: [UInt8]) -> (String?, Int)? {
    var at = end
    func skip(_ words: [String]) {
      for word in words where has(word, text, at) { at += word.utf8.count }
    }
    skip([" ", "站", "地铁站", " ", ",", " "])
    if has("exit ", text, at) {
      at += 5
      guard let (label, next) = label(text, at) else { return nil }
      return (label, next)
    }
    guard let (label, next) = label(text, at) else { return nil }
    at = next
    skip([" ", "号"])
    for word in ["出入口", "出口", "口", "exit"] where has(word, text, at) {
      return (label, at + word.utf8.count)
    }
    return nil
  }

  /// “exit d1 of …”
  private static func exit(before start: Int, in text: [UInt8]) -> String? {
    for word in [" of ", " at ", ", "] {
      let end = start - word.utf8.count
      guard end > 0, has(word, text, end) else { continue }
      var begin = end
      while begin > 0, begin > end - 3, text[begin - 1] &- 0x30 < 10 || text[begin - 1] &- 0x61 < 26
      {
        begin -= 1
      }
      if begin >= 5, has("exit ", text, begin - 5), let (label, _) = label(text, begin) {
        return label
      }
    }
    return nil
  }

  /// A letter, digits, or both; in capitals.
  private static func label(_ text: [UInt8], _ place: Int) -> (String, Int)? {
    var at = place
    var label: [UInt8] = []
    while at < text.count, label.count < 3,
      text[at] &- 0x30 < 10 || text[at] &- 0x61 < 26 && (label.isEmpty || label[0] &- 0x30 < 10)
    {
      label.append(text[at] &- 0x61 < 26 ? text[at] - 0x20 : text[at])
      at += 1
    }
    if at < text.count, text[at] &- 0x61 < 26 { return nil }
    return label.isEmpty ? nil : (String(decoding: label, as: UTF8.self), at)
  }

  private static func has(_ word: String, _ text: [UInt8], _ at: Int) -> Bool {
    let end = at + word.utf8.count
    return at >= 0 && end <= text.count && text[at..<end].elementsEqual(word.utf8)
  }

  /// Whether the words say that it is there: 在广州, 位于东莞, “in Dongguan”.
  private static func isThere(before start: Int, behind end: Int, in text: [UInt8]) -> Bool {
    if isOrigin(behind: end, in: text) { return false }
    // 东莞虎门镇: two or three characters, then the word for a town or county.
    if [6, 9].contains(where: { has("镇", text, end + $0) || has("县", text, end + $0) }) {
      return true
    }
    return ["在", "位于", "住", "地址:", "地址", "in ", "at "].contains {
      has($0, text, start - $0.utf8.count)
    }
  }

  /// Whether what follows makes the name an origin, a firm or a road: 湖南人, 广州银行, 南山路.
  private static func isOrigin(behind end: Int, in text: [UInt8]) -> Bool {
    // 罗湖区路灯 is no road.
    for road in ["路", "街"] where has(road, text, end) {
      return !["灯", "面", "口", "边", "上", "道"].contains { has(road + $0, text, end) }
    }
    return origins.contains { has($0, text, end) }
  }

  private static let origins: [String] = [
    "人", "籍", "菜", "话", "银行", "大厦", "酒店", "饭店", "户口", "户籍", "大学", "航空", "牌", "号牌", "产", "方向", "口音",
    "证", "社保",
    "公积金", "馆", "料理", "小吃", "集团", "公司", "汽车", "商会",
  ]
}
