import CityChart

extension Digest {
  /// One page that needs nothing else; each count leads to the list of its orders at the end.
  ///
  /// - Complexity: O(orders in all lists).
  public func html() -> String {
    let words = DigestWords(language)
    var page: [UInt8] = []
    page += "<h1>\(HTMLPage.escaped(title))</h1>\n".utf8
    for section in sections {
      page += "<h2>\(text(section.heading))</h2>\n".utf8
      for block in section.blocks { append(block, to: &page) }
    }
    if !figures.isEmpty {
      page += "<h2>\(text(words.lists))</h2>\n".utf8
      let head = headings(words).map { "<th>\(text($0))</th>" }.joined()
      // A row is written once however many lists it stands in.
      var rows = [[UInt8]](repeating: [], count: records.count)
      for (number, figure) in figures.enumerated() {
        page +=
          "<h3 id=\"f\(number + 1)\">\(text(figure.name)) · \(figure.orders.count)</h3>\n".utf8
        page += "<table>\n<tr>\(head)</tr>\n".utf8
        for order in figure.orders {
          if rows[order].isEmpty { rows[order] = row(order) }
          page += rows[order]
        }
        page += "</table>\n".utf8
      }
    }
    return HTMLPage.page(
      title: title, language: language, body: String(decoding: page, as: UTF8.self))
  }

  private func text(_ text: String) -> String { HTMLPage.escaped(DigestText.line(text)) }

  private func append(_ block: Block, to page: inout [UInt8]) {
    switch block {
    case .lines(let lines):
      page += "<ul>\n".utf8
      for line in lines { page += "<li>\(html(line))</li>\n".utf8 }
      page += "</ul>\n".utf8
    case .table(let headings, let rows, let numbers):
      func tag(_ name: String, _ column: Int, _ content: String) -> String {
        "<\(name)\(column >= numbers ? " class=\"number\"" : "")>\(content)</\(name)>"
      }
      page += "<table>\n<tr>".utf8
      for (column, heading) in headings.enumerated() {
        page += tag("th", column, text(heading)).utf8
      }
      page += "</tr>\n".utf8
      for row in rows {
        page += "<tr>".utf8
        for (column, cell) in row.enumerated() { page += tag("td", column, html(cell)).utf8 }
        page += "</tr>\n".utf8
      }
      page += "</table>\n".utf8
    case .chart(let svg): page += "<figure>\(svg)</figure>\n".utf8
    case .note(let note): page += "<p class=\"note\">\(text(note))</p>\n".utf8
    }
  }

  private func html(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): self.text(text)
      case .count(let count, nil): "\(count)"
      case .count(let count, .some(let figure)): "<a href=\"#f\(figure + 1)\">\(count)</a>"
      }
    }.joined()
  }

  private func row(_ order: Int) -> [UInt8] {
    var row: [UInt8] = Array("<tr>".utf8)
    for cell in cells(order) {
      row += "<td>".utf8
      row += text(cell).utf8
      row += "</td>".utf8
    }
    row += "</tr>\n".utf8
    return row
  }

  /// What the lists say of an order.
  func cells(_ number: Int) -> [String] {
    let record = records[number]
    let words = DigestWords(language)
    let place = [record.street, record.community].compactMap(\.self).joined(separator: " ")
    return [
      DigestText.short(record.order), "\(record.received)", record.category ?? words.uncategorised,
      place.isEmpty ? words.noPlace : place, record.state, record.title,
    ]
  }

  func headings(_ words: DigestWords) -> [String] {
    [words.order, words.time, words.category, words.place, words.state, words.titleColumn]
  }
}
