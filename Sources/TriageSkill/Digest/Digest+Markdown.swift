extension Digest {
  /// Markdown; a chart stands as the name of its file, `charts` and a number, see ``chartFiles(prefix:)``.
  public func markdown(charts prefix: String) -> String {
    let words = DigestWords(language)
    var page = "# \(DigestText.markdown(title))\n"
    var chart = 0
    for section in sections {
      page += "\n## \(DigestText.markdown(section.heading))\n"
      for block in section.blocks {
        page += "\n"
        switch block {
        case .lines(let lines): for line in lines { page += "- \(markdown(line))\n" }
        case .table(let headings, let rows, let numbers):
          page += Self.row(headings.map(DigestText.markdown))
          page += Self.row(headings.indices.map { $0 >= numbers ? "---:" : "---" })
          for row in rows { page += Self.row(row.map(markdown)) }
        case .chart:
          chart += 1
          page += "![\(words.chart) \(chart)](\(prefix)-\(chart).svg)\n"
        case .note(let note): page += DigestText.markdown(note) + "\n"
        }
      }
    }
    guard !figures.isEmpty else { return page }
    page += "\n## \(words.lists)\n"
    let head =
      Self.row(headings(words)) + Self.row(headings(words).map { _ in "---" })
    var rows = [String](repeating: "", count: records.count)
    for (number, figure) in figures.enumerated() {
      page += "\n<a id=\"f\(number + 1)\"></a>\n\n"
      page += "### \(DigestText.markdown(figure.name)) · \(figure.orders.count)\n\n\(head)"
      for order in figure.orders {
        if rows[order].isEmpty { rows[order] = Self.row(cells(order).map(DigestText.markdown)) }
        page += rows[order]
      }
    }
    return page
  }

  /// The charts with their file names, in the order of the text.
  public func chartFiles(prefix: String) -> [(name: String, svg: String)] {
    var files: [(name: String, svg: String)] = []
    for case .chart(let svg) in sections.flatMap(\.blocks) {
      files.append(("\(prefix)-\(files.count + 1).svg", svg))
    }
    return files
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  private func markdown(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): DigestText.markdown(text)
      case .count(let count, nil): "\(count)"
      case .count(let count, .some(let figure)): "[\(count)](#f\(figure + 1))"
      }
    }.joined()
  }
}
