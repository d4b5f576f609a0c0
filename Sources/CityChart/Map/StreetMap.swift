public import CityText

/// A sketch of a district: each street where its points lie, with its number. No surveyed borders.
public struct StreetMap: Sendable, Equatable {
  /// A place on earth, in degrees of whatever datum all points share.
  public struct Point: Sendable, Equatable {
    public var longitude: Double
    public var latitude: Double

    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  public struct Street: Sendable, Equatable {
    public var name: String
    /// Where it is known to lie; a street without any is named below the map.
    public var points: [Point]
    /// Nil where nothing is known.
    public var value: Double?
    /// Where the number leads: an anchor of the page, `#f3`.
    public var link: String?

    public init(name: String, points: [Point], value: Double?, link: String? = nil) {
      self.name = name
      self.points = points
      self.value = value
      self.link = link
    }
  }

  public var title: String
  public var unit: String
  public var streets: [Street]
  public var source: String
  public var note: String?
  /// Decimals of every number.
  public var decimals: Int

  public init(
    title: String, unit: String, streets: [Street], source: String, note: String? = nil,
    decimals: Int = 0
  ) {
    self.title = title
    self.unit = unit
    self.streets = streets
    self.source = source
    self.note = note
    self.decimals = decimals
  }

  /// Its numbers as the table of a chart.
  var table: ChartTable {
    ChartTable(
      title: title, unit: unit, columns: [""], rows: streets.map { ($0.name, [$0.value]) },
      source: source, note: note, decimals: decimals)
  }
}

extension Chart {
  /// The map as an SVG document of 720 × 420, as ``svg(_:_:language:highlight:)`` gives charts.
  /// - Complexity: O(points²), of which ``StreetMap`` draws 400 at most.
  public static func svg(_ map: StreetMap, language: WrittenLanguage = .chinese) -> String {
    let words = ChartWords(language)
    var canvas = ChartCanvas(
      map.table, kind: .ranking, words: words, highlight: nil,
      description: description(map, language: language))
    MapPlot(map).draw(&canvas)
    return canvas.finish()
  }

  /// The map in words: title, unit, every street with its number, source and note.
  public static func description(
    _ map: StreetMap, language: WrittenLanguage = .chinese
  ) -> String {
    let words = ChartWords(language)
    return ChartDescription(
      table: map.table, kind: .ranking, words: words, highlight: nil, kindName: words.map
    ).text
  }
}
