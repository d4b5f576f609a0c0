import CityAgent
import CityChart
import CityText

/// A brief as Markdown or as one HTML page, charts inside, every figure with the number of its citation.
public struct BriefPage: Sendable {
  let brief: Brief

  public init(_ brief: Brief) { self.brief = brief }

  private var sources: String { brief.isEnglish ? "Sources" : "数据来源" }
  private var asOf: String {
    brief.isEnglish ? "As of \(brief.asOf)" : "编写日期：\(brief.asOf)"
  }

  /// Markdown; a chart stands as the name of its file, `prefix` and a number, written by ``chartFiles(prefix:)``.
  public func markdown(prefix: String) -> String {
    var text = "# \(brief.title)\n\n\(asOf)\n"
    var chart = 0
    for section in brief.sections {
      text += "\n## \(section.heading)\n\n"
      for line in section.lines { text += "- \(line.text)\(marks(line.citations))\n" }
      for note in section.notes { text += (section.lines.isEmpty ? "" : "\n") + "\(note)\n" }
      for _ in section.charts {
        chart += 1
        text += "\n![\(brief.isEnglish ? "Chart" : "图") \(chart)](\(prefix)-\(chart).svg)\n"
      }
    }
    text += "\n## \(sources)\n\n"
    for citation in brief.citations {
      text +=
        "\(citation.number). \(citation.document) · \(citation.clause) · “\(citation.quote)”\n"
    }
    return text
  }

  /// The charts with their file names, in the order of the text.
  public func chartFiles(prefix: String) -> [(name: String, svg: String)] {
    brief.sections.flatMap(\.charts).enumerated().map { ("\(prefix)-\($0 + 1).svg", $1) }
  }

  /// `[3][5]`; many in a row as `[66]–[125]`.
  private func marks(_ numbers: [Int]) -> String {
    guard !numbers.isEmpty else { return "" }
    return " "
      + Self.runs(numbers).map { run in
        run.count == 1 ? "[\(run.lowerBound)]" : "[\(run.lowerBound)]–[\(run.upperBound)]"
      }.joined()
  }

  /// Numbers as runs; what is shorter than four in a row stays apart.
  static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { $0.count < 4 ? $0.map { $0...$0 } : [$0] }
  }

  /// One page that needs nothing else: style and charts are inside.
  public func html() -> String {
    var page = """
      <h1>\(HTMLPage.escaped(brief.title))</h1>
      <p class="note">\(HTMLPage.escaped(asOf))</p>

      """
    for section in brief.sections { page += html(section) }
    page += "<h2>\(sources)</h2>\n<ol>\n"
    for citation in brief.citations {
      page += "<li id=\"c\(citation.number)\">\(HTMLPage.escaped(citation.document)) · "
      page += "\(HTMLPage.escaped(citation.clause)) · “\(HTMLPage.escaped(citation.quote))”</li>\n"
    }
    return HTMLPage.page(
      title: brief.title, language: brief.isEnglish ? .english : .chinese, body: page + "</ol>\n")
  }

  private func html(_ section: Brief.Section) -> String {
    var text = "<h2>\(HTMLPage.escaped(section.heading))</h2>\n"
    if !section.lines.isEmpty {
      text += "<ul>\n"
      for line in section.lines {
        let marks = Self.runs(line.citations).map { run in
          let first = "<a href=\"#c\(run.lowerBound)\">[\(run.lowerBound)]</a>"
          return run.count == 1
            ? first : first + "–<a href=\"#c\(run.upperBound)\">[\(run.upperBound)]</a>"
        }.joined()
        text += "<li>\(HTMLPage.escaped(line.text))<sup>\(marks)</sup></li>\n"
      }
      text += "</ul>\n"
    }
    for note in section.notes { text += "<p class=\"note\">\(HTMLPage.escaped(note))</p>\n" }
    for chart in section.charts { text += "<figure>\(chart)</figure>\n" }
    return text
  }
}
