public import CityText

/// Charts as pure functions of a small table: the same table gives the same bytes.
///
/// - ``svg(_:_:language:highlight:)``: a picture of 720 × 420 for browser and paper;
/// - ``text(_:_:width:language:highlight:)``: a few lines for a terminal;
/// - ``description(_:_:language:highlight:)``: all of it in words, as the picture's text alternative.
///
/// A ``StreetMap`` is drawn and described alike.
///
/// None shows a number that does not stand in the table, except for the ticks of an axis.
public enum Chart {
  /// The chart as an SVG document without outer references, styles or scripts: it may stand inside a page.
  /// - Parameter highlight: the row to stand out; in ``ChartKind/yearOverYearLines`` the column.
  /// - Complexity: O(cells); below 5 ms for 40 rows.
  public static func svg(
    _ table: ChartTable, _ kind: ChartKind, language: WrittenLanguage = .chinese,
    highlight: Int? = nil
  ) -> String {
    var canvas = ChartCanvas(
      table, kind: kind, words: ChartWords(language), highlight: highlight)
    switch kind {
    case .levelsWithGrowth: LevelsPlot.draw(&canvas)
    case .yearOverYearLines: LinesPlot.draw(&canvas)
    case .contributions: ContributionPlot.draw(&canvas)
    case .ranking: RankingPlot.draw(&canvas)
    case .gauge: GaugePlot.draw(&canvas)
    case .fan: FanPlot.draw(&canvas)
    }
    return canvas.finish()
  }

  /// The chart in block elements, lines of at most `width` columns (40 at least), each ended by a line break.
  ///
  /// Han characters count two columns. No colours, no control characters.
  public static func text(
    _ table: ChartTable, _ kind: ChartKind, width: Int, language: WrittenLanguage = .chinese,
    highlight: Int? = nil
  ) -> String {
    TextChart(
      table, kind: kind, words: ChartWords(language), highlight: highlight, width: width
    ).text
  }

  /// The chart in words, on one line: title, kind, unit, period, every number, source and note.
  public static func description(
    _ table: ChartTable, _ kind: ChartKind, language: WrittenLanguage = .chinese,
    highlight: Int? = nil
  ) -> String {
    ChartDescription(
      table: table, kind: kind, words: ChartWords(language), highlight: highlight
    ).text
  }
}
