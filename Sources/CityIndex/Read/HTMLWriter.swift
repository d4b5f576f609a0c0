/// Writes the words of a page as lines: what the tags mean for spaces, lines, items, cells, headings.
struct HTMLWriter {
  private var out: [UInt8] = []
  /// Line feeds owed before the next word: 0, 1, or 2 for a blank line.
  private var breaks = 0
  private var space = false
  /// `- ` or `## `, owed before the next word.
  private var mark: [UInt8] = []
  /// Cell borders owed before the next word.
  private var borders = 0
  private var inHeading = false
  private var preformatted = 0
  private var rows: [Row] = []

  /// The table row that is open.
  private struct Row {
    var cells = 0
    /// No word yet in this cell: line ends before the first one mean nothing.
    var fresh = false
    /// A cell had several lines, so the next one begins a line as well (tables that lay out a page).
    var broken = false
  }

  mutating func finish() -> [UInt8] {
    if !out.isEmpty { out.append(0x0A) }
    return out
  }

  mutating func write(_ page: [UInt8], _ range: Range<Int>) {
    if range.isEmpty { return }
    let words =
      page[range].contains(0x26) ? HTMLEntities.decoded(page, range) : [UInt8](page[range])
    var i = 0
    while i < words.count {
      let width = words.spaceWidth(at: i, before: words.count)
      if width > 0 {
        if preformatted > 0, words[i] == 0x0A { lineBreak(1) } else { space = true }
        i += width
        continue
      }
      let start = i
      while i < words.count, words.spaceWidth(at: i, before: words.count) == 0 { i += 1 }
      owe()
      out += words[start..<i]
    }
  }

  /// Writes what is owed before a word.
  private mutating func owe() {
    if breaks > 0, let last = rows.indices.last, !rows[last].fresh, rows[last].cells > 0 {
      rows[last].broken = true
    }
    if out.isEmpty {
      breaks = 0
      borders = 0
    } else if breaks > 0 {
      out += [UInt8](repeating: 0x0A, count: breaks)
    } else if borders > 0 {
      for _ in 0..<borders { out += " | ".utf8 }
    } else if space {
      out.append(0x20)
    }
    out += mark
    breaks = 0
    borders = 0
    space = false
    mark = []
    if let last = rows.indices.last { rows[last].fresh = false }
  }

  private mutating func lineBreak(_ lines: Int) {
    if inHeading {
      space = true
    } else if mark.isEmpty, rows.last?.fresh != true {
      breaks = max(breaks, lines)
    }
  }

  mutating func take(_ name: String, closes: Bool) {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endHeading()
      if closes { return lineBreak(2) }
      startBlock()
      inHeading = true
      mark = [UInt8](repeating: 0x23, count: Int(name.utf8.last! - 0x30)) + [0x20]
    case "p", "ul", "ol", "dl", "blockquote", "article", "section", "main", "hr", "form", "body",
      "figure", "fieldset", "address", "details":
      endHeading()
      // An item that ends without words leaves no mark to what follows; `<li><p>` keeps it.
      let isList = name == "ul" || name == "ol"
      if isList { mark = [] }
      lineBreak(isList ? 1 : 2)
    case "pre":
      endHeading()
      lineBreak(2)
      preformatted = max(0, preformatted + (closes ? -1 : 1))
    case "li":
      endHeading()
      mark = []
      lineBreak(1)
      if !closes {
        // Paragraphs in items make no blank lines between them.
        breaks = min(breaks, 1)
        mark = [0x2D, 0x20]
      }
    case "table": table(closes: closes)
    case "tr": row()
    case "td", "th": if !closes { cell() }
    case "br", "div", "dt", "dd", "header", "aside", "option", "caption", "legend", "figcaption",
      "summary", "center", "thead", "tbody", "tfoot", "head", "html", "title":
      lineBreak(1)
    default: break
    }
  }

  /// Begins what needs lines of its own even inside a cell.
  private mutating func startBlock() {
    borders = 0
    mark = []
    if let last = rows.indices.last {
      rows[last].fresh = false
      rows[last].broken = true
    }
    lineBreak(2)
  }

  private mutating func endHeading() {
    guard inHeading else { return }
    inHeading = false
    mark = []
    lineBreak(2)
  }

  private mutating func table(closes: Bool) {
    endHeading()
    if closes, !rows.isEmpty { rows.removeLast() }
    startBlock()
    if !closes { rows.append(Row()) }
  }

  private mutating func row() {
    endHeading()
    borders = 0
    mark = []
    var tight = false
    if let last = rows.indices.last {
      tight = rows[last].cells > 0 && !rows[last].broken
      rows[last] = Row()
    }
    lineBreak(1)
    // Nor do paragraphs in cells between rows.
    if tight { breaks = 1 }
  }

  private mutating func cell() {
    endHeading()
    mark = []
    guard let last = rows.indices.last else { return lineBreak(1) }
    if rows[last].broken {
      rows[last].fresh = false
      lineBreak(1)
    } else if rows[last].cells > 0 {
      breaks = 0
      borders += 1
    }
    rows[last].cells += 1
    rows[last].fresh = true
  }
}
