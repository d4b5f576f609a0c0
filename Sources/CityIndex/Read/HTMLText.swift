/// The text of an HTML page as Markdown: headings as `#` lines, items as `- `, cells joined by ` | `.
///
/// Scripts, styles, navigation and footers are left out. Nothing in a page is an error: what is not
/// closed ends with the page, a `<` that begins no tag is text.
struct HTMLText {
  /// Valid UTF-8 with LF line ends.
  private(set) var text: [UInt8] = []
  /// The `<title>`, on one line.
  private(set) var title: String?

  private var writer = HTMLWriter()
  private let page: [UInt8]
  private let lastClose: Int
  private var i = 0
  /// Names and marks that were looked for to the end of the page in vain: each is looked for once.
  private var absent: Set<String> = []

  /// - Parameter page: valid UTF-8.
  init(_ page: [UInt8]) {
    self.page = page
    lastClose = page.lastIndex(of: 0x3E) ?? -1
    var words = 0
    while i < page.count {
      guard page[i] == 0x3C else {
        i += 1
        continue
      }
      let before = words..<i
      guard let tag = HTMLTag(page, at: i, last: lastClose, quotes: !absent.contains("\"")) else {
        if skipMarkup() {
          writer.write(page, before)
          words = i
        } else {
          i += 1
        }
        continue
      }
      if tag.ignoredQuotes { absent.insert("\"") }
      writer.write(page, before)
      i = tag.end
      take(tag)
      words = i
    }
    writer.write(page, words..<page.count)
    text = writer.finish()
  }

  /// Steps over a comment, declaration or processing instruction at `i`.
  private mutating func skipMarkup() -> Bool {
    guard i + 1 < page.count, page[i + 1] == 0x21 || page[i + 1] == 0x3F else { return false }
    if page.holds("<!--", at: i, before: page.count), let end = find("-->", from: i + 4) {
      i = end + 3
      return true
    }
    guard let end = find(">", from: i) else { return false }
    i = end + 1
    return true
  }

  private mutating func take(_ tag: HTMLTag) {
    switch tag.name {
    case "script", "style", "textarea", "iframe", "xmp", "noembed", "noframes":
      if !tag.closes, skipRaw(tag.name) == nil { i = page.count }
    case "title": if !tag.closes { takeTitle() }
    case "noscript", "template", "nav", "footer", "svg", "math", "select", "object":
      if !tag.closes, !tag.isEmpty { skipElement(tag.name) }
    default: writer.take(tag.name, closes: tag.closes)
    }
  }

  private mutating func takeTitle() {
    let start = i
    let end: Int
    if let close = skipRaw("title") {
      end = close
    } else {
      i = page[start...].firstIndex(of: 0x3C) ?? page.count
      end = i
    }
    if title != nil { return }
    let words = HTMLEntities.decoded(page, start..<end)
    let line = words.cut(200)
    if !line.isEmpty { title = line }
  }

  /// To behind the closing tag of an element whose content is no markup; where that tag begins, or
  /// nil, and nowhere, without one.
  private mutating func skipRaw(_ name: String) -> Int? {
    if absent.contains("</\(name)") { return nil }
    var from = i
    while let at = find("</", from: from) {
      if let tag = HTMLTag(page, at: at, last: lastClose, quotes: false), tag.name == name {
        i = tag.end
        return at
      }
      from = at + 2
    }
    absent.insert("</\(name)")
    return nil
  }

  /// To behind the closing tag that matches; nowhere where there is none.
  private mutating func skipElement(_ name: String) {
    if absent.contains(name) { return }
    var depth = 1
    var at = i
    while let next = page[at...].firstIndex(of: 0x3C) {
      guard let tag = HTMLTag(page, at: next, last: lastClose, quotes: !absent.contains("\""))
      else {
        at = next + 1
        continue
      }
      if tag.ignoredQuotes { absent.insert("\"") }
      at = tag.end
      guard tag.name == name, !tag.isEmpty else { continue }
      depth += tag.closes ? -1 : 1
      if depth == 0 {
        i = tag.end
        return
      }
    }
    absent.insert(name)
  }

  private mutating func find(_ mark: StaticString, from start: Int) -> Int? {
    let name = "\(mark)"
    if absent.contains(name) { return nil }
    var at = start
    while at < page.count, let next = page[at...].firstIndex(of: mark.utf8Start[0]) {
      if page.holds(mark, at: next, before: page.count) { return next }
      at = next + 1
    }
    absent.insert(name)
    return nil
  }
}
