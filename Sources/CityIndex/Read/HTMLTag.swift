/// A start or end tag, as far as the text needs it.
struct HTMLTag {
  /// Lower case.
  var name: String
  var closes: Bool
  /// `<br/>`
  var isEmpty: Bool
  /// Just behind the `>`.
  var end: Int
  /// A quote in it never closes, so the tag was read up to its first `>`.
  var ignoredQuotes: Bool

  /// The tag at a `<`; nil where none begins there.
  /// - Parameters:
  ///   - last: the last `>` of the page: without it a page full of `<a` takes quadratic time.
  ///   - quotes: whether a `>` in quotes is looked over.
  init?(_ page: [UInt8], at start: Int, last: Int, quotes: Bool) {
    var i = start + 1
    closes = i < page.count && page[i] == 0x2F
    if closes { i += 1 }
    let first = i
    while i < page.count, Self.isName(page[i]) { i += 1 }
    // No tag that matters is longer; a run of letters as long as the page is no name.
    guard i > first, i <= last, i - first <= 32, !(0x30...0x39).contains(page[first]),
      page[first] != 0x2D
    else {
      return nil
    }
    name = String(
      decoding: page[first..<i].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    ignoredQuotes = false
    if quotes {
      if let close = Self.close(page, from: i) {
        end = close + 1
        isEmpty = page[close - 1] == 0x2F
        return
      }
      ignoredQuotes = true
    }
    guard let close = page[i...].firstIndex(of: 0x3E) else { return nil }
    end = close + 1
    isEmpty = page[close - 1] == 0x2F
  }

  /// The `>` outside quoted attribute values; a quote opens one only after `=`.
  private static func close(_ page: [UInt8], from start: Int) -> Int? {
    var i = start
    var afterEquals = false
    while i < page.count {
      switch page[i] {
      case 0x3E: return i
      case 0x22 where afterEquals, 0x27 where afterEquals:
        guard let end = page[(i + 1)...].firstIndex(of: page[i]) else { return nil }
        i = end
        afterEquals = false
      case 0x3D: afterEquals = true
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: break
      default: afterEquals = false
      }
      i += 1
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x3A: true
    default: false
    }
  }
}
