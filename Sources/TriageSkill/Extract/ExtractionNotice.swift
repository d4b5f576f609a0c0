/// What a reader of an extraction should mind, in words of both languages.
public enum ExtractionNotice: String, Sendable, CaseIterable {
  case placeElsewhere = "place.elsewhere"
  case placeAmbiguous = "place.ambiguous"
  case placeUnverified = "place.unverified"
  case coordinatesOutside = "coordinates.outside"
  case coordinatesDisagree = "coordinates.disagree"
  case timeInFuture = "time.future"

  /// One sentence for a person.
  public func text(isEnglish: Bool) -> String {
    let (zh, en) = Self.words[self]!
    return isEnglish ? en : zh
  }

  private static let words: [ExtractionNotice: (zh: String, en: String)] = [
    .placeElsewhere: (
      "所述地点不在本区，请核对后转有关地区。", "The place named lies outside the district: check, then hand over."
    ),
    .placeAmbiguous: (
      "地点有多种可能，已全部列出，请核对。", "The words fit several places: all are listed, check them."
    ),
    .placeUnverified: (
      "地点所属街道未经第二来源核实。", "The place's subdistrict is not confirmed by a second source."
    ),
    .coordinatesOutside: (
      "坐标不在本区范围内，未采用。", "The coordinates lie outside the district and were not used."
    ),
    .coordinatesDisagree: (
      "坐标与文字所述地点不一致，以文字为准。", "The coordinates disagree with the words; the words were taken."
    ),
    .timeInFuture: ("所述时间晚于受理时间。", "The time named lies after the report was received."),
  ]
}
